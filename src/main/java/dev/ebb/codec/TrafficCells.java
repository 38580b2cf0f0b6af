package dev.ebb.codec;

import dev.ebb.event.EventKind;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.RejectReason;
import java.util.List;
import java.util.Map;

/** The cells of a mapped usage or spend record. */
final class TrafficCells implements MappedReader.CellReader {
  private final Map<String, EventKind> kinds;
  private final String currencyCode;
  private final Peers peers = new Peers();
  private final Cell kind;
  private final Cell amount;
  private final Cell peer;
  private final Cell peerNetwork;
  private final Cell region;
  private final Cell roaming;
  private final Cell currency;

  TrafficCells(Mapping mapping, List<String> wanted, String currencyCode) {
    this.kinds = Words.kinds(mapping.feed());
    this.currencyCode = currencyCode;
    this.kind = new Cell(Target.KIND, mapping, wanted);
    this.amount = new Cell(Target.AMOUNT, mapping, wanted);
    this.peer = new Cell(Target.PEER, mapping, wanted);
    this.peerNetwork = new Cell(Target.PEER_NETWORK, mapping, wanted);
    this.region = new Cell(Target.REGION, mapping, wanted);
    this.roaming = new Cell(Target.ROAMING, mapping, wanted);
    this.currency = new Cell(Target.CURRENCY, mapping, wanted);
  }

  @Override
  public void read(String[] row, EventDraft draft) throws Refusal {
    kind.required(row, Limits.TEXT);
    amount.required(row, Limits.TEXT);
    draft.kind = kind.word(row, kinds, RejectReason.UNKNOWN_KIND);
    draft.amount = amount.amount(row);
    String other = peer.text(row, Limits.ID);
    draft.peer = other == null ? 0 : peers.of(other);
    PeerNetwork network = peerNetwork.word(row, Words.PEER_NETWORKS, RejectReason.WRONG_FIELD);
    draft.peerNetwork = network == null ? PeerNetwork.UNKNOWN : network;
    draft.region = region.text(row, Limits.TEXT);
    draft.roaming = Boolean.TRUE.equals(roaming.word(row, Words.FLAGS, RejectReason.WRONG_FIELD));
    String code = currency.text(row, Limits.TEXT);
    if (code != null) {
      SpendReader.checkCurrency(currencyCode, code);
    }
  }
}
