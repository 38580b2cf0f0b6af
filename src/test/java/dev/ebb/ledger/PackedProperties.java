package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.WithNull;

class PackedProperties {

  @Property(tries = 200, seed = "1")
  void shouldReadBackWhatWasWritten(
      @ForAll long number,
      @ForAll double real,
      @ForAll boolean flag,
      @ForAll @WithNull byte[] bytes,
      @ForAll int[] numbers) {
    PackedWriter writer = new PackedWriter().varint(number).zigzag(number).fixed(number);
    writer.real(real).bool(flag).bytes(bytes);
    for (int each : numbers) {
      writer.zigzag(each);
    }

    PackedReader reader = new PackedReader(writer.toBytes());

    assertThat(reader.varint()).isEqualTo(number);
    assertThat(reader.zigzag()).isEqualTo(number);
    assertThat(reader.fixed()).isEqualTo(number);
    assertThat(reader.real()).isEqualTo(real);
    assertThat(reader.bool()).isEqualTo(flag);
    assertThat(reader.bytes()).isEqualTo(bytes);
    for (int each : numbers) {
      assertThat(reader.zigzagInt()).isEqualTo(each);
    }
    assertThat(reader.hasMore()).isFalse();
  }

  @Example
  void shouldKeepTextsAndTellNullFromEmpty() {
    PackedReader reader =
        new PackedReader(new PackedWriter().string("北京").string("").string(null).toBytes());

    assertThat(reader.string()).isEqualTo("北京");
    assertThat(reader.string()).isEmpty();
    assertThat(reader.string()).isNull();
  }

  @Example
  void shouldRefuseTruncatedBytes() {
    assertThatThrownBy(() -> new PackedReader(new byte[] {5, 1}).bytes())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("packed value must have 4 bytes at 1 but has 2");
  }
}
