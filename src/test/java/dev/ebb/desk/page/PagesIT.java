package dev.ebb.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser, with made-up cases. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class PagesIT {
  private static final List<String> PATHS =
      List.of(
          "/next",
          "/mine",
          "/lead",
          "/lead/rules",
          "/lead/team",
          "/lead/departed",
          "/lead/digest",
          "/lead/audit",
          "/win-back",
          "/complaint",
          "/enquiry",
          "/stopped",
          "/nothing",
          "/queue",
          "/empty",
          "/inbound",
          "/sign-in",
          "/problem");

  /** Buttons, fields and links that stand alone, below the 44 pixels that a finger needs. */
  private static final String SMALL_TARGETS =
      """
      [...document.querySelectorAll("button, select, summary, .button, .tabs a, .row > * > .number,"
          + "input:not([type=hidden], [type=checkbox]), .switch span")]
        .filter((it) => it.checkVisibility())
        .map((it) => [it.outerHTML.slice(0, 80), it.getBoundingClientRect()])
        .filter(([it, box]) => box.height > 0 && box.height < 44 && !it.includes('class="number"'))
        .map(([it, box]) => it + " " + box.height)
      """;

  /** How the digits stand where a text is nothing but a figure. */
  private static final String FIGURES =
      """
      [...document.querySelectorAll("main *")]
        .filter((it) => it.children.length === 0 && it.checkVisibility())
        .filter((it) => /^[¥+−±-]?\\d[\\d.,:]+( %)?$/.test(it.textContent.trim()))
        .map((it) => getComputedStyle(it).fontVariantNumeric === "tabular-nums"
            ? "tabular-nums" : it.outerHTML)
      """;

  /** How clearly the line below the bar is seen. */
  private static final String UNDER_WAY =
      "getComputedStyle(document.querySelector('.top'), '::after').opacity";

  private static Chromium chromium;
  private static SampleDesk desk;

  @BeforeAll
  static void start() throws Exception {
    desk = new SampleDesk(0);
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    desk.close();
  }

  static Stream<String> pages() {
    return PATHS.stream()
        .flatMap(path -> Stream.of(path + "?light", path + "?dark", path + "?light&zh"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void shouldBeAccessibleAndKeepToThePolicy(String page) {
    Page window = chromium.window();
    List<String> complaints = new ArrayList<>();
    window.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    window.navigate(desk.uri() + page);

    List<Rule> violations =
        new AxeBuilder(window)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();

    assertThat(violations).extracting(Rule::getId, rule -> rule.getNodes().toString()).isEmpty();
    assertThat(complaints).isEmpty();
    window.context().close();
  }

  @Test
  void shouldWalkTheQueueByKeys() {
    Page window = chromium.window();
    window.navigate(desk.uri() + "/queue");

    window.keyboard().press("j");
    window.keyboard().press("j");
    window.keyboard().press("k");
    window.keyboard().press("j");
    assertThat(focused(window)).contains("18 ••• 06");

    window.keyboard().press("/");
    window.keyboard().type("jk");
    assertThat(window.inputValue("#q")).isEqualTo("jk");

    window.keyboard().press("Escape");
    window.keyboard().press("?");
    assertThat(window.isVisible("#keys")).isTrue();
    window.context().close();
  }

  @Test
  void shouldReadTheChartWherePointedAt() {
    Page window = chromium.window();
    window.navigate(desk.uri() + "/next");

    window.hover("[data-chart] svg");
    assertThat(window.textContent("[data-readout]")).contains(" min").contains("¥");

    window.focus("[data-chart] svg");
    window.keyboard().press("ArrowRight");
    assertThat(window.textContent("[data-readout]")).contains(" min");
    window.context().close();
  }

  @Test
  void shouldFitTheAgentsScreenInFiguresThatStandInLine() {
    Page window = chromium.window();
    int figures = 0;
    for (String path : PATHS) {
      for (String language : List.of("", "?zh")) {
        window.navigate(desk.uri() + path + language);
        assertThat(window.evaluate("document.documentElement.scrollWidth - innerWidth"))
            .as("%s is too wide by", path + language)
            .isEqualTo(0);
        List<?> variants = (List<?>) window.evaluate(FIGURES);
        assertThat(variants).as("figures of %s", path).allMatch(it -> "tabular-nums".equals(it));
        figures += variants.size();
      }
    }
    assertThat(figures).isGreaterThan(100);
    window.context().close();
  }

  @Test
  void shouldDrawThatARequestIsUnderWay() {
    Page window = chromium.window();
    AtomicReference<Route> claim = new AtomicReference<>();
    window.route("**/claim", claim::set);
    window.navigate(desk.uri() + "/next");
    assertThat(window.evaluate(UNDER_WAY)).isEqualTo("0");

    window.keyboard().press("c");
    window.waitForCondition(() -> claim.get() != null && "1".equals(window.evaluate(UNDER_WAY)));
    claim.get().abort();
    window.waitForCondition(() -> "0".equals(window.evaluate(UNDER_WAY)));
    window.context().close();
  }

  /** On both tablets nothing is cut off, and a finger hits what it aims at. */
  @ParameterizedTest
  @ValueSource(ints = {1024, 820})
  void shouldBeFineOnATablet(int width) {
    for (String path : PATHS) {
      Page window = chromium.tablet(width, width == 1024 ? 768 : 1180);
      window.navigate(desk.uri() + path);
      assertThat(window.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as("%s is too wide by", path)
          .isEqualTo(0);
      assertThat((List<?>) window.evaluate(SMALL_TARGETS))
          .as("small targets of %s", path)
          .isEmpty();
      window.context().close();
    }
  }

  private static String focused(Page window) {
    return String.valueOf(window.evaluate("document.activeElement.textContent"));
  }
}
