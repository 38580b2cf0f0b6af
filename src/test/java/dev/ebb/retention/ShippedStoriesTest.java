package dev.ebb.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.RuleFiles;
import dev.ebb.signal.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every shipped rule has a story with its sentence in both languages, and a near miss. */
class ShippedStoriesTest {
  private static final Map<String, Told> STORIES = new TreeMap<>();

  /** Where a rule's story is told, and the test of what it must say nothing of. */
  private record Told(Class<?> in, String story, String nearMiss) {}

  static {
    use();
    money();
    people();
    service();
  }

  private static void use() {
    Class<?> use = UseStoryTest.class;
    tell(
        "falling-mou",
        use,
        "RaiseOwnCallsThatFallToAThird",
        "SayNothingOfOwnCallsThatFallByAThird");
    tell("falling-data", use, "RaiseDataThatFallsToAFifth", "SayNothingOfHalfTheData");
    tell("falling-sms", use, "OnlyWatchFallingMessages", "SayNothingOfAFewMessagesLess");
    tell(
        "second-sim",
        use,
        "SuspectASecondCardWhereIncomingCallsHold",
        "NotSuspectASecondCardWhereIncomingCallsFallToo");
    tell(
        "silence",
        use,
        "RaiseTheSilentOnTheEighthDayThoughTheyAreStillCalled",
        "SayNothingOfAWeekOff");
    tell(
        "dormant",
        use,
        "CallALineDormantOnlyWhereNobodyReachesItEither",
        "CallALineDormantOnlyWhereNobodyReachesItEither");
    tell("falling-use", use, "SeeALineUsedMuchLess", "NotTakeACarefulWeekForAnEnd");
    tell("fading-use", use, "SeeALineFadeOverWeeks", "SayNothingOfALineThatFadesByAQuarter");
    tell("change-point", use, "OnlyWatchAShiftOfDailyCalls", "SeeNoShiftInOneQuietDay");
    Class<?> bond = BondStoryTest.class;
    tell(
        "falling-incoming",
        bond,
        "RaiseWhomNobodyCallsAnyMore",
        "SayNothingOfWhomOthersCallHalfAsLong");
    tell(
        "thin-use",
        bond,
        "RankALineThatIsHardlyUsedAboveABusyOneAndAlarmForNeither",
        "NotAlarmForALineThatIsNotUsedAtAll");
  }

  private static void money() {
    Class<?> money = MoneyStoryTest.class;
    String renewed = "SayNothingOfAnAgreementThatIsRenewedInTime";
    tell(
        "falling-spend",
        money,
        "RaiseAMonthOfLittleSpendOnceItIsOver",
        "SayNothingOfAMonthAThirdCheaper");
    tell(
        "topup-gap",
        money,
        "RaiseATopUpThatIsHalfAsLateAgainAsUsual",
        "WaitForWhoSpendsTheCreditMoreSlowly");
    tell("expiry-30-days", money, "RaiseAnAgreementThirtyDaysBeforeItEnds", renewed);
    tell("expiry-7-days", money, "RaiseItAgainSevenDaysBefore", renewed);
    tell("expiry-lapsed", money, "RaiseItOnceMoreOnTheFirstDayWithout", renewed);
    tell(
        "low-water-months",
        CohortStoryTest.class,
        "AlarmInTheSecondLowMonthOfAMemberWhoWasNeverWorthTheMarksOfTheRule",
        "StaySilentForTheSameMonthsOfWhoWasInNoCohort");
    tell(
        "joined-again",
        JoinedAgainStoryTest.class,
        "NoteWhoLeftOverALapsedDiscountAndJoinsAgain",
        "SayNothingOfASecondLineBesideTheFirst");
  }

  private static void people() {
    Class<?> people = PeopleStoryTest.class;
    tell(
        "shrinking-circle",
        people,
        "RaiseACircleThatHasShrunkToHalf",
        "SayNothingOfWhoTalksLessAndSoWithFewer");
    tell(
        "left-area",
        people,
        "RaiseWhoIsSeenElsewhereOnThreeWeeksOfFour",
        "SayNothingOfATravellerWhoIsHomeAtTimes");
    tell(
        "close-contact-left",
        CloseContactStoryTest.class,
        "RaiseWhoseClosestContactHasLeft",
        "SayNothingOfOneOfFourFriendsButRankIt");
    tell(
        "competitor-contact",
        CompetitorStoryTest.class,
        "RaiseTheThirdContactOfAFortnight",
        "SayNothingOfThreeContactsInLongerThanAFortnight");
  }

  private static void service() {
    Class<?> service = ServiceStoryTest.class;
    Class<?> complaints = ComplaintStoryTest.class;
    Class<?> ladder = LadderStoryTest.class;
    String signedAgain = "SayNothingOfOneWhoHasSignedAgain";
    tell(
        "arrears",
        service,
        "RaiseABarOverAnUnpaidBillThatIsKeptAndClearItWhenItIsLifted",
        "SayNothingOfWhoPaysWhenTheLineIsDead");
    tell(
        "network-trouble",
        service,
        "RaiseTheThirdBadDayOfAWeek",
        "SayNothingOfTroubleThatTheWholeAreaHas");
    tell(
        "forwarding-off-net",
        service,
        "RaiseAForwardingThatHasBeenKeptForADay",
        "SayNothingOfOtherForwardings");
    tell(
        "downgrade",
        service,
        "RaiseADowngradeByTheCustomersOwnChoice",
        "SayNothingOfOtherChangesOfPlan");
    tell(
        "group-left",
        service,
        "RaiseWhoHasLeftTheEmployer",
        "SayNothingOfWhoLeftTheEmployerWeeksAgo");
    tell(
        "complaints",
        complaints,
        "RaiseTheSecondComplaintOfAMonthAtOnce",
        "SayNothingOfTwoComplaintsMoreThanAMonthApart");
    tell(
        "complaint-open",
        complaints,
        "RaiseAComplaintThatNobodyHasSolvedForThreeDays",
        "SayNothingOfAComplaintThatWasSolvedInTime");
    tell("port-out-enquiry", ladder, "RaiseAnEnquiryAtOnce", signedAgain);
    tell("port-out-request", ladder, "StopAtTheRequestAndGoOnWhenTheCodeHasLapsed", signedAgain);
    tell(
        "cancel-request",
        ladder,
        "RaiseANoticeAndClearItWhenItIsTakenBack",
        "SayNothingOfANoticeThatIsHeardOfWhenItWasTakenBack");
  }

  private static void tell(String rule, Class<?> in, String story, String nearMiss) {
    STORIES.put(rule, new Told(in, "should" + story, "should" + nearMiss));
  }

  @Test
  void shouldTellOfEveryShippedRule() {
    assertThat(STORIES.keySet()).containsExactlyElementsOf(rules().map(Rule::id).toList());
  }

  @Test
  void shouldHaveEveryStoryAndNearMissAsATest() {
    STORIES.forEach(
        (rule, told) -> assertThat(tests(told.in)).as(rule).contains(told.story, told.nearMiss));
  }

  @Test
  void shouldSayEverySentenceInBothLanguages() {
    rules()
        .forEach(
            rule -> {
              String source = source(STORIES.get(rule.id()).in);
              assertThat(source).as(rule.id()).contains("\"" + rule.id() + "\"");
              assertThat(parts(rule.why().en(), 8)).as(rule.id()).anyMatch(source::contains);
              assertThat(parts(rule.why().zh(), 4)).as(rule.id()).anyMatch(source::contains);
            });
  }

  private static Stream<Rule> rules() {
    return RuleFiles.bundled(Currency.getInstance("CNY")).rules().stream();
  }

  private static List<String> tests(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(java.lang.reflect.Method::getName)
        .toList();
  }

  /** Of a text with numbers in it what is said between two of them, if it is so long. */
  private static List<String> parts(String text, int atLeast) {
    return Arrays.stream(text.split("\\{[^}]*}")).filter(part -> part.length() >= atLeast).toList();
  }

  /** With texts that go over several lines joined. */
  private static String source(Class<?> type) {
    try {
      return Files.readString(Path.of("src/test/java", type.getName().replace('.', '/') + ".java"))
          .replaceAll("\"\\s*\\+\\s*\"", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
