package dev.ebb.retention;

import static dev.ebb.retention.Saying.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.Calls;
import dev.ebb.ledger.History;
import dev.ebb.ledger.IndexTable;
import dev.ebb.signal.Text;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A sister who is called every other day, or four friends alike, and a stranger each day. */
class CloseContactStoryTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final long SISTER = 113_800_000_002L;
  private static final long COLLEAGUE = 113_800_000_003L;
  private static final long STRANGER = 113_800_000_004L;
  private static final long FRIENDS = 113_800_000_010L;

  private final Calls calls = new Calls(FIRST);
  private final IndexTable index = new IndexTable();
  private final Story story = new Story(shipped("close-contact-left")).indexed(index);
  private boolean hasSister = true;
  private int friends;
  private boolean callsStrangers = true;
  private int day;

  @Test
  void shouldRaiseWhoseClosestContactHasLeft() {
    live(40);
    leaves(SISTER, 40);
    live(1);

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.last().signals().get(0).why())
        .isEqualTo(
            new Text(
                "Of the people they talk with most, 1 left within 1 d, and with them 66 % of that"
                    + " company. Do not mention it.",
                "近1天内有1位最常联系的人离网,占其密切联系的66%,通话时请勿提及。"));
    assertThat(story.last().recommended().opener().en()).doesNotContain("left");
  }

  @Test
  void shouldSayNothingOfOneOfFourFriendsButRankIt() {
    hasSister = false;
    friends = 4;
    live(50);
    double usual = story.risks.get(49);
    leaves(FRIENDS, 50);
    live(10);

    assertThat(story.messages).isEmpty();
    assertThat(story.risks.get(50)).isGreaterThan(usual + 0.05);
  }

  @Test
  void shouldRaiseWhenASecondFriendLeaves() {
    hasSister = false;
    friends = 4;
    live(50);
    leaves(FRIENDS, 50);
    leaves(FRIENDS + 1, 55);
    live(5);
    assertThat(story.messages).isEmpty();

    live(1);

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.last().signals().get(0).evidence())
        .containsEntry("leftCount", 2.0)
        .containsEntry("daysAgo", 6.0);
  }

  @Test
  void shouldRaiseWhoCallsLessSinceAFriendLeft() {
    hasSister = false;
    friends = 4;
    live(50);
    leaves(FRIENDS, 50);
    callsStrangers = false;
    live(7);

    assertThat(story.told()).contains("1 open");
    assertThat(story.last().signals().get(0).evidence()).containsEntry("leftCount", 1.0);
  }

  @Test
  void shouldSayNothingOfFewerCallsWhereNobodyLeft() {
    hasSister = false;
    friends = 4;
    live(50);
    callsStrangers = false;
    live(10);

    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldEndWhenItIsLongAgo() {
    live(40);
    leaves(SISTER, 40);
    live(30);
    assertThat(story.scoring).containsExactly("close-contact-left");

    live(15);
    assertThat(story.scoring).isEmpty();
  }

  @Test
  void shouldSayNothingOfOthersWhoLeave() {
    live(40);
    leaves(COLLEAGUE, 40);
    leaves(STRANGER, 40);
    live(10);

    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfADepartureThatIsYetToCome() {
    live(40);
    leaves(SISTER, 45);
    live(5);
    assertThat(story.messages).isEmpty();

    live(1);
    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldForgetOldDepartures() {
    int today = (int) FIRST.toEpochDay();
    index.left(7, today);
    index.forgetDepartures(today + IndexTable.DEPARTURE_DAYS - 1);
    assertThat(index.leftOn(7)).isEqualTo(today);

    index.forgetDepartures(today + IndexTable.DEPARTURE_DAYS);
    assertThat(index.leftOn(7)).isEqualTo(IndexTable.STILL_HERE);
  }

  private void leaves(long number, int onDay) {
    index.left(History.person(number), (int) FIRST.toEpochDay() + onDay);
  }

  /** Day by day, as the ledger closes it. */
  private void live(int days) {
    for (int left = days; left > 0; left--, day++) {
      for (int turn = 0; turn < 2 && friends > 0; turn++) {
        calls.with("north", FRIENDS + (2 * day + turn) % friends);
      }
      if (hasSister && day % 2 == 0) {
        calls.with("north", SISTER);
      }
      if (hasSister && day % 10 == 0) {
        calls.with("north", COLLEAGUE);
      }
      if (callsStrangers) {
        calls.with("north", 1_000 + day);
      }
      story.day(calls.close());
    }
  }
}
