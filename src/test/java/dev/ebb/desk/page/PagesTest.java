package dev.ebb.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ebb.desk.store.Barrier;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.CaseView;
import dev.ebb.desk.store.Place;
import dev.ebb.desk.store.Role;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.QuietHours;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final CallRules RULES =
      new CallRules(
          ZONE, new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), Duration.ofHours(1));

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

    assertThat(verdict(view, RULES, night)).isEqualTo("Not now: quiet until Fri 08:00.");
    assertThat(checks(SpecialCases.closed(view, "legal-stop"), RULES, nextDay))
        .contains("The law forbids it until 15:20");
    assertThat(checks(SpecialCases.closed(view, "legal-stop"), CallRules.NONE, nextDay))
        .contains("The law forbids it until the code lapses");
  }

  @Test
  void shouldForbidCallsAtNightAlsoWhereNothingIsRecommended() {
    CaseView view = SpecialCases.recommending(SampleCases.secondSimCase(Place.HELD, "lin"), null);
    Instant elevenAtNight = Instant.parse("2026-11-19T15:00:00Z");
    Instant morning = Instant.parse("2026-11-20T00:00:00Z");

    assertThat(Barrier.of(view, RULES, elevenAtNight))
        .isEqualTo(new Barrier(Barrier.Kind.QUIET, morning));
    assertThat(verdict(view, RULES, elevenAtNight)).isEqualTo("Not now: quiet until Fri 08:00.");
    assertThat(checks(view, RULES, elevenAtNight)).contains("quiet until Fri 08:00");
    assertThat(Barrier.of(view, RULES, morning)).isNull();
  }

  @Test
  void shouldAllowCallsByDayAfterTheHoursThatTheJobToldLast() {
    CaseView told = SampleCases.secondSimCase(Place.HELD, "lin");
    CaseMessage.Recommended it = told.message().recommended();
    long yesterday = Instant.parse("2026-11-18T13:00:00Z").toEpochMilli();
    CaseView view =
        SpecialCases.recommending(
            told,
            new CaseMessage.Recommended(
                it.lever(),
                it.playbook(),
                it.channel(),
                it.contactFrom(),
                yesterday,
                it.opener(),
                it.mayOffer(),
                it.mustNot()));

    assertThat(Barrier.of(view, RULES, SampleCases.NOW)).isNull();
    assertThat(verdict(view, RULES, SampleCases.NOW)).isEqualTo("You may call now.");
    assertThat(checks(view, RULES, SampleCases.NOW)).contains("open now");
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

  @Test
  void shouldTellWhoTheCustomerIs() {
    assertThat(text(html(SpecialCases.related(secondSim()), Tongue.EN)))
        .containsSubsequence(
            "Value ¥186 a month Diamond",
            "Tenure 5 years",
            "Agreement Discount ends Wed 25 Nov",
            "Household shared with others 1 other case",
            "Earlier cases 1 last",
            "15 ••• 31");
  }

  @Test
  void shouldMarkSignalsPlanDatesAndContactsInTheChart() {
    CaseView view = SpecialCases.ended(secondSim(), LocalDate.of(2026, 11, 10));
    Chart chart = new Charts(new Words(Tongue.EN, ZONE), SampleCases.NAMES).of(view);

    assertThat(chart.days().stream().filter(day -> !day.event().isEmpty()))
        .extracting(Chart.Day::day, Chart.Day::event)
        .containsExactly(
            tuple("Tue 10 Nov", "Discount ends"),
            tuple("Tue 17 Nov", "Probably a second SIM"),
            tuple("Wed 18 Nov", "Agreement ends within a week, No answer"));
    assertThat(html(view, Tongue.EN))
        .contains("class=\"mark mark-signal\"")
        .contains("class=\"mark mark-plan\"")
        .contains("class=\"mark mark-contact\"");
  }

  @Test
  void shouldFoldTheWeights() {
    assertThat(html(secondSim(), Tongue.EN))
        .contains("<details class=\"weights\">\n<summary>How the risk adds up</summary>");
  }

  @Test
  void shouldSayRiskInWordsAndNeverInRed() throws IOException {
    assertThat(html(secondSim(), Tongue.EN))
        .containsPattern("class=\"risk risk-3\"><i aria-hidden=\"true\"></i>Severe risk</span>")
        .doesNotContainPattern("0\\.56|\\b56 %");
    assertThat(html(secondSim(), Tongue.ZH)).contains("</i>极高风险</span>");
    String styles = new String(Assets.named("desk.css").orElseThrow().bytes(), UTF_8);
    assertThat(styles.lines().filter(line -> line.startsWith(".risk")))
        .hasSizeGreaterThan(4)
        .noneSatisfy(line -> assertThat(line).contains("red"));
  }

  @Test
  void shouldNeedNoNoteForAnOutcome() {
    assertThat(html(SampleCases.secondSimCase(Place.HELD, "lin"), Tongue.EN))
        .contains("name=\"note\"", "name=\"when\"")
        .doesNotContain(" required");
  }

  @Test
  void shouldHoldRetentionAgainstTheTargetWithWhatItMeans() {
    Words words = new Words(Tongue.EN, ZONE);
    assertThat(text(pages.render("lead", frame(words), SampleFigures.of(words))))
        .containsSubsequence(
            "Retention against 93 %",
            "94.1 %",
            "target reached",
            "1 − lost / cohort. Lost, each once: left, cancelled or ported out, or 3 months since",
            "with less than ¥50 of spend or less than 100 min of outgoing calls.",
            "92.9 %",
            "below target");
  }

  /** What is read of a page, without tags. */
  private static String text(String html) {
    return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  private static CaseView secondSim() {
    return SampleCases.secondSimCase(Place.TO_DO, null);
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
    return pages.render(
        "case",
        frame(words),
        new CasePages(words, SampleCases.NAMES, "lin", SampleCases.NOW).of(view));
  }

  private static Frame frame(Words words) {
    Viewer viewer = new Viewer("lin", "Lin Yue", Role.AGENT);
    return new Frame(words, "next", Theme.AUTO, viewer, "t", "/next");
  }
}
