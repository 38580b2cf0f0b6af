package dev.ebb.cli;

import dev.ebb.desk.hook.Reach;
import dev.ebb.desk.hook.Subscriptions;
import dev.ebb.desk.store.CaseEvents;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.store.Database;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ebb desk add-webhook}: tells another system of cases. */
@Command(
    name = "add-webhook",
    description =
        "Adds a webhook, which hears of cases over HTTP, and prints its id and the secret that"
            + " signs its deliveries, this once.")
final class DeskAddWebhookCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @ParentCommand private DeskCommand desk;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description = "Where to: https, or a host in desk.api.webhook-hosts.")
  private String url;

  @Option(
      names = "--event",
      paramLabel = "EVENT",
      description = "What of: case.opened, case.updated, case.verdict. Repeatable. Default: all.")
  private List<String> events = CaseEvents.ALL;

  @Override
  public Integer call() throws Exception {
    try (Database database = desk.database()) {
      Reach reach = new Reach(desk.settings().desk().api().webhookHosts());
      Subscriptions.Added added =
          new Subscriptions(database, Clocks.system(), reach).add(url, events, DeskCommand.ACTOR);
      spec.commandLine().getOut().println(added.webhook().id() + " " + added.secret());
    }
    return 0;
  }
}
