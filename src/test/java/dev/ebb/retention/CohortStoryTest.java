package dev.ebb.retention;

import static dev.ebb.retention.MonthlyStory.JULY_1;
import static dev.ebb.retention.MonthlyStory.ofAValuedCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.BaseIndex;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Text;
import org.junit.jupiter.api.Test;

class CohortStoryTest {
  private static final Rule LOW_WATER = Saying.shipped("low-water-months");

  @Test
  void shouldFixACustomerOfMidOrHighValueOnTheDate() {
    MonthlyStory story = ofAValuedCustomer();
    assertThat(story.places()).isEmpty();

    story.closedUntil(JULY_1);
    assertThat(story.places()).containsExactly("2026-07-01");
    assertThat(story.file().cohorts.get(0))
        .isEqualTo(
            new Membership((int) JULY_1.toEpochDay(), 15_000, Tier.VALUED, null, false, false));
  }

  @Test
  void shouldNotFixWhoIsWorthTooLittleOnTheDate() {
    MonthlyStory story = new MonthlyStory(BaseIndex.FLAT).month(150, 200).month(119, 200);
    story.month(90, 200).month(300, 300);

    assertThat(story.places()).isEmpty();
  }

  @Test
  void shouldFixTheTopOfARegionWhateverTheySpend() {
    MonthlyStory story = new MonthlyStory(MonthlyStory.topFrom(4_000)).month(40, 0).month(40, 0);

    assertThat(story.month(40, 0).closedUntil(JULY_1).places()).containsExactly("2026-07-01");
  }

  @Test
  void shouldFixThemAnewEveryQuarterAndForgetACohortAfterAYear() {
    MonthlyStory story = ofAValuedCustomer();
    for (int month = 0; month < 12; month++) {
      story.month(150, 200);
    }
    assertThat(story.places())
        .containsExactly("2026-07-01", "2026-10-01", "2027-01-01", "2027-04-01");

    assertThat(story.month(150, 200).places())
        .containsExactly("2026-10-01", "2027-01-01", "2027-04-01", "2027-07-01");
  }

  @Test
  void shouldLoseAMemberInTheThirdLowMonthByEitherDefinition() {
    MonthlyStory story = ofAValuedCustomer().month(49, 200).month(49, 200);
    assertThat(story.places()).containsExactly("2026-07-01");

    assertThat(story.month(49, 200).places())
        .containsExactly("2026-07-01 lost by group and circle");
  }

  @Test
  void shouldLoseAMemberOfFewMinutesByTheGroupsDefinitionOnly() {
    assertThat(ofAValuedCustomer().month(150, 99).month(150, 99).month(150, 99).places())
        .containsExactly("2026-07-01 lost by group");
  }

  @Test
  void shouldCountLowMonthsApartAndOnlyOnceEach() {
    MonthlyStory story = ofAValuedCustomer().month(40, 20).month(150, 200).month(40, 20);
    assertThat(story.places().get(0)).isEqualTo("2026-07-01");

    assertThat(story.month(150, 200).month(40, 20).places().get(0))
        .isEqualTo("2026-07-01 lost by group and circle");
  }

  @Test
  void shouldNotLoseAMemberAtTheMarksThemselves() {
    assertThat(ofAValuedCustomer().month(50, 100).month(50, 100).month(50, 100).places())
        .containsExactly("2026-07-01");
  }

  @Test
  void shouldLoseNobodyByTheCircleForMonthsAfterTheYearsEnd() {
    MonthlyStory story = ofAValuedCustomer();
    for (int month = 0; month < 4; month++) {
      story.month(150, 200);
    }
    story.month(49, 200).month(49, 200).month(49, 200);

    assertThat(story.places().get(0)).isEqualTo("2026-07-01 lost by group");
  }

  @Test
  void shouldLoseWhoCancelsAtOnceAndKeepThemLost() {
    MonthlyStory story = ofAValuedCustomer().month(150, 200).cancels();
    assertThat(story.places()).containsExactly("2026-07-01 lost by group and circle");

    assertThat(story.month(150, 200).places())
        .containsExactly("2026-07-01 lost by group and circle");
  }

  @Test
  void shouldAlarmInTheSecondLowMonthOfAMemberWhoWasNeverWorthTheMarksOfTheRule() {
    MonthlyStory story =
        new MonthlyStory(MonthlyStory.topFrom(9_000), LOW_WATER).month(90, 300).month(90, 300);
    story.month(90, 300).month(40, 300);
    assertThat(story.out.messages).isEmpty();

    story.month(40, 300);
    assertThat(story.out.messages).isNotEmpty();
    assertThat(story.out.messages.get(0).signals().get(0).evidence())
        .containsEntry("lowMonths", 2.0)
        .containsEntry("bestSpendMajor", 90.0);
    assertThat(story.out.messages.get(0).signals().get(0).why())
        .isEqualTo(
            new Text(
                "Once worth 90 yuan a month, last month 40 yuan and 300 minutes: low month number 2"
                    + " since. A third counts as lost.",
                "曾月均消费90元,上月仅40元、主叫300分钟,为第2个低水位月,满三个月即视为流失。"));
  }

  @Test
  void shouldStaySilentForTheSameMonthsOfWhoWasInNoCohort() {
    MonthlyStory story =
        new MonthlyStory(BaseIndex.FLAT, LOW_WATER).month(90, 300).month(90, 300).month(90, 300);

    assertThat(story.month(40, 300).month(40, 300).out.messages).isEmpty();
  }
}
