package dev.ebb.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.PeerNetwork;
import java.io.StringWriter;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class DecoderProperties {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final long FIRST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

  record Usage(
      String id,
      String customerId,
      long at,
      EventKind kind,
      long amount,
      String peer,
      PeerNetwork network,
      String region) {}

  @Property(seed = "1")
  void shouldReadWhatWasWritten(@ForAll("usages") Usage usage, @ForAll boolean asText)
      throws Exception {
    Event event = Decoding.event(Feed.USAGE, json(usage, asText));

    assertThat(event.customerId()).isEqualTo(usage.customerId());
    assertThat(event.at()).isEqualTo(usage.at());
    assertThat(event.kind()).isEqualTo(usage.kind());
    assertThat(event.amount()).isEqualTo(usage.amount());
    assertThat(event.fingerprint()).isEqualTo(new Fingerprint("usage").of(usage.id()));
    assertThat(event.peer()).isEqualTo(usage.peer() == null ? 0 : new Peers().of(usage.peer()));
    assertThat(event.peerNetwork()).isEqualTo(usage.network());
    assertThat(event.region()).isEqualTo(usage.region());
  }

  @Property(seed = "1")
  void shouldNeverThrowAndAlwaysKeepTheBytes(
      @ForAll @Size(max = 200) byte[] bytes, @ForAll Feed feed) {
    Decoded decoded =
        Decoding.canonical(feed).decode(null, bytes, Decoding.APPENDED, Decoding.PLACE);

    assertThat(decoded.rejected().value()).isSameAs(bytes);
  }

  @Property(seed = "1")
  void shouldNeverThrowOnADamagedRecord(
      @ForAll("usages") Usage usage,
      @ForAll @Size(min = 1, max = 8) int[] places,
      @ForAll byte other)
      throws Exception {
    byte[] bytes = Decoding.bytes(json(usage, true));
    for (int place : places) {
      bytes[Math.floorMod(place, bytes.length)] = other;
    }
    Decoded decoded =
        Decoding.canonical(Feed.USAGE).decode(null, bytes, Decoding.APPENDED, Decoding.PLACE);

    if (decoded.rejected() != null) {
      assertThat(decoded.rejected().value()).isSameAs(bytes);
      assertThat(decoded.rejected().message()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<Usage> usages() {
    Arbitrary<String> texts = texts();
    Arbitrary<EventKind> kinds =
        Arbitraries.of(EventKind.class).filter(kind -> kind.feed() == Feed.USAGE);
    return Combinators.combine(
            texts,
            texts,
            Arbitraries.longs().between(FIRST, Decoding.APPENDED),
            kinds,
            Arbitraries.longs().between(0, Limits.AMOUNT),
            texts.injectNull(0.3),
            Arbitraries.of(PeerNetwork.class),
            texts.injectNull(0.3))
        .as(Usage::new);
  }

  private static Arbitrary<String> texts() {
    Arbitrary<Integer> points =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0x20, 0x7E),
                Arbitraries.integers().between(0xA0, 0x10FFFF))
            .filter(c -> c < 0xD800 || c > 0xDFFF);
    return points
        .list()
        .ofMinSize(1)
        .ofMaxSize(60)
        .map(
            list ->
                list.stream()
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }

  private static String json(Usage usage, boolean asText) throws Exception {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", usage.id()).put("customerId", usage.customerId());
    if (asText) {
      node.put("at", Instant.ofEpochMilli(usage.at()).toString());
    } else {
      node.put("at", usage.at());
    }
    node.put("kind", usage.kind().label()).put("amount", usage.amount());
    node.put("peer", usage.peer()).put("region", usage.region());
    if (usage.network() != PeerNetwork.UNKNOWN) {
      node.put("peerNetwork", Words.lower(usage.network()));
    }
    StringWriter text = new StringWriter();
    MAPPER.writeValue(text, node);
    return text.toString();
  }
}
