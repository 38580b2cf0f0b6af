package dev.ebb.cli;

import dev.ebb.demo.AlertLine;
import dev.ebb.demo.Demo;
import dev.ebb.demo.Language;
import dev.ebb.demo.StageLine;
import dev.ebb.demo.SummaryLine;
import dev.ebb.job.JobCounts;
import dev.ebb.retention.CaseMessage;
import dev.ebb.retention.StageChange;
import java.io.PrintWriter;

/** Shows a demo on standard output: alerts scroll by, on a terminal a line keeps count below. */
final class DemoView implements Demo.View {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final String DAILY = "daily";

  private final PrintWriter out;
  private final boolean isTerminal;
  private final Language language;
  private final AlertLine line;
  private final StageLine stageLine;
  private String summary = "";

  /**
   * @param out null to show nothing
   */
  DemoView(
      PrintWriter out, boolean isTerminal, Language language, AlertLine line, StageLine stageLine) {
    this.out = out;
    this.isTerminal = isTerminal;
    this.language = language;
    this.line = line;
    this.stageLine = stageLine;
  }

  /** Daily repeats are for readers that missed a message: people have seen them. */
  @Override
  public void alert(CaseMessage message) {
    if (out == null || DAILY.equals(message.reason())) {
      return;
    }
    show(line.render(message));
  }

  @Override
  public void stage(StageChange change) {
    if (out != null && StageLine.isNews(change)) {
      show(stageLine.render(change));
    }
  }

  private void show(String lines) {
    out.println((isTerminal ? ERASE_LINE : "") + lines);
    if (isTerminal) {
      out.print(summary);
    }
    out.flush();
  }

  @Override
  public void tick(JobCounts counts, double eventsPerSecond) {
    if (out == null) {
      return;
    }
    summary =
        new SummaryLine(
                eventsPerSecond,
                counts.events(),
                counts.customers(),
                counts.alerts(),
                counts.rejected())
            .render(language);
    if (isTerminal) {
      out.print(ERASE_LINE + summary);
      out.flush();
    }
  }
}
