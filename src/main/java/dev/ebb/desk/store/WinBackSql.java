package dev.ebb.desk.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which calls to the departed may be made.
 *
 * @param clocks what time it is
 * @param rules until when calls are forbidden
 */
record WinBackSql(Clocks clocks, CallRules rules) {

  /**
   * Whether the call {@code w} to who left by {@code e} may be made, today or on its day. Of the
   * calls that are due only the latest one is made, and none after a yes or a no.
   */
  static final String MAY_BE_CALLED =
      """
      w.result is null
        and not exists (select 1 from win_backs later where later.customer_id = w.customer_id
          and later.due_on > w.due_on and later.due_on <= :today)
        and not exists (select 1 from win_backs answer where answer.customer_id = w.customer_id
          and answer.result in ('returned', 'declined') and answer.due_on > cast(e.at as date))
        and not exists (select 1 from never_call n where n.customer_hash = e.customer_hash)
        and not exists (select 1 from customers c
          where c.customer_id = e.customer_id and c.opt_out)
        and not exists (select 1 from cases c join case_news n using (alert_id)
          where c.customer_hash = e.customer_hash and n.reason = 'legal-stop' and n.at > :stopped)
        and not exists (select 1 from withheld h where h.customer_hash = e.customer_hash
          and h.stopped_at > :stopped)
      """;

  /** Exits {@code e}, each with its next call {@code w}, if there is to be one. */
  static final String EXITS_WITH_NEXT_CALL =
      """
      from exits e left join lateral (
        select coalesce(w.again_on, w.due_on) as due_on, w.playbook from win_backs w
        where w.customer_id = e.customer_id and %s
        order by 1, w.due_on desc limit 1) w on true
      """
          .formatted(MAY_BE_CALLED);

  /** The statement with what these conditions ask for. */
  <T extends SqlStatement<T>> T bound(T statement) {
    Instant stopped =
        rules.legalStop() == null ? Instant.EPOCH : clocks.now().minus(rules.legalStop());
    return statement.bind("today", today()).bind("stopped", stopped);
  }

  LocalDate today() {
    return clocks.now().atZone(rules.zone()).toLocalDate();
  }
}
