package dev.ebb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.CaseMessage.Signal;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Bands;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Family;
import dev.ebb.signal.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertLineTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final long RAISED_AT = Instant.parse("2026-03-11T18:13:00Z").toEpochMilli();
  private static final long ACT_BY = Instant.parse("2026-03-14T10:00:00Z").toEpochMilli();
  private static final Signal FALL =
      signal("falling-mou", "Calls fell by {dropPercent} %.", "主叫降{dropPercent}%。");
  private static final Signal LAPSE = signal("expiry-7-days", "Ends soon.", "即将到期。");

  @Test
  void shouldSayWhoWhyAndWhatToDo() {
    assertThat(english().render(open(0.62, List.of(FALL))))
        .isEqualTo(
            """
            Thu 12 Mar 02:13  OPEN  12***45  diamond, ¥186 a month  risk severe 0.62
                why Calls fell by 62 %.
                do  P2 by account-manager, until Sat 14 Mar 18:00: “Good day.”""");
  }

  @Test
  void shouldSayItInChinese() {
    AlertLine chinese = new AlertLine(Language.ZH, SHANGHAI, Bands.DEFAULT, new Paint(false));
    assertThat(chinese.render(open(0.62, List.of(FALL))))
        .isEqualTo(
            """
            3月12日周四 02:13  新预警  12***45  钻石卡,月均186元  风险极高 0.62
                原因 主叫降62%。
                建议 P2,account-manager,最迟3月14日周六 18:00:“您好。”""");
  }

  @Test
  void shouldNameFurtherSignalsAfterTheStrongest() {
    assertThat(english().render(open(0.4, List.of(FALL, LAPSE))))
        .contains("risk high 0.40\n    why Calls fell by 62 %. Also: expiry-7-days\n");
  }

  @Test
  void shouldSayWhyNobodyMayAct() {
    CaseMessage message =
        message(CaseState.WITHHELD, null, 0.2, new Value(18_600, Tier.VALUED), Withheld.IMMATURE);
    assertThat(english().render(message))
        .isEqualTo(
            """
            Thu 12 Mar 02:13  WITHHELD  12***45  valued, ¥186 a month  risk elevated 0.20
                why Calls fell by 62 %.
                not to be contacted: too little history""");
  }

  @Test
  void shouldTakeOneLineForACaseThatEnded() {
    CaseMessage message =
        message(CaseState.CLEARED, "recovered", 0, new Value(18_600, Tier.GOLD), null);
    assertThat(english().render(message))
        .isEqualTo("Thu 12 Mar 02:13  CLEARED  12***45  gold, ¥186 a month  recovered");
  }

  @Test
  void shouldSayNothingOfTheWorthOfAnErasedCustomer() {
    assertThat(english().render(message(CaseState.CLEARED, "erased", 0, null, null)))
        .isEqualTo("Thu 12 Mar 02:13  CLEARED  12***45  erased");
  }

  @Test
  void shouldPutColoursAroundWordsOnly() {
    AlertLine coloured = new AlertLine(Language.EN, SHANGHAI, Bands.DEFAULT, new Paint(true));
    CaseMessage message = open(0.62, List.of(FALL));
    assertThat(coloured.render(message)).contains("\u001b[1;31mOPEN\u001b[0m");
    assertThat(coloured.render(message).replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(english().render(message));
  }

  private static AlertLine english() {
    return new AlertLine(Language.EN, SHANGHAI, Bands.DEFAULT, new Paint(false));
  }

  private static Signal signal(String rule, String en, String zh) {
    return new Signal(
        rule,
        1,
        "any",
        Family.USAGE,
        RAISED_AT,
        0.8,
        0.25,
        Map.of("dropPercent", 62.0),
        new Text(en, zh));
  }

  private static CaseMessage open(double risk, List<Signal> signals) {
    return message(CaseState.OPEN, null, risk, new Value(18_600, Tier.DIAMOND), null, signals);
  }

  private static CaseMessage message(
      CaseState state, String reason, double risk, Value value, Withheld withheld) {
    return message(state, reason, risk, value, withheld, List.of(FALL));
  }

  private static CaseMessage message(
      CaseState state,
      String reason,
      double risk,
      Value value,
      Withheld withheld,
      List<Signal> signals) {
    Recommended move =
        new Recommended(
            4,
            "P2",
            "account-manager",
            null,
            null,
            new Text("Good day.", "您好。"),
            List.of(),
            List.of());
    return new CaseMessage(
        "a",
        1,
        "12000012345",
        state,
        reason,
        RAISED_AT,
        RAISED_AT,
        risk,
        value,
        1_000,
        Stage.DECLINE,
        ACT_BY,
        signals,
        move,
        withheld,
        true,
        null,
        CaseMessage.Aside.NONE);
  }
}
