package dev.ebb.codec;

import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import java.io.IOException;

/** The canonical usage record. */
final class UsageReader extends JsonReader {
  private static final FieldSet FIELDS =
      FieldSet.requiring("id", "customerId", "at", "kind", "amount")
          .allowing("peer", "peerNetwork", "region", "roaming");

  private final Fingerprint ids = new Fingerprint(Feed.USAGE.label());
  private final Peers peers = new Peers();

  @Override
  void fields(JsonCursor in, EventDraft draft) throws IOException, Refusal {
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = FIELDS.once(seen, name);
      switch (name) {
        case "id" -> draft.fingerprint = ids.of(in.text(name, Limits.ID));
        case "customerId" -> draft.customerId = in.text(name, Limits.ID);
        case "at" -> draft.at = in.instant(name);
        case "kind" -> draft.kind = in.word(name, Words.USAGE_KINDS, RejectReason.UNKNOWN_KIND);
        case "amount" -> draft.amount = in.integer(name, Limits.AMOUNT);
        case "peer" -> draft.peer = peers.of(in.text(name, Limits.ID));
        case "peerNetwork" -> draft.peerNetwork = in.word(name, Words.PEER_NETWORKS);
        case "region" -> draft.region = in.word(name);
        case "roaming" -> draft.roaming = in.flag(name);
        default -> in.skip();
      }
    }
    FIELDS.checkComplete(seen);
  }
}
