package dev.ebb.retention;

import static dev.ebb.retention.Saying.by;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.event.Event;
import dev.ebb.signal.Text;
import org.junit.jupiter.api.Test;

class CompetitorStoryTest {

  private static final long NOON = noonOf(MONDAY);
  private static final long DAY = 24 * HOUR;

  private final Story story = new Story(shipped("competitor-contact"));

  @Test
  void shouldRaiseTheThirdContactOfAFortnight() {
    story.profile(1, ACTIVATED, null);
    story.accept(contact(NOON)).accept(contact(NOON + HOUR));
    assertThat(story.messages).isEmpty();

    story.accept(contact(NOON + 13 * DAY));

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.last().recommended().playbook()).isEqualTo("P2");
    assertThat(story.last().actBy()).isEqualTo(NOON + 14 * DAY);
    assertThat(story.last().signals().get(0).why())
        .isEqualTo(
            new Text(
                "Called or wrote to competitors' numbers 3 times in 14 d.", "近14天主动联系竞争对手号码3次。"));
  }

  @Test
  void shouldSayNothingOfThreeContactsInLongerThanAFortnight() {
    story.profile(1, ACTIVATED, null);
    story.accept(contact(NOON)).accept(contact(NOON + 7 * DAY));
    story.accept(contact(NOON + 14 * DAY));

    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfWhoHasOptedOutOrIsUnknown() {
    story.accept(contact(NOON)).accept(contact(NOON + 1)).accept(contact(NOON + 2));
    assertThat(story.messages).isEmpty();

    story.optOut(NOON + 3);
    story.accept(contact(NOON + 4)).accept(contact(NOON + 5));
    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldNotLetContactsPushAComplaintOut() {
    Story complaint = new Story(shipped("complaints"));
    complaint.accept(by(Source.CUSTOMER, Kind.COMPLAINT, NOON));
    for (int call = 1; call < 100; call++) {
      complaint.accept(contact(NOON + call * HOUR / 10));
    }
    complaint.accept(by(Source.CUSTOMER, Kind.COMPLAINT, NOON + DAY));

    assertThat(complaint.told()).containsExactly("1 open");
  }

  private static Event contact(long at) {
    return by(Source.NETWORK, Kind.COMPETITOR_CONTACT, at);
  }
}
