package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.DATA;
import static dev.ebb.retention.TestRules.EXPIRY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.ledger.Measure;
import dev.ebb.risk.Stage;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A customer's way through the stages, to the exit and back. */
class StageCourseTest {
  private static final Map<Measure, Double> BAD = Map.of(Measure.VOICE_OUT, 1.0, Measure.DATA, 1.0);

  private final Story story = new Story(CALLS, DATA).profile(1, ACTIVATED, null);

  @Test
  void shouldTellTheFirstStageAndEveryChangeOnce() {
    story.day(Map.of()).day(Map.of()).day(BAD).day(BAD);
    for (int day = 0; day < 14; day++) {
      story.day(Map.of());
    }

    assertThat(story.stages).containsExactly("null>C first-seen", "C>D risk", "D>C recovered");
  }

  @Test
  void shouldShowTheStageInTheCase() {
    story.day(BAD);

    assertThat(story.last().stage()).isEqualTo(Stage.DECLINE);
    assertThat(story.stages).containsExactly("null>D first-seen");

    story.day(Map.of(Measure.VOICE_OUT, .5));
    assertThat(story.last().stage()).as("recovery takes its time").isEqualTo(Stage.DECLINE);
  }

  @Test
  void shouldGrowOlder() {
    Story young = new Story(CALLS).profile(1, MONDAY.minusDays(88), null);
    young.day(Map.of()).day(Map.of()).day(Map.of());

    assertThat(young.stages).containsExactly("null>A first-seen", "A>B age");
  }

  @Test
  void shouldPassToTheExitAtOnceAndEnterTheDatabaseOfTheDepartedAtTheClose() {
    story.day(Map.of());
    story.accept(care(Care.Kind.PORTED_OUT, Map.of()));
    assertThat(story.stages).endsWith("C>E ported-out");
    assertThat(story.exits).isEmpty();

    story.daySilentFor(1).daySilentFor(2);

    assertThat(story.exits).hasSize(1);
    Exit exit = story.exits.get(0);
    LocalDate left = MONDAY.plusDays(1);
    assertThat(exit.at()).isEqualTo(noonOf(left));
    assertThat(exit.how()).isEqualTo("ported-out");
    assertThat(exit.cause()).isEqualTo(ExitCause.MOVED_NETWORK);
    assertThat(exit.knownBy()).isEqualTo(Exit.KnownBy.EVENT);
    assertThat(exit.value().arpu()).isEqualTo(12_800);
    assertThat(exit.windows().lastActiveOn()).isEqualTo(MONDAY);
    assertThat(exit.windows().mou7()).isEqualTo(7_000_000);
    assertThat(exit.contact().channels()).containsExactly("sms");
    assertThat(exit.winBack())
        .containsExactly(
            new Exit.WinBack(left.plusDays(14), "P14"),
            new Exit.WinBack(left.plusDays(60), "P14"),
            new Exit.WinBack(left.plusDays(180), "P14"));
  }

  @Test
  void shouldBelieveAStatedCauseAndChooseThePlaybookByIt() {
    story.day(Map.of());
    story.accept(care(Care.Kind.CANCELLED, Map.of("cause", "network-quality"))).day(Map.of());

    assertThat(story.exits)
        .singleElement()
        .extracting(Exit::cause, Exit::knownBy)
        .containsExactly(ExitCause.NETWORK_QUALITY, Exit.KnownBy.STATED);
    assertThat(story.exits.get(0).winBack())
        .allMatch(date -> date.playbook().equals("P14-service"));
  }

  @Test
  void shouldGuessTheCauseFromASignalThatPointsToOne() {
    Story lapsing = new Story(EXPIRY).profile(1, ACTIVATED, MONDAY.plusDays(10)).day(Map.of());
    lapsing.accept(care(Care.Kind.CANCELLED, Map.of())).day(Map.of());

    assertThat(lapsing.exits)
        .singleElement()
        .extracting(Exit::cause, Exit::knownBy)
        .containsExactly(ExitCause.TARIFF, Exit.KnownBy.SIGNALS);
  }

  @Test
  void shouldNotCallBackWhoOptedOut() {
    story.day(Map.of()).optOut(closeOf(MONDAY) + HOUR);
    story.accept(care(Care.Kind.CANCELLED, Map.of())).day(Map.of());

    assertThat(story.exits)
        .singleElement()
        .satisfies(
            exit -> {
              assertThat(exit.contact()).isNull();
              assertThat(exit.winBack()).isEmpty();
            });
  }

  @Test
  void shouldCallNobodyBackBeforeALegalStopHasLapsed() {
    LocalDate left = MONDAY.plusDays(1);

    assertThat(portedOutIn("CN").winBack()).hasSize(3);
    assertThat(portedOutIn("GB").winBack())
        .extracting(Exit.WinBack::on)
        .containsExactly(left.plusDays(60), left.plusDays(180));
    assertThat(portedOutIn("US").winBack()).as("no stop lapses there").isEmpty();
  }

  @Test
  void shouldTellTheExitAgainWhenALegalStopBeginsAfterwards() {
    WatchSettings settings =
        WatchSettings.defaults(Story.SHANGHAI).withLegalStop(LegalStop.SHIPPED.get("GB"));
    Story silent = new Story(settings, CALLS).profile(1, ACTIVATED, null).day(Map.of());
    silent.today = MONDAY.plusDays(60);
    silent.daySilentFor(60);
    assertThat(silent.exits).singleElement().satisfies(it -> assertThat(it.winBack()).hasSize(3));

    Care asked = new Care(Care.Kind.PORT_OUT_REQUEST, Care.Source.CARRIER, Map.of());
    silent.accept(Event.of(LI, noonOf(silent.today), 3, asked));
    silent.daySilentFor(61).daySilentFor(62);

    assertThat(silent.exits).hasSize(2);
    LocalDate lapsed = silent.today.minusDays(2).plusDays(30);
    assertThat(silent.exits.get(1).winBack())
        .extracting(Exit.WinBack::on)
        .hasSize(2)
        .allMatch(lapsed::isBefore);
    silent.returned(silent.now + HOUR);
    assertThat(silent.withdrawn).containsExactly("came back");
  }

  /** Asks for the code, another carrier sends word, and the number is gone, all on one day. */
  private static Exit portedOutIn(String jurisdiction) {
    WatchSettings settings =
        WatchSettings.defaults(Story.SHANGHAI).withLegalStop(LegalStop.SHIPPED.get(jurisdiction));
    Story story = new Story(settings, CALLS).profile(1, ACTIVATED, null).day(Map.of());
    for (Care.Kind kind : new Care.Kind[] {Care.Kind.PORT_OUT_REQUEST, Care.Kind.PORTED_OUT}) {
      Care said = new Care(kind, Care.Source.CARRIER, Map.of());
      story.accept(Event.of(LI, noonOf(story.today), 3, said));
    }
    story.day(Map.of());
    return story.exits.get(0);
  }

  @Test
  void shouldWithdrawTheExitOfWhoComesBack() {
    story.today = MONDAY.plusDays(60);
    story.daySilentFor(60);
    assertThat(story.stages).containsExactly("null>E silent");
    assertThat(story.exits).hasSize(1);

    story.returned(story.now + HOUR);

    assertThat(story.stages).endsWith("E>C returned");
    assertThat(story.withdrawn).containsExactly("came back");
  }

  @Test
  void shouldNotTakeTheLastUseForAReturnButANewerProfile() {
    story.day(Map.of());
    story.accept(care(Care.Kind.CANCELLED, Map.of()));
    story.day(Map.of()).day(Map.of());
    assertThat(story.stages).endsWith("C>E cancelled");

    story.profile(story.now + HOUR, ACTIVATED, null);
    assertThat(story.stages).endsWith("C>E cancelled", "E>C returned");
  }

  @Test
  void shouldWithdrawEverythingOfAnErasedCustomer() {
    story.day(Map.of()).erase(story.now + HOUR);

    assertThat(story.withdrawn).containsExactly("erased");
  }

  @Test
  void shouldKeepTheWayAcrossARestart() {
    story.day(BAD).day(Map.of());
    story.accept(care(Care.Kind.CANCELLED, Map.of())).day(Map.of());

    byte[] packed = story.file.caseFile();
    assertThat(CaseFileFormat.pack(CaseFileFormat.unpack(packed))).isEqualTo(packed);
  }

  private Event care(Care.Kind kind, Map<String, String> attributes) {
    return Event.of(LI, noonOf(story.today), 3, new Care(kind, Care.Source.CUSTOMER, attributes));
  }
}
