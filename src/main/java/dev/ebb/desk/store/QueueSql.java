package dev.ebb.desk.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The statements on the queue; what they bind is named as in {@link QueueFilter}. */
final class QueueSql {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final String BEST_FIRST = " order by c.priority desc, c.act_by, c.alert_id";
  private static final String WORDS = "c.words @@ to_tsquery('simple', :words)";

  private QueueSql() {}

  /** The best case of those of which this holds. */
  static String best(String where) {
    return "select " + CaseRows.COLUMNS + " from cases c where " + where + BEST_FIRST + " limit 1";
  }

  /** The same where many may match: the index has all that is asked for. */
  static String bestInIndex(String where) {
    return inIndex("select c.alert_id from cases c where " + where + BEST_FIRST, 1);
  }

  private static String inIndex(String found, int limit) {
    return "select %s from cases c join (%s limit %d) best using (alert_id)%s"
        .formatted(CaseRows.COLUMNS, found, limit, BEST_FIRST);
  }

  /** How many cases there are, but no more than that. */
  static String count(QueueFilter filter, int most) {
    List<String> where = conditions(filter);
    if (words(filter.text()) != null) {
      where.add(WORDS);
    }
    return "select count(*) from (select 1 from cases c where %s limit %d) counted"
        .formatted(all(where), most);
  }

  /**
   * A page: finds the best, in the index alone where no words are asked for, then reads them.
   *
   * @param goesOn whether it begins behind {@code :priority}, {@code :actBy}, {@code :alertId}
   * @param areFew whether few cases match, as counted
   */
  static String page(QueueFilter filter, boolean goesOn, boolean areFew, int limit) {
    List<String> where = conditions(filter);
    if (goesOn) {
      // The first condition lets the index begin there.
      where.add("c.priority <= :priority");
      where.add("(c.priority < :priority or (c.act_by, c.alert_id) > (:actBy, :alertId))");
    }
    String found =
        words(filter.text()) == null
            ? "select c.alert_id from cases c where " + all(where) + BEST_FIRST
            : areFew ? few(where) : many(where);
    return inIndex(found, limit);
  }

  /**
   * Of words PostgreSQL cannot tell beforehand how many cases they find, and searches all the queue
   * for rare ones where it is wrong. Few are looked up and sorted.
   */
  private static String few(List<String> where) {
    where.add(WORDS);
    return """
        with few as materialized (
          select c.alert_id, c.priority, c.act_by from cases c where %s
        ) select c.alert_id from few c\
        """
            .formatted(all(where))
        + BEST_FIRST;
  }

  /** Of many the best are soon met with on the way down the queue. */
  private static String many(List<String> where) {
    return "select c.alert_id from (select * from cases c where %s%s offset 0) c where %s"
        .formatted(all(where), BEST_FIRST, WORDS);
  }

  private static String all(List<String> where) {
    return String.join(" and ", where);
  }

  private static List<String> conditions(QueueFilter filter) {
    List<String> where = new ArrayList<>(List.of("c.place in ('to-do', 'held')"));
    add(where, filter.tier(), "c.tier = :tier");
    add(where, filter.rule(), "c.rules @> array[:rule]::text[]");
    add(where, filter.region(), "c.region = :region");
    add(where, filter.lever(), "c.lever = :lever");
    add(where, filter.stage(), "c.stage = :stage");
    add(where, filter.mine() ? filter : null, "(c.holder = :login or c.manager_id = :manager)");
    add(where, filter.overdue() ? filter : null, "c.act_by < :now");
    return where;
  }

  private static void add(List<String> where, Object wanted, String condition) {
    if (wanted != null) {
      where.add(condition);
    }
  }

  /** All words of the text, each as the beginning of a word; null if it has none. */
  static String words(String text) {
    if (text == null) {
      return null;
    }
    String query =
        WORD.matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .map(word -> word.group() + ":*")
            .collect(Collectors.joining(" & "));
    return query.isEmpty() ? null : query;
  }
}
