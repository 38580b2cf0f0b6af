package dev.ebb.job;

import dev.ebb.config.PlaybookFiles;
import dev.ebb.config.RuleIntake;
import dev.ebb.config.RuleSet;
import dev.ebb.config.Settings;
import dev.ebb.ledger.LedgerSettings;
import dev.ebb.retention.AlertBudget;
import dev.ebb.retention.Playbooks;
import dev.ebb.retention.WatchSettings;
import dev.ebb.signal.Rule;
import java.io.Serializable;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the topology is built from.
 *
 * @param bindings names of the feed bindings, by origin
 * @param indexMinCustomers known customers that a region needs for an index of its own
 * @param dailyBudget contactable cases a day at most; null for no limit
 * @param boundedTo the last epoch day that a bounded input reaches; null for streams
 * @param scored whether each judged day's risk is sent to the scores as well
 */
public record JobPlan(
    LedgerSettings ledger,
    WatchSettings watch,
    List<Rule> rules,
    List<String> bindings,
    int indexMinCustomers,
    Integer dailyBudget,
    Integer boundedTo,
    boolean scored)
    implements Serializable {

  /** While catching up, a watermark is sent at least every so much event time. */
  public static final Duration WATERMARK_STEP = Duration.ofMinutes(10);

  public JobPlan {
    rules = List.copyOf(rules);
    bindings = List.copyOf(bindings);
  }

  /** The plan that the settings ask for, of a stream without end and without scores. */
  public static JobPlan of(Settings settings, RuleSet rules, List<String> bindings) {
    OptionalInt perDay = settings.budget().perDay();
    return new JobPlan(
        settings.ledger(),
        watch(settings),
        rules.rules(),
        bindings,
        settings.indexMinCustomers(),
        perDay.isPresent() ? perDay.getAsInt() : null,
        null,
        false);
  }

  private static WatchSettings watch(Settings settings) {
    Playbooks playbooks = PlaybookFiles.of(settings.playbooks(), settings.currency());
    return settings.watch().withPolicy(settings.watch().policy().withPlaybooks(playbooks));
  }

  /** The same for an input that ends with this epoch day, with scores. */
  public JobPlan boundedBy(int lastDay) {
    return new JobPlan(
        ledger, watch, rules, bindings, indexMinCustomers, dailyBudget, lastDay, true);
  }

  /** Judges published rules with amounts in this currency. */
  RuleIntake intake(Currency currency) {
    return new RuleIntake(currency, watch.policy().playbooks().ids(), ledger.ringDays());
  }

  AlertBudget budget() {
    return dailyBudget == null ? AlertBudget.UNLIMITED : AlertBudget.of(dailyBudget);
  }

  /** The last day that the end of input may close: none for a stream. */
  int lastDay() {
    return boundedTo == null ? Integer.MIN_VALUE : boundedTo;
  }
}
