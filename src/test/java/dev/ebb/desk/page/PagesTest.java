package dev.ebb.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.Place;
import dev.ebb.desk.store.Role;
import dev.ebb.retention.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Pages pages = new Pages();

  @Test
  void shouldShowACaseInTheOrderInWhichItIsWorked() {
    assertThat(html(SampleCases.secondSimCase(Place.TO_DO, null), Tongue.EN))
        .containsSubsequence(
            "You may call now.",
            "Outgoing calls fell by 62 %",
            "we are reviewing plans",
            "up to ¥28",
            "Name a rival",
            "Claim this case",
            "¥186 a month",
            "data-chart",
            "Timeline",
            "How the risk adds up");
  }

  @Test
  void shouldKeepTagsInAPlanNameAsText() {
    CaseView plain = SampleCases.secondSimCase(Place.TO_DO, null);
    CaseView hostile =
        new CaseView(
            plain.card(),
            plain.message(),
            plain.course(),
            SampleCases.profile("<script>alert(1)</script>"),
            plain.timeline(),
            plain.earlier(),
            plain.household(),
            null);

    assertThat(html(hostile, Tongue.EN))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void shouldRedOnlyWhatIsMissed() {
    assertThat(html(SampleCases.complaintCase(), Tongue.EN)).contains("due missed");
    assertThat(html(SampleCases.secondSimCase(Place.TO_DO, null), Tongue.EN))
        .doesNotContain("missed")
        .doesNotContain("light-stop");
  }

  @Test
  void shouldMindAnOpenComplaint() {
    assertThat(html(SampleCases.complaintCase(), Tongue.EN))
        .contains("complaint open since Mon 14:20: until it is solved sell nothing");
  }

  @Test
  void shouldSayUntilWhenACallIsForbidden() {
    CaseView view = SampleCases.secondSimCase(Place.TO_DO, null);
    Instant night = SampleCases.NOW.plus(Duration.ofHours(8));
    Instant nextDay = SampleCases.NOW.plus(Duration.ofMinutes(30));
    CallRules rules =
        new CallRules(
            ZONE, new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), Duration.ofHours(1));

    assertThat(verdict(view, rules, night)).isEqualTo("Not now: quiet until Fri 08:00.");
    assertThat(checks(SpecialCases.closed(view, "legal-stop"), rules, nextDay))
        .contains("The law forbids it until 15:20");
    assertThat(checks(SpecialCases.closed(view, "legal-stop"), CallRules.NONE, nextDay))
        .contains("The law forbids it until the code lapses");
  }

  @Test
  void shouldSayThatNoDaysAreKnownYet() {
    assertThat(html(SpecialCases.enquiry(), Tongue.EN))
        .contains("The days before come with the next close of a day")
        .doesNotContain("data-chart");
  }

  @Test
  void shouldOfferOutcomesOnlyToTheHolder() {
    assertThat(html(SampleCases.secondSimCase(Place.HELD, "lin"), Tongue.EN))
        .contains("value=\"accepted\"", "wrong~travel");
    assertThat(html(SampleCases.secondSimCase(Place.HELD, "chen"), Tongue.EN))
        .doesNotContain("value=\"accepted\"")
        .contains("chen works this case.");
  }

  @Test
  void shouldSpeakChinese() {
    assertThat(html(SampleCases.secondSimCase(Place.TO_DO, null), Tongue.ZH))
        .contains("lang=\"zh-Hans\"", "现在可以致电", "主叫下降62%", "领取案件")
        .doesNotContain("You may");
  }

  @Test
  void shouldNeedNoInlineScriptOrStyle() {
    assertThat(html(SampleCases.secondSimCase(Place.HELD, "lin"), Tongue.EN))
        .doesNotContain(" style=", " onclick=", "<style")
        .doesNotContainPattern("<script(?![^>]*src=)");
  }

  private static String verdict(CaseView view, CallRules rules, Instant now) {
    return new MayICall(new Words(Tongue.EN, ZONE), rules, now).of(view).text();
  }

  private static List<String> checks(CaseView view, CallRules rules, Instant now) {
    return new MayICall(new Words(Tongue.EN, ZONE), rules, now)
        .of(view).checks().stream().map(Check::text).toList();
  }

  private String html(CaseView view, Tongue tongue) {
    Words words = new Words(tongue, ZONE);
    Frame frame =
        new Frame(
            words, "next", Theme.AUTO, new Viewer("lin", "Lin Yue", Role.AGENT), "t", "/next");
    return pages.render(
        "case", frame, new CasePages(words, SampleCases.NAMES, "lin", SampleCases.NOW).of(view));
  }
}
