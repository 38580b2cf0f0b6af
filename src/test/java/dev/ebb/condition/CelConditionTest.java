package dev.ebb.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ebb.signal.Fact;
import dev.ebb.signal.Facts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CelConditionTest {
  private static final Map<Fact, Object> KNOWN =
      Map.of(
          Fact.PAYMENT,
          "prepaid",
          Fact.TIER,
          "gold",
          Fact.TENURE_DAYS,
          400L,
          Fact.ARPU,
          12_850L,
          Fact.MOU_28,
          61.5,
          Fact.OPT_OUT,
          false,
          Fact.CHANNELS,
          List.of("app", "sms"));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "payment == 'prepaid' ; true",
        "tier in ['valued', 'silver'] ; false",
        "tenureDays >= 365 && arpu > 128 && arpu < 129 ; true",
        "mou28 / arpu > 0.5 ; false",
        "!optOut && 'sms' in channels ; true",
        "channels.exists(channel, channel.startsWith('ap')) ; true",
        // Nothing is known of the points and the segment.
        "points > 100 ; false",
        "!(points > 100) ; false",
        "points > 100 || payment == 'prepaid' ; true",
        "payment == 'prepaid' || points > 100 ; true",
        "points > 100 && payment == 'postpaid' || tier == 'gold' ; true",
        "known.points ; false",
        "!known.points || points > 100 ; true",
        "known.tier && tier == 'gold' ; true",
        "segment == '' ; false",
        "tenureDays / (tenureDays - 400) > 1 ; false",
      })
  void shouldHoldWhereItIsKnownToBeTrue(String source, boolean holds) throws Exception {
    assertThat(CelCondition.of(source, 100).holds(KNOWN::get)).isEqualTo(holds);
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowEveryFactByItsName(Fact fact) throws Exception {
    CelCondition condition =
        CelCondition.of("known." + fact.label() + " && " + fact.label() + " == " + fact.label(), 1);

    assertThat(condition.facts()).containsExactly(fact);
    assertThat(condition.readsDays()).isEqualTo(fact.isOfDays());
    assertThat(condition.holds(asked -> sample(asked.form()))).isTrue();
    assertThat(condition.holds(asked -> null)).isFalse();
  }

  private static Object sample(Fact.Form form) {
    return switch (form) {
      case TEXT -> "word";
      case TEXTS -> List.of("one", "two");
      case FLAG -> true;
      case WHOLE, MONEY -> 7L;
      case DECIMAL -> 7.5;
    };
  }

  @Test
  void shouldTellEverythingThatIsWrongAndWhere() {
    InvalidCondition wrong =
        catchThrowableOfType(
            InvalidCondition.class, () -> CelCondition.of("pints > 3\n  && spent < 4", 100));

    assertThat(wrong.issues())
        .extracting(issue -> issue.line() + ":" + issue.column())
        .containsExactly("1:1", "2:6");
  }

  @Test
  void shouldRefuseAnExpressionOfNoEnd() {
    assertThat(
            catchThrowableOfType(
                InvalidCondition.class,
                () -> CelCondition.of("points > 1" + " && points > 1".repeat(200), 100)))
        .isNotNull();
  }

  @Test
  void shouldTravelAsItsText() throws Exception {
    CelCondition condition = CelCondition.of("arpu > 128", 100);
    CelCondition arrived = (CelCondition) copied(condition);

    assertThat(arrived).isEqualTo(condition).hasToString("arpu > 128").hasSameHashCodeAs(condition);
    assertThat(arrived).isNotEqualTo(CelCondition.of("arpu > 128", 1));
    assertThat(arrived.holds(KNOWN::get)).isTrue();
    Facts poor = fact -> 1L;
    assertThat(arrived.holds(poor)).isFalse();
  }

  private static Object copied(Object object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    assertThat(bytes.size()).isLessThan(300);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
