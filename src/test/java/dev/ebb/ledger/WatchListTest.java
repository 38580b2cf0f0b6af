package dev.ebb.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.PhoneNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchListTest {

  private static final WatchList LIST =
      WatchList.of(List.of("10086", "+861300*", "0049170*", "10086"));

  @ParameterizedTest
  @ValueSource(strings = {"10086", "+10086", "8613001234567", "861300", "00491701"})
  void shouldHoldNumbersAndWhatBeginsWithAPrefix(String number) {
    assertThat(LIST.holds(PhoneNumber.of(number))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"100861", "1008", "86130", "86131", "491701", "8"})
  void shouldHoldNothingElse(String number) {
    assertThat(LIST.holds(PhoneNumber.of(number))).isFalse();
  }

  @Test
  void shouldNotMistakeAnotherNameForANumber() {
    assertThat(LIST.holds(PhoneNumber.of("10086")) && LIST.holds(-PhoneNumber.of("10086")))
        .isFalse();
    assertThat(LIST.holds(0)).isFalse();
    assertThat(WatchList.EMPTY.holds(PhoneNumber.of("10086"))).isFalse();
  }

  @Test
  void shouldCountAnEntryOnce() {
    assertThat(LIST.size()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "+", "1 0", "13a", "1**", "1234567890123456789"})
  void shouldRefuseWhatIsNoNumber(String entry) {
    assertThatThrownBy(() -> WatchList.of(List.of(entry)))
        .hasMessage(
            "entry must be 1 to 18 digits, perhaps behind a + or before a *, but was " + entry);
  }

  @Test
  void shouldAgreeWithAPlainSearchAmongAHundredThousand() {
    Random random = new Random(1);
    Set<String> entries = new HashSet<>();
    while (entries.size() < 100_000) {
      String number = Long.toString(13_000_000_000L + random.nextInt(1_000_000_000));
      entries.add(random.nextInt(4) == 0 ? number.substring(0, 8) + "*" : number);
    }
    WatchList list = WatchList.of(entries);
    assertThat(list.size()).isEqualTo(100_000);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      String number = Long.toString(13_000_000_000L + random.nextInt(1_000_000_000));
      boolean held = entries.contains(number) || entries.contains(number.substring(0, 8) + "*");
      if (list.holds(PhoneNumber.of(number)) != held) {
        wrong.add(number);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
