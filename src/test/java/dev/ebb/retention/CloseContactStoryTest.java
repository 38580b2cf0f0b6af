package dev.ebb.retention;

import static dev.ebb.retention.Saying.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.ledger.Calls;
import dev.ebb.ledger.History;
import dev.ebb.ledger.IndexTable;
import dev.ebb.signal.Text;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A sister who is called every other day, a colleague now and then, and others. */
class CloseContactStoryTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final long SISTER = 113_800_000_002L;
  private static final long COLLEAGUE = 113_800_000_003L;
  private static final long STRANGER = 113_800_000_004L;

  private final Calls calls = new Calls(FIRST);
  private final IndexTable index = new IndexTable();
  private final Story story = new Story(shipped("close-contact-left")).indexed(index);
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
                "Somebody they talked with on 21 of the last 56 d left 0 d ago. Do not mention it.",
                "近56天中有21天联系的密切联系人已于0天前离网,通话时请勿提及。"));
    assertThat(story.last().recommended().opener().en()).doesNotContain("left");
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
      calls.with("north", 1_000 + day, 2_000 + day);
      if (day % 2 == 0) {
        calls.with("north", SISTER);
      }
      if (day % 10 == 0) {
        calls.with("north", COLLEAGUE);
      }
      story.day(calls.close());
    }
  }
}
