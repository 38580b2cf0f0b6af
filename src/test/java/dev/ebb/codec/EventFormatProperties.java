package dev.ebb.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Outcome;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Profile;
import dev.ebb.event.RejectReason;
import dev.ebb.event.Spread;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class EventFormatProperties {
  private static final Profile FULL =
      new Profile(
          1795255200000L,
          LocalDate.of(2024, 2, 29),
          Profile.Status.BARRED,
          Profile.Payment.PREPAID,
          new Profile.Plan("P1", null, 12800),
          List.of(
              new Profile.Agreement(
                  Profile.AgreementKind.POINTS, "gold", LocalDate.of(2026, 12, 31), true)),
          0,
          "s",
          "r",
          "Asia/Urumqi",
          "h",
          new Profile.Account(Profile.AccountKind.INDIVIDUAL, null),
          new Profile.Contact(
              true, List.of("sms"), null, LocalTime.of(21, 30), LocalTime.MIDNIGHT, "m"));
  private static final Profile EMPTY =
      new Profile(
          1795255200000L, null, null, null, null, null, null, null, null, null, null, null, null);

  @Property(seed = "1")
  void shouldReadUsageBack(
      @ForAll EventKind kind,
      @ForAll @NotEmpty String customer,
      @ForAll long at,
      @ForAll long fingerprint,
      @ForAll @LongRange(min = 0) long amount,
      @ForAll Spread spread,
      @ForAll PeerNetwork network,
      @ForAll long peer,
      @ForAll boolean some)
      throws IOException {
    Profile profile = kind == EventKind.PROFILE ? some ? FULL : EMPTY : null;
    Care care =
        kind == EventKind.CARE
            ? new Care(Care.Kind.FAULT, Care.Source.STAFF, Map.of("a", "b", "c", "d"))
            : null;
    Outcome outcome =
        kind == EventKind.OUTCOME
            ? new Outcome(
                "a1",
                some ? Outcome.Kind.CALLBACK : Outcome.Kind.WRONG,
                some ? null : Outcome.Reason.TRAVEL,
                some ? at : null,
                some ? null : "m7")
            : null;
    Event event =
        new Event(
            kind,
            clean(customer),
            at,
            fingerprint,
            amount,
            spread,
            some ? "north" : null,
            peer,
            network,
            some,
            some ? 300 : 0,
            some ? at + 17 : Long.MIN_VALUE,
            profile,
            care,
            outcome,
            null);

    assertThat(read(write(Decoded.of(event)))).isEqualTo(Decoded.of(event));
  }

  @Property(seed = "1")
  void shouldReadRejectedBack(
      @ForAll RejectReason reason,
      @ForAll String message,
      @ForAll long offset,
      @ForAll byte[] value,
      @ForAll boolean keyed)
      throws IOException {
    Rejected rejected =
        new Rejected(
            reason, clean(message), 3, "calls.csv", -1, offset, keyed ? value : null, value);

    Rejected back = read(write(Decoded.of(rejected))).rejected();

    assertThat(back).usingRecursiveComparison().isEqualTo(rejected);
  }

  @Example
  void shouldReadBytesOfVersion1() throws IOException {
    Event usage =
        new Event(
            EventKind.VOICE_OUT,
            "c1",
            1795255200000L,
            0x0123456789ABCDEFL,
            300,
            Spread.MONTH,
            "gd",
            -2,
            PeerNetwork.OFF_NET,
            true,
            5,
            1795255201000L,
            null,
            null,
            null,
            new byte[] {1, 2});
    String version1 =
        "01ff03633180a4e3d8bf680123456789abcdefac0204036764fffffffffffffffe0305d00f030102";

    assertThat(EventFormat.VERSION).isEqualTo(1);
    assertThat(HexFormat.of().formatHex(write(Decoded.of(usage)))).isEqualTo(version1);
    assertThat(read(HexFormat.of().parseHex(version1)).event())
        .usingRecursiveComparison()
        .isEqualTo(usage);
  }

  @Example
  void shouldKeepEachFlagOfVersion1InItsPlace() throws IOException {
    Event plain = Event.of(EventKind.DATA, "c", 0, 0, 0);

    assertThat(flags(plain)).isZero();
    assertThat(flags(plain.with(Spread.DAY))).isEqualTo(1);
    assertThat(flags(with("gd", 0, PeerNetwork.UNKNOWN, false, 0, Long.MIN_VALUE))).isEqualTo(2);
    assertThat(flags(with(null, 9, PeerNetwork.UNKNOWN, false, 0, Long.MIN_VALUE))).isEqualTo(4);
    assertThat(flags(with(null, 0, PeerNetwork.ON_NET, false, 0, Long.MIN_VALUE))).isEqualTo(8);
    assertThat(flags(with(null, 0, PeerNetwork.UNKNOWN, true, 0, Long.MIN_VALUE))).isEqualTo(16);
    assertThat(flags(with(null, 0, PeerNetwork.UNKNOWN, false, 0, 7))).isEqualTo(32);
    assertThat(flags(with(null, 0, PeerNetwork.UNKNOWN, false, 1, Long.MIN_VALUE))).isEqualTo(128);
  }

  @Example
  void shouldReadAProfileOfVersion1() throws IOException {
    String version1 =
        "0b0003633180a4e3d8bf6800000000000000000080a4e3d8bf688cb5020201010350310080640104"
            + "05676f6c64a4c5020101027302720c417369612f5572756d7169026801010001010104736d7300"
            + "b0b90900026d";
    Event event = Event.of("c1", FULL);

    String written = HexFormat.of().formatHex(write(Decoded.of(event)));

    assertThat(written).isEqualTo(version1);
    assertThat(read(HexFormat.of().parseHex(version1)).event()).isEqualTo(event);
  }

  @Example
  void shouldTakeFewBytesForAPlainEvent() throws IOException {
    Event event = Event.of(EventKind.DATA, "13800138000", 1795255200000L, -1, 1_000_000);

    assertThat(write(Decoded.of(event))).hasSizeLessThanOrEqualTo(32);
  }

  private static Event with(
      String region, long peer, PeerNetwork network, boolean roaming, int origin, long appended) {
    return new Event(
        EventKind.DATA,
        "c",
        0,
        0,
        0,
        Spread.NONE,
        region,
        peer,
        network,
        roaming,
        origin,
        appended,
        null,
        null,
        null,
        null);
  }

  private static int flags(Event event) throws IOException {
    return write(Decoded.of(event))[1] & 0xFF;
  }

  /** Texts of half surrogates never pass a decoder. */
  private static String clean(String text) {
    return text.replaceAll("[\\ud800-\\udfff]", "?");
  }

  private static byte[] write(Decoded decoded) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EventFormat.write(decoded, new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Decoded read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    Decoded decoded = EventFormat.readDecoded(in);
    assertThat(in.read()).isEqualTo(-1);
    return decoded;
  }
}
