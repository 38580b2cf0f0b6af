package dev.ebb.desk.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.ebb.cluster.KafkaBroker;
import dev.ebb.codec.RawRecord;
import dev.ebb.codec.RecordDecoder.Place;
import dev.ebb.config.LiveRules;
import dev.ebb.config.Settings;
import dev.ebb.desk.RunningDesk;
import dev.ebb.desk.page.Chromium;
import dev.ebb.desk.store.RuleBase;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.store.TestRules;
import dev.ebb.launch.RulePublisher;
import dev.ebb.signal.Rule;
import dev.ebb.signal.Rule.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A rule stopped and started again by a running desk on a real broker. */
@EnabledIf("dev.ebb.desk.page.Chromium#isExpected")
class RuleStopIT {
  @RegisterExtension private final KafkaBroker kafka = new KafkaBroker();
  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  @TempDir private Path folder;
  private final RuleBase base = TestRules.shipped();

  @Test
  void shouldTellTheJobAndReadBackWhatOthersPublish() throws Exception {
    Settings settings =
        RunningDesk.settings(kafka.bootstrapServers(), kafka.prefix(), postgres.access(), folder);
    String topic = settings.topics().rules();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin.createTopics(RunningDesk.topics(settings, 1)).all().get();
    }
    try (RunningDesk running =
            RunningDesk.start(kafka.bootstrapServers(), kafka.prefix(), postgres.access(), folder);
        Chromium chromium = new Chromium();
        RulePublisher others = new RulePublisher(settings)) {
      Page lead = signedIn(chromium, running, "lead");
      Page admin = signedIn(chromium, running, "admin");

      decide(lead, "Stop…", "calls the wrong people", "Stop it now");
      assertThat(running(kafka.drain(topic, 1)))
          .isEqualTo(base.rules().get("silence").with(Status.OFF));
      assertThat(silence(lead).locator(".switch-state")).hasText("Stopped");

      decide(lead, "Start again…", "threshold mended", "Ask for it");
      silence(admin).getByText("Agree and start").click();
      List<ConsumerRecord<String, String>> records = kafka.drain(topic, 2);
      assertThat(records.get(1).value()).isNull();
      assertThat(running(records)).isEqualTo(base.rules().get("silence"));
      assertThat(silence(lead).locator(".switch-state")).hasText("Active");

      others.publish(
          "silence", base.texts().get("silence").replace("status: active", "status: shadow"));
      assertThat(silence(lead).locator(".switch-state")).hasText("Shadow");
    }
  }

  private static void decide(Page window, String open, String reason, String confirm) {
    silence(window).getByText(open).click();
    silence(window).locator("[name=reason]").fill(reason);
    silence(window).getByText(confirm).click();
  }

  private static Locator silence(Page window) {
    return window.locator("tbody.rule:has(small:text-is('silence'))");
  }

  private static Page signedIn(Chromium chromium, RunningDesk running, String login) {
    Page window = chromium.window();
    window.navigate(running.desk().address() + "/sign-in");
    window.fill("[name=login]", login);
    window.fill("[name=password]", RunningDesk.PASSWORD);
    window.click("main button[type=submit]");
    ScreenStage.awaitLive(window);
    window.navigate(running.desk().address() + "/lead/rules");
    ScreenStage.awaitLive(window);
    return window;
  }

  /** The rule as a job runs it that has read these records. */
  private Rule running(List<ConsumerRecord<String, String>> records) {
    LiveRules job = new LiveRules(List.copyOf(base.rules().values()), base.intake());
    job.load(records.stream().map(RuleStopIT::raw).toList());
    return job.running().stream()
        .filter(rule -> rule.id().equals("silence"))
        .findFirst()
        .orElseThrow();
  }

  private static RawRecord raw(ConsumerRecord<String, String> record) {
    return new RawRecord(
        new Place(record.topic(), record.partition(), record.offset()),
        record.key().getBytes(StandardCharsets.UTF_8),
        record.value() == null ? null : record.value().getBytes(StandardCharsets.UTF_8));
  }
}
