package dev.ebb.retention;

import static dev.ebb.retention.Saying.at;
import static dev.ebb.retention.Saying.by;
import static dev.ebb.retention.Saying.byCustomer;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.HOUR;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.closeOf;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Text;
import org.junit.jupiter.api.Test;

/** From the question how to leave to the leaving, and what the law says meanwhile. */
class LadderStoryTest {
  private static final Rule[] LADDER = {
    shipped("port-out-enquiry"), shipped("port-out-request"), shipped("cancel-request")
  };
  private static final long NOON = noonOf(MONDAY);

  @Test
  void shouldRaiseAnEnquiryAtOnce() {
    Story story = new Story(LADDER).accept(byCustomer(Kind.PORT_OUT_ENQUIRY, NOON));

    assertThat(story.told()).containsExactly("1 open");
    assertThat(story.last().risk()).isEqualTo(.6);
    assertThat(story.last().actBy()).isEqualTo(NOON + 2 * HOUR);
    assertThat(why(story))
        .isEqualTo(
            new Text(
                "Asked 0 h ago how to take the number to another operator, and has not asked for the"
                    + " code yet. Once the code is asked for, nobody may call.",
                "0小时前查询携号转网资格,尚未申请授权码。一经申请即不得再联系。"));
    assertThat(story.last().recommended().opener().en()).doesNotContain("operator");
  }

  @Test
  void shouldLetAnEnquiryFadeWithinAWeek() {
    Story story = new Story(LADDER).accept(byCustomer(Kind.PORT_OUT_ENQUIRY, NOON));

    for (int day = 0; day < 7; day++) {
      story.daySilentFor(0);
    }

    assertThat(story.risks).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(story.risks.get(4)).isBetween(.25, .35);
    assertThat(story.last().state()).isEqualTo(CaseState.CLEARED);
  }

  @Test
  void shouldSayNothingOfOneWhoHasSignedAgain() {
    Story story = new Story(LADDER).accept(byCustomer(Kind.PLAN_RENEWED, NOON + 1));

    story.accept(byCustomer(Kind.PORT_OUT_ENQUIRY, NOON));
    story.accept(byCustomer(Kind.PORT_OUT_REQUEST, NOON));

    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldSayNothingOfANoticeThatIsHeardOfWhenItWasTakenBack() {
    Story story = new Story(LADDER).accept(by(Source.STAFF, Kind.RESOLVED, NOON + 1));

    story.accept(byCustomer(Kind.CANCEL_REQUEST, NOON));

    assertThat(story.messages).isEmpty();
  }

  @Test
  void shouldStopAtTheRequestAndGoOnWhenTheCodeHasLapsed() {
    Story story = new Story(LADDER).profile(1, ACTIVATED, null);
    story.accept(byCustomer(Kind.PORT_OUT_ENQUIRY, NOON));

    story.accept(byCustomer(Kind.PORT_OUT_REQUEST, NOON + HOUR));
    assertThat(story.told())
        .containsExactly("1 open", "2 cleared legal-stop", "1 withheld (legal-stop)");
    assertThat(why(story))
        .isEqualTo(
            new Text(
                "Asked 0 h ago for the code with which to port out. While it is valid the law"
                    + " forbids to hold the customer back.",
                "0小时前申请携转授权码。授权码有效期内依法不得挽留。"));

    story.fireTimersUntil(NOON + 2 * HOUR - 1);
    assertThat(story.messages).hasSize(3);
    story.fireTimersUntil(NOON + 2 * HOUR);
    assertThat(story.told()).hasSize(4).endsWith("2 open");
    assertThat(story.last().at()).isEqualTo(NOON + 2 * HOUR);
  }

  @Test
  void shouldEndEverythingWhenTheCustomerHasPortedOut() {
    Story story = new Story(LADDER).accept(byCustomer(Kind.PORT_OUT_REQUEST, NOON));

    story.accept(by(Source.CARRIER, Kind.PORTED_OUT, NOON + HOUR / 2)).daySilentFor(0);

    assertThat(story.told())
        .containsExactly("1 withheld (legal-stop)", "2 lost ported-out (legal-stop)");
    assertThat(story.scoring).isEmpty();
  }

  @Test
  void shouldRaiseANoticeAndClearItWhenItIsTakenBack() {
    Story story = new Story(LADDER).accept(byCustomer(Kind.CANCEL_REQUEST, at(MONDAY, 9)));
    assertThat(why(story))
        .isEqualTo(new Text("Gave notice 0 h ago; the line is not cut yet.", "0小时前提出销户申请,尚未办理完成。"));

    story.accept(by(Source.STAFF, Kind.RESOLVED, NOON));

    assertThat(story.told()).containsExactly("1 open", "2 cleared recovered");
  }

  @Test
  void shouldHoldTheBritishStopForAMonth() {
    Story story = new Story(law("GB"), LADDER);
    story.accept(byCustomer(Kind.PORT_OUT_REQUEST, NOON));

    story.accept(byCustomer(Kind.CANCEL_REQUEST, NOON + 29 * 24 * HOUR));
    assertThat(story.last().withheld()).isEqualTo(Withheld.LEGAL_STOP);
    story.fireTimersUntil(NOON + 30 * 24 * HOUR);

    assertThat(story.last().isContactable()).isTrue();
    assertThat(story.last().at()).isEqualTo(NOON + 30 * 24 * HOUR);
    assertThat(story.last().signals()).extracting("rule").containsExactly("cancel-request");
  }

  @Test
  void shouldNeverUseACarriersNoticeInAmerica() {
    Story story = new Story(law("US"), LADDER);
    story.accept(by(Source.CARRIER, Kind.PORT_OUT_REQUEST, NOON));
    assertThat(story.messages).isEmpty();

    story.accept(byCustomer(Kind.CANCEL_REQUEST, NOON + 300 * 24 * HOUR));
    assertThat(story.told()).containsExactly("1 withheld (legal-stop)");
    assertThat(story.last().signals()).extracting("rule").containsExactly("cancel-request");

    story.profile(NOON + 301 * 24 * HOUR, MONDAY.plusDays(301), null);
    story.today = MONDAY.plusDays(302);
    story.accept(byCustomer(Kind.CANCEL_REQUEST, NOON + 302 * 24 * HOUR));
    assertThat(story.last().isContactable()).as("another person on this number").isTrue();
  }

  @Test
  void shouldAnswerTheCustomersOwnRequestInAmerica() {
    Story story = new Story(law("US"), LADDER).accept(byCustomer(Kind.PORT_OUT_REQUEST, NOON));

    assertThat(story.told()).containsExactly("1 open");
  }

  @Test
  void shouldNotStopForACodeThatHadLapsedBeforeWeHeardOfIt() {
    Story story = new Story(LADDER).daySilentFor(0);

    story.accept(byCustomer(Kind.PORT_OUT_REQUEST, closeOf(MONDAY) - HOUR));

    assertThat(story.told()).containsExactly("1 open");
  }

  private static WatchSettings law(String jurisdiction) {
    return WatchSettings.defaults(SHANGHAI).withLegalStop(LegalStop.SHIPPED.get(jurisdiction));
  }

  private static Text why(Story story) {
    return story.last().signals().get(0).why();
  }
}
