package dev.ebb.desk.page;

import dev.ebb.desk.store.TeamFigures.Refused;
import dev.ebb.desk.store.TeamFigures.Work;
import dev.ebb.desk.store.TeamFigures.Workload;
import dev.ebb.desk.store.TeamLimits.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes what the page of the team shows. */
public final class TeamPages {
  private static final int HOTTEST = 4;

  private final Words words;

  /** Pages in this language. */
  public TeamPages(Words words) {
    this.words = words;
  }

  /** The page. */
  public TeamView of(
      int days, Work work, Limits limits, List<Refused> asked, List<Refused> declined) {
    List<Workload> workloads = work.workloads();
    long workingDays = work.days();
    int from = workloads.stream().mapToInt(Workload::hour).min().orElse(0);
    int to = workloads.stream().mapToInt(Workload::hour).max().orElse(-1);
    Map<String, List<Workload>> byAgent =
        workloads.stream()
            .collect(Collectors.groupingBy(Workload::agent, TreeMap::new, Collectors.toList()));
    double busiest = workloads.stream().mapToDouble(TeamPages::pace).max().orElse(1);
    double full = limits.newPerHour() == null ? Math.max(1, busiest) : limits.newPerHour();
    List<TeamView.Row> rows = new ArrayList<>();
    byAgent.forEach((agent, own) -> rows.add(row(agent, own, from, to, full)));
    List<String> hours = new ArrayList<>();
    List<String> capacity = limits.newPerHour() == null ? null : new ArrayList<>();
    for (int hour = from; hour <= to; hour++) {
      hours.add(String.format(Locale.ROOT, "%02d", hour));
      if (capacity != null) {
        capacity.add(tenths(presentAt(workloads, hour, workingDays) * limits.newPerHour()));
      }
    }
    return new TeamView(
        days,
        hours,
        rows,
        team(workloads, workingDays, from, to, full),
        capacity,
        typed(limits.openCases()),
        typed(limits.newPerHour()),
        counts("asked", asked),
        counts("reason", declined));
  }

  private static String typed(Integer limit) {
    return limit == null ? "" : limit.toString();
  }

  /** How many agents work in that hour on a day on which anybody works, on average. */
  private static double presentAt(List<Workload> workloads, int hour, long workingDays) {
    return at(workloads, hour).mapToLong(Workload::days).sum() / (double) Math.max(1, workingDays);
  }

  private static Stream<Workload> at(List<Workload> workloads, int hour) {
    return workloads.stream().filter(it -> it.hour() == hour);
  }

  /** Cases taken on a day on which the agent worked in that hour. */
  private static double pace(Workload it) {
    return it.days() == 0 ? 0 : it.claims() / (double) it.days();
  }

  private TeamView.Row row(String agent, List<Workload> own, int from, int to, double full) {
    List<TeamView.Cell> cells = new ArrayList<>();
    for (int hour = from; hour <= to; hour++) {
      cells.add(cell(pace(own, hour), full));
    }
    long outcomes = own.stream().mapToLong(Workload::outcomes).sum();
    return new TeamView.Row(agent, cells, words.number(outcomes));
  }

  private TeamView.Row team(List<Workload> all, long workingDays, int from, int to, double full) {
    List<TeamView.Cell> cells = new ArrayList<>();
    for (int hour = from; hour <= to; hour++) {
      double claims = at(all, hour).mapToLong(Workload::claims).sum();
      double most = full * presentAt(all, hour, workingDays);
      cells.add(cell(claims / Math.max(1, workingDays), most));
    }
    long outcomes = all.stream().mapToLong(Workload::outcomes).sum();
    return new TeamView.Row(words.say("team.all"), cells, words.number(outcomes));
  }

  private static double pace(List<Workload> workloads, int hour) {
    return at(workloads, hour).mapToDouble(TeamPages::pace).sum();
  }

  private static TeamView.Cell cell(double pace, double full) {
    int heat = pace == 0 ? 0 : (int) Math.min(HOTTEST, Math.ceil(HOTTEST * pace / full));
    return new TeamView.Cell(pace == 0 ? "" : tenths(pace), heat);
  }

  private static String tenths(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private List<TeamView.Count> counts(String kind, List<Refused> refused) {
    return refused.stream()
        .map(
            it ->
                new TeamView.Count(
                    words.code(kind, it.reason()),
                    words.number(it.times()),
                    Shares.length(it.times(), refused.get(0).times())))
        .toList();
  }
}
