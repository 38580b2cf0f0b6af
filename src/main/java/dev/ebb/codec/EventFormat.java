package dev.ebb.codec;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The compact form of what decoders bring forth, for the network between operators and for sorted
 * files. A plain usage event takes about 30 bytes. Whoever stores it stores {@link #VERSION} beside
 * it, once.
 *
 * <pre>
 * kind + 1 (0: a rejected record) | flags | customer | at | fingerprint | amount | what the flags say
 * </pre>
 */
@SuppressWarnings("EnumOrdinal") // the order of the stored enums is append only
public final class EventFormat {
  /** Grows with each change; older versions stay readable. */
  public static final int VERSION = 1;

  private static final int SPREAD = 1;
  private static final int REGION = 1 << 1;
  private static final int PEER = 1 << 2;
  private static final int PEER_NETWORK = 1 << 3;
  private static final int ROAMING = 1 << 4;
  private static final int APPENDED = 1 << 5;
  private static final int RAW = 1 << 6;
  private static final int ORIGIN = 1 << 7;

  private static final EventKind[] KINDS = EventKind.values();
  private static final Spread[] SPREADS = Spread.values();
  private static final PeerNetwork[] NETWORKS = PeerNetwork.values();
  private static final RejectReason[] REASONS = RejectReason.values();
  private static final Care.Kind[] CARE_KINDS = Care.Kind.values();
  private static final Care.Source[] CARE_SOURCES = Care.Source.values();

  private EventFormat() {}

  /** Writes an event or a rejected record. */
  public static void write(Decoded decoded, DataOutput out) throws IOException {
    if (decoded.event() != null) {
      write(decoded.event(), out);
    } else {
      out.writeByte(0);
      writeRejected(decoded.rejected(), out);
    }
  }

  /** Reads an event or a rejected record. */
  public static Decoded readDecoded(DataInput in) throws IOException {
    int tag = in.readUnsignedByte();
    return tag == 0 ? Decoded.of(readRejected(in)) : Decoded.of(readEvent(tag, in));
  }

  /** Writes an event. */
  public static void write(Event event, DataOutput out) throws IOException {
    int flags = flags(event);
    out.writeByte(event.kind().ordinal() + 1);
    out.writeByte(flags);
    Packed.writeText(out, event.customerId());
    Packed.writeSigned(out, event.at());
    out.writeLong(event.fingerprint());
    Packed.writeNumber(out, event.amount());
    if ((flags & SPREAD) != 0) {
      Packed.writeEnum(out, event.spread());
    }
    if ((flags & REGION) != 0) {
      Packed.writeText(out, event.region());
    }
    if ((flags & PEER) != 0) {
      out.writeLong(event.peer());
    }
    if ((flags & PEER_NETWORK) != 0) {
      Packed.writeEnum(out, event.peerNetwork());
    }
    if ((flags & ORIGIN) != 0) {
      Packed.writeNumber(out, event.origin());
    }
    if ((flags & APPENDED) != 0) {
      Packed.writeSigned(out, event.appendedAt() - event.at());
    }
    if ((flags & RAW) != 0) {
      Packed.writeBytes(out, event.raw());
    }
    if (event.kind() == EventKind.PROFILE) {
      ProfileFormat.write(event.profile(), out);
    } else if (event.kind() == EventKind.CARE) {
      writeCare(event.care(), out);
    } else if (event.kind() == EventKind.OUTCOME) {
      OutcomeFormat.write(event.outcome(), event.at(), out);
    }
  }

  /** Reads an event. */
  public static Event read(DataInput in) throws IOException {
    return readEvent(in.readUnsignedByte(), in);
  }

  private static int flags(Event event) {
    return (event.spread() == Spread.NONE ? 0 : SPREAD)
        | (event.region() == null ? 0 : REGION)
        | (event.peer() == 0 ? 0 : PEER)
        | (event.peerNetwork() == PeerNetwork.UNKNOWN ? 0 : PEER_NETWORK)
        | (event.roaming() ? ROAMING : 0)
        | (event.appendedAt() == Long.MIN_VALUE ? 0 : APPENDED)
        | (event.raw() == null ? 0 : RAW)
        | (event.origin() == 0 ? 0 : ORIGIN);
  }

  private static Event readEvent(int tag, DataInput in) throws IOException {
    if (tag < 1 || tag > KINDS.length) {
      throw new IOException("kind must be 1 to " + KINDS.length + " but was " + tag);
    }
    EventDraft draft = new EventDraft();
    draft.kind = KINDS[tag - 1];
    int flags = in.readUnsignedByte();
    draft.customerId = Packed.readText(in);
    draft.at = Packed.readSigned(in);
    draft.fingerprint = in.readLong();
    draft.amount = Packed.readNumber(in);
    if ((flags & SPREAD) != 0) {
      draft.spread = Packed.readEnum(in, SPREADS);
    }
    if ((flags & REGION) != 0) {
      draft.region = Packed.readText(in);
    }
    if ((flags & PEER) != 0) {
      draft.peer = in.readLong();
    }
    if ((flags & PEER_NETWORK) != 0) {
      draft.peerNetwork = Packed.readEnum(in, NETWORKS);
    }
    draft.roaming = (flags & ROAMING) != 0;
    int origin = (flags & ORIGIN) == 0 ? 0 : Packed.readInt(in);
    long appendedAt = (flags & APPENDED) == 0 ? Long.MIN_VALUE : draft.at + Packed.readSigned(in);
    byte[] raw = (flags & RAW) == 0 ? null : Packed.readBytes(in);
    if (draft.kind == EventKind.PROFILE) {
      draft.profile = ProfileFormat.read(in);
    } else if (draft.kind == EventKind.CARE) {
      draft.care = readCare(in);
    } else if (draft.kind == EventKind.OUTCOME) {
      draft.outcome = OutcomeFormat.read(draft.at, in);
    }
    return draft.finish(origin, appendedAt, raw);
  }

  private static void writeCare(Care care, DataOutput out) throws IOException {
    Packed.writeEnum(out, care.kind());
    Packed.writeEnum(out, care.source());
    Packed.writeNumber(out, care.attributes().size());
    // In order of names, so that equal events have equal bytes.
    for (Map.Entry<String, String> entry : new TreeMap<>(care.attributes()).entrySet()) {
      Packed.writeText(out, entry.getKey());
      Packed.writeText(out, entry.getValue());
    }
  }

  private static Care readCare(DataInput in) throws IOException {
    Care.Kind kind = Packed.readEnum(in, CARE_KINDS);
    Care.Source source = Packed.readEnum(in, CARE_SOURCES);
    Map<String, String> attributes = new HashMap<>();
    for (int left = Packed.readInt(in); left > 0; left--) {
      attributes.put(Packed.readText(in), Packed.readText(in));
    }
    return new Care(kind, source, attributes);
  }

  private static void writeRejected(Rejected rejected, DataOutput out) throws IOException {
    Packed.writeEnum(out, rejected.reason());
    Packed.writeText(out, rejected.message());
    Packed.writeNumber(out, rejected.origin());
    Packed.writeText(out, rejected.source());
    Packed.writeSigned(out, rejected.partition());
    Packed.writeSigned(out, rejected.offset());
    Packed.writeBytes(out, rejected.key());
    Packed.writeBytes(out, rejected.value());
  }

  private static Rejected readRejected(DataInput in) throws IOException {
    return new Rejected(
        Packed.readEnum(in, REASONS),
        Packed.readText(in),
        Packed.readInt(in),
        Packed.readText(in),
        (int) Packed.readSigned(in),
        Packed.readSigned(in),
        Packed.readBytes(in),
        Packed.readBytes(in));
  }
}
