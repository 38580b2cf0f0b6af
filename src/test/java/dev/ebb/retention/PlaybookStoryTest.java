package dev.ebb.retention;

import static dev.ebb.retention.Saying.at;
import static dev.ebb.retention.Saying.byCustomer;
import static dev.ebb.retention.Saying.shipped;
import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.LI;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.SHANGHAI;
import static dev.ebb.retention.Story.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Contact;
import dev.ebb.retention.CaseMessage.Offer;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.signal.Text;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an alert recommends, by the shipped playbooks. */
class PlaybookStoryTest {
  private static final Playbooks SHIPPED = PlaybookFiles.bundled(Currency.getInstance("CNY"));
  private static final WatchSettings SETTINGS =
      WatchSettings.defaults(SHANGHAI).withPolicy(ContactPolicy.OPEN.withPlaybooks(SHIPPED));

  private final Story story = new Story(SETTINGS, TestRules.CALLS, shipped("port-out-request"));

  @Test
  void shouldRecommendWhatThePlaybookSays() {
    Recommended move = worth(12_800, null).dayOfFewerCalls(.6).last().recommended();

    assertThat(move.playbook()).isEqualTo("P1");
    assertThat(move.lever()).isEqualTo(3);
    assertThat(move.channel()).isEqualTo("account-manager");
    assertThat(move.opener()).isEqualTo(TestRules.CALLS.opener());
    assertThat(move.mayOffer())
        .containsExactly(
            new Offer(
                new Text(
                    "A month of a service that fits the way they use the line, on trial",
                    "适合其使用习惯的业务免费体验一个月"),
                2_000L),
            new Offer(new Text("A pack of minutes or data", "语音或流量包"), 1_920L));
    assertThat(move.mustNot())
        .containsExactly(new Text("Quote how much they call or surf", "不要提及客户的通话或流量数据"));
  }

  @Test
  void shouldKnowBesidesWhatTheAdmissionAsks() {
    CaseMessage case1 = worth(12_800, null).dayOfFewerCalls(.6).last();

    assertThat(case1.aside().selfService()).isEqualTo("sms");
    assertThat(case1.aside().owed()).isFalse();
    assertThat(case1.at() + case1.aside().allowanceMillis()).isEqualTo(case1.actBy());
  }

  @Test
  void shouldNotHaveACustomerCalledForWhomThePlaybookHasOnlyMessages() {
    Recommended move = worth(4_800, null).dayOfFewerCalls(.6).last().recommended();

    assertThat(move.playbook()).isEqualTo("P1");
    assertThat(move.channel()).isEqualTo("sms");
    assertThat(move.mayOffer()).extracting(Offer::upTo).containsExactly(2_000L, 720L);
  }

  @Test
  void shouldServeOthersThanThePlaybookIsForByThemselves() {
    Story second = new Story(SETTINGS, TestRules.by(TestRules.CALLS, "P2"));
    second.accept(profile(4_800, null)).dayOfFewerCalls(.6);

    Recommended move = second.last().recommended();
    assertThat(move.playbook()).isEqualTo("P0");
    assertThat(move.lever()).isEqualTo(9);
    assertThat(move.channel()).isEqualTo("app");
    assertThat(move.opener()).isEqualTo(SHIPPED.get("P0").opener());
    assertThat(move.mayOffer()).isEmpty();
    assertThat(move.mustNot()).extracting(Text::en).containsExactly("Ring the customer up");
  }

  @Test
  void shouldPutTheCustomersPreferredChannelFirstIfThePlaybookHasIt() {
    assertThat(channel(List.of("sms", "app", "account-manager"), "app")).isEqualTo("app");
    assertThat(channel(List.of("hotline", "account-manager"), "hotline"))
        .as("P1 has no hotline")
        .isEqualTo("account-manager");
    assertThat(channel(List.of(), null)).isEqualTo("account-manager");
  }

  @Test
  void shouldNeverUseAChannelThatTheCustomerDoesNotAccept() {
    assertThat(channel(List.of("app"), null)).isEqualTo("app");
    assertThat(channel(List.of("app"), "account-manager")).isEqualTo("app");
    assertThat(channel(List.of("shop", "web"), null)).as("rather a message").isEqualTo("web");
    assertThat(channel(List.of("shop"), null)).isEqualTo("shop");
  }

  @Test
  void shouldHaveOnlyFactsForWhoHasAskedForTheCode() {
    worth(12_800, null).dayOfFewerCalls(.6);
    story.accept(byCustomer(Care.Kind.PORT_OUT_REQUEST, at(MONDAY.plusDays(1), 10)));

    CaseMessage stopped = story.last();
    assertThat(stopped.withheld()).isEqualTo(Withheld.LEGAL_STOP);
    assertThat(stopped.recommended().playbook()).isEqualTo("P13");
    assertThat(stopped.recommended().channel()).isEqualTo("inbound");
    assertThat(stopped.recommended().mayOffer()).isEmpty();
  }

  @Test
  void shouldHaveAPlaybookForEveryWinBack() {
    for (ExitCause cause : ExitCause.values()) {
      assertThat(SHIPPED.get(cause.playbook())).as(cause.label()).isNotNull();
    }
  }

  private String channel(List<String> accepted, String preferred) {
    Contact contact = new Contact(false, accepted, preferred, null, null, null);
    Story one = new Story(SETTINGS, TestRules.CALLS).accept(profile(12_800, contact));
    return one.dayOfFewerCalls(.6).last().recommended().channel();
  }

  private Story worth(long monthlyFee, Contact contact) {
    return story.accept(profile(monthlyFee, contact));
  }

  private static Event profile(long monthlyFee, Contact contact) {
    return Event.of(
        LI,
        new Profile(
            noonOf(MONDAY),
            ACTIVATED,
            Profile.Status.ACTIVE,
            Profile.Payment.POSTPAID,
            new Profile.Plan("M", "Monthly", monthlyFee),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            contact));
  }
}
