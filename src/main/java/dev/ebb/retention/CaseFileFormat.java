package dev.ebb.retention;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import dev.ebb.retention.CaseMessage.Series;
import dev.ebb.risk.Band;
import dev.ebb.risk.Lifecycle;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packs a {@link CaseFile}. A change of the layout needs a new version beside the old one. */
@SuppressWarnings("EnumOrdinal") // the order is part of the state format
final class CaseFileFormat {
  private static final int VERSION = 1;
  private static final String WHAT = "case file";
  private static final Work[] WORK = Work.values();
  private static final Departure.Kind[] DEPARTURES = Departure.Kind.values();
  private static final Withheld[] REASONS = Withheld.values();
  private static final ExitCause[] CAUSES = ExitCause.values();
  private static final Departure.Told[] TOLD = Departure.Told.values();
  private static final Exit.KnownBy[] KNOWN_BY = Exit.KnownBy.values();
  private static final Stage[] STAGES = Stage.values();
  private static final Standing[] STANDINGS = Standing.values();
  private static final Band[] BANDS = Band.values();
  private static final Tier[] TIERS = Tier.values();

  private CaseFileFormat() {}

  static byte[] pack(CaseFile file) {
    PackedWriter out = new PackedWriter().raw(VERSION);
    out.varint(file.caseNumber).zigzag(file.firstDay).zigzag(file.lastDay);
    day(out, file.returnedOn);
    out.zigzag(file.lastAt);
    out.zigzag(file.value.arpu()).raw(file.value.tier().ordinal());
    WorthFormat.pack(out, file);
    out.raw(file.endedIn.ordinal()).bool(file.forgotten).bool(file.activatedOn != null);
    if (file.activatedOn != null) {
      out.zigzag(file.activatedOn.toEpochDay());
    }
    CareLogFormat.pack(out, file.care);
    out.bool(file.stoppedUntil != LegalStop.NEVER);
    if (file.stoppedUntil != LegalStop.NEVER) {
      out.zigzag(file.stoppedUntil);
    }
    out.zigzag(file.coolUntil == Long.MIN_VALUE ? 0 : file.coolUntil);
    out.varint(file.contacts.size());
    file.contacts.forEach(out::zigzag);
    out.bool(file.dueAt != Long.MAX_VALUE);
    if (file.dueAt != Long.MAX_VALUE) {
      out.zigzag(file.dueAt);
    }
    pack(out, file.lifecycle);
    out.bool(file.departure != null);
    if (file.departure != null) {
      pack(out, file.departure);
    }
    out.varint(file.resting.size());
    file.resting.forEach((rule, until) -> out.string(rule).zigzag(until));
    out.varint(file.trails.size());
    file.trails.forEach((rule, trail) -> pack(out.string(rule), trail));
    out.bool(file.open != null);
    if (file.open != null) {
      pack(out, file.open);
    }
    out.bool(file.series != null);
    if (file.series != null) {
      pack(out, file.series);
    }
    out.varint(file.admitted.size());
    file.admitted.forEach(out::string);
    return out.toBytes();
  }

  static CaseFile unpack(byte[] packed) {
    PackedReader in = new PackedReader(packed).version(WHAT, VERSION);
    CaseFile file = new CaseFile();
    file.caseNumber = in.varint();
    file.firstDay = in.zigzagInt();
    file.lastDay = in.zigzagInt();
    file.returnedOn = day(in);
    file.lastAt = in.zigzag();
    file.value = new Value(in.zigzag(), TIERS[in.raw()]);
    WorthFormat.unpack(in, file);
    file.endedIn = BANDS[in.raw()];
    file.forgotten = in.bool();
    file.activatedOn = in.bool() ? LocalDate.ofEpochDay(in.zigzag()) : null;
    file.care = CareLogFormat.unpack(in);
    file.stoppedUntil = in.bool() ? in.zigzag() : LegalStop.NEVER;
    long coolUntil = in.zigzag();
    file.coolUntil = coolUntil == 0 ? Long.MIN_VALUE : coolUntil;
    for (int left = in.varintInt(); left > 0; left--) {
      file.contacts.add(in.zigzag());
    }
    file.dueAt = in.bool() ? in.zigzag() : Long.MAX_VALUE;
    file.lifecycle = lifecycle(in);
    file.departure = in.bool() ? departure(in) : null;
    for (int left = in.varintInt(); left > 0; left--) {
      file.resting.put(in.string(), in.zigzag());
    }
    for (int left = in.varintInt(); left > 0; left--) {
      file.trails.put(in.string(), trail(in));
    }
    file.open = in.bool() ? open(in) : null;
    file.series = in.bool() ? series(in) : null;
    for (int left = in.varintInt(); left > 0; left--) {
      file.admitted.add(in.string());
    }
    return file;
  }

  private static void day(PackedWriter out, int day) {
    out.varint(day == CaseFile.NEVER ? 0 : day + 1);
  }

  private static int day(PackedReader in) {
    int day = in.varintInt();
    return day == 0 ? CaseFile.NEVER : day - 1;
  }

  private static void pack(PackedWriter out, Lifecycle lifecycle) {
    out.raw(lifecycle.stage() == null ? 0 : lifecycle.stage().ordinal() + 1);
    day(out, lifecycle.calmSince());
  }

  private static Lifecycle lifecycle(PackedReader in) {
    int stage = in.raw();
    return new Lifecycle(stage == 0 ? null : STAGES[stage - 1], day(in));
  }

  private static void pack(PackedWriter out, Departure departure) {
    out.raw(departure.kind().ordinal()).zigzag(departure.day()).zigzag(departure.at());
    out.raw(departure.cause().ordinal()).raw(departure.knownBy().ordinal());
    out.raw(departure.told().ordinal());
  }

  private static Departure departure(PackedReader in) {
    return new Departure(
        DEPARTURES[in.raw()],
        in.zigzagInt(),
        in.zigzag(),
        CAUSES[in.raw()],
        KNOWN_BY[in.raw()],
        TOLD[in.raw()]);
  }

  private static void pack(PackedWriter out, SignalTrail trail) {
    for (byte strength : trail.strengths) {
      out.raw(strength);
    }
    out.raw(trail.matureBits).raw(trail.standing.ordinal());
    if (!trail.standing.isLive()) {
      return;
    }
    out.bool(trail.used).zigzag(trail.since).zigzag(trail.lastHeld);
    evidence(out, trail.evidence);
  }

  private static SignalTrail trail(PackedReader in) {
    SignalTrail trail = new SignalTrail();
    for (int i = 0; i < SignalTrail.LENGTH; i++) {
      trail.strengths[i] = (byte) in.raw();
    }
    trail.matureBits = in.raw();
    trail.standing = STANDINGS[in.raw()];
    if (!trail.standing.isLive()) {
      return trail;
    }
    trail.used = in.bool();
    trail.since = in.zigzag();
    trail.lastHeld = in.zigzag();
    trail.evidence = evidence(in);
    return trail;
  }

  private static void pack(PackedWriter out, OpenCase open) {
    out.string(open.alertId).zigzag(open.openedAt).zigzag(open.runsFrom).zigzag(open.actBy);
    out.zigzag(open.saidAt).zigzag(open.worksFrom);
    out.varint(open.revision).raw(open.work.ordinal()).raw(open.steps).bool(open.sharesTurns);
    out.raw(open.withheld == null ? 0 : open.withheld.ordinal() + 1);
    out.raw(open.band.ordinal()).varint(open.signals.size());
    open.signals.forEach((rule, signal) -> pack(out.string(rule), signal));
  }

  private static OpenCase open(PackedReader in) {
    OpenCase open = new OpenCase(in.string(), in.zigzag());
    open.runsFrom = in.zigzag();
    open.actBy = in.zigzag();
    open.saidAt = in.zigzag();
    open.worksFrom = in.zigzag();
    open.revision = in.varintInt();
    open.work = WORK[in.raw()];
    open.steps = in.raw();
    open.sharesTurns = in.bool();
    int withheld = in.raw();
    open.withheld = withheld == 0 ? null : REASONS[withheld - 1];
    open.band = BANDS[in.raw()];
    for (int left = in.varintInt(); left > 0; left--) {
      open.signals.put(in.string(), signal(in));
    }
    return open;
  }

  private static void pack(PackedWriter out, PastSignal signal) {
    out.raw(signal.standing().ordinal()).zigzag(signal.since()).real(signal.strength());
    evidence(out, signal.evidence());
  }

  private static PastSignal signal(PackedReader in) {
    return new PastSignal(STANDINGS[in.raw()], in.zigzag(), in.real(), evidence(in));
  }

  private static void evidence(PackedWriter out, Map<String, Double> evidence) {
    out.varint(evidence.size());
    evidence.forEach((name, number) -> out.string(name).real(number));
  }

  private static Map<String, Double> evidence(PackedReader in) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    for (int left = in.varintInt(); left > 0; left--) {
      evidence.put(in.string(), in.real());
    }
    return evidence;
  }

  private static void pack(PackedWriter out, Series series) {
    out.zigzag(series.from());
    for (int i = 0; i < Series.DAYS; i++) {
      out.varint(series.mou()[i] + 1).varint(series.spend()[i] + 1);
    }
  }

  private static Series series(PackedReader in) {
    int from = in.zigzagInt();
    long[] mou = new long[Series.DAYS];
    long[] spend = new long[Series.DAYS];
    for (int i = 0; i < Series.DAYS; i++) {
      mou[i] = in.varint() - 1;
      spend[i] = in.varint() - 1;
    }
    return new Series(mou, spend, from);
  }
}
