package dev.ebb.job;

import dev.ebb.config.LiveRules;
import dev.ebb.event.Event;
import dev.ebb.ledger.HeapBook;
import dev.ebb.ledger.IndexTable;
import dev.ebb.ledger.Ledger;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.MemoryFile;
import dev.ebb.retention.Watch;
import dev.ebb.retention.WatchOutput;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Rule;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replays what the operators have written down through the pure core, without Flink. */
final class LogReplay {
  private final JobPlan plan;
  private final Map<String, MemoryFile> files = new HashMap<>();
  private final Map<String, List<LedgerFact>> waiting = new HashMap<>();

  /** Signals of rules that did not run, or not in that version, when they were told. */
  final List<String> outOfForce = new ArrayList<>();

  LogReplay(JobPlan plan) {
    this.plan = plan;
  }

  /** What the ledger says of one customer. */
  List<LedgerFact> ledger(String customerId, List<Recording.LedgerStep> steps) {
    Ledger ledger = new Ledger(plan.ledger(), WatchLists.of(plan.ledger().watchList()));
    HeapBook book = new HeapBook();
    List<LedgerFact> facts = new ArrayList<>();
    LedgerPort port = new LedgerPort(facts::add, use -> {});
    for (Recording.LedgerStep step : steps) {
      Event event = step.event();
      if (event != null) {
        ledger.accept(event, step.watermark(), book, port);
      } else {
        boolean atTheEnd = step.watermark() == Long.MAX_VALUE;
        int lastDay = atTheEnd ? plan.lastDay() : Integer.MAX_VALUE;
        ledger.wake(customerId, step.watermark(), lastDay, book, port);
      }
    }
    return facts;
  }

  /** What Watch says of the customers of one subtask. */
  List<CaseMessage> watch(List<Recording.WatchStep> steps) {
    return watch(List.of(), steps);
  }

  /** The same for a subtask that was restored after these broadcasts. */
  List<CaseMessage> watch(List<Control> before, List<Recording.WatchStep> steps) {
    Subtask subtask = new Subtask();
    before.forEach(subtask::learn);
    steps.forEach(subtask::take);
    return subtask.messages;
  }

  private final class Subtask implements WatchOutput {
    private final LiveRules rules =
        new LiveRules(plan.rules(), plan.intake(Currency.getInstance("CNY")));
    private final IndexTable index = new IndexTable();
    private final List<CaseMessage> messages = new ArrayList<>();

    void take(Recording.WatchStep step) {
      if (step.published() != null) {
        rules.load(step.published());
      } else if (step.control() != null) {
        learn(step.control());
      } else if (step.fact() != null) {
        hear(Recording.unpack(step.fact()), step.watermark());
      } else {
        wake(step.customerId(), step.timer(), step.watermark());
      }
    }

    private void learn(Control control) {
      if (control.kind() == Control.Kind.RULE) {
        rules.apply(control.rule());
      } else {
        control.into(index);
      }
    }

    private Watch watch() {
      return new Watch(plan.watch(), rules.running());
    }

    /** A replay takes everything in order of time. */
    private void hear(LedgerFact fact, long watermark) {
      if (WatchFunction.isErasure(fact)) {
        waiting.remove(fact.customerId());
        judge(fact);
      } else if (watermark < fact.at()) {
        waiting.computeIfAbsent(fact.customerId(), id -> new ArrayList<>()).add(fact);
      } else {
        judge(fact);
      }
    }

    private void wake(String customerId, long instant, long watermark) {
      List<LedgerFact> facts = waiting.getOrDefault(customerId, new ArrayList<>());
      List<LedgerFact> due = facts.stream().filter(fact -> fact.at() <= instant).toList();
      facts.removeAll(due);
      due.stream().sorted(WatchFunction.IN_TIME).forEach(this::judge);
      if (watermark != Long.MAX_VALUE) {
        watch().deadline(customerId, instant, file(customerId), this);
      }
    }

    private void judge(LedgerFact fact) {
      MemoryFile file = file(fact.customerId());
      switch (fact.kind()) {
        case CLOSED -> watch().judge(fact.closed(), index, file, this);
        case PASSED -> watch().accept(fact.passed(), index, file, this);
        case RETURNED -> watch().returned(fact.customerId(), fact.at(), file, this);
        case FORGOTTEN -> watch().forgotten(fact.customerId(), fact.at(), file, this);
      }
    }

    private MemoryFile file(String customerId) {
      return files.computeIfAbsent(customerId, id -> new MemoryFile());
    }

    @Override
    public void message(CaseMessage message) {
      messages.add(message);
      for (CaseMessage.Signal signal : message.signals()) {
        if (rules.running().stream().noneMatch(rule -> isOf(signal, rule))) {
          outOfForce.add(message.revision() + " " + message.state() + " " + signal);
        }
      }
    }

    private static boolean isOf(CaseMessage.Signal signal, Rule rule) {
      return rule.id().equals(signal.rule())
          && rule.version() == signal.version()
          && rule.status() != Rule.Status.OFF;
    }

    @Override
    public void scored(String customerId, int day, double risk, Tier tier, List<String> signals) {}
  }
}
