package dev.ebb.desk.store;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Contact;
import dev.ebb.event.Profile.Plan;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Takes profiles over, the newest of each customer, and lets the cases that are not over know. */
public final class ProfileIntake {
  private final CustomerHash hash;

  /** Keeps customers under this hash. */
  public ProfileIntake(CustomerHash hash) {
    this.hash = hash;
  }

  /** Takes one over. */
  public void take(Handle handle, String customerId, Profile profile) {
    Plan plan = profile.plan();
    Contact contact = profile.contact();
    int changed =
        handle
            .createUpdate(
                """
                insert into customers as c values (:id, :hash, :at, :activatedOn, :status, :payment,
                  :plan, :fee, :region, :household, :manager, :optOut, :profile::jsonb)
                on conflict (customer_id) do update set
                  valid_at = excluded.valid_at, activated_on = excluded.activated_on,
                  status = excluded.status, payment = excluded.payment, plan = excluded.plan,
                  monthly_fee = excluded.monthly_fee, region = excluded.region,
                  household = excluded.household, manager_id = excluded.manager_id,
                  opt_out = excluded.opt_out, profile = excluded.profile
                where c.valid_at <= excluded.valid_at
                """)
            .bind("id", customerId)
            .bind("hash", hash.of(customerId))
            .bind("at", Instant.ofEpochMilli(profile.at()))
            .bind("activatedOn", profile.activatedOn())
            .bind("status", word(profile.status()))
            .bind("payment", word(profile.payment()))
            .bind("plan", plan == null ? null : plan.name() == null ? plan.code() : plan.name())
            .bind("fee", plan == null ? null : plan.monthlyFee())
            .bind("region", profile.region())
            .bind("household", profile.household())
            .bind("manager", contact == null ? null : contact.managerId())
            .bind("optOut", contact != null && contact.optOut())
            .bind("profile", ProfileJson.write(profile))
            .execute();
    if (changed > 0) {
      tellCases(handle, customerId);
    }
  }

  private static void tellCases(Handle handle, String customerId) {
    handle
        .createUpdate(
            """
            update cases c set region = p.region, manager_id = p.manager_id,
              words = %s
            from customers p
            where p.customer_id = :id and c.customer_id = :id and c.place <> 'ended'
            """
                .formatted(CaseSql.words("c.rules", "c.playbook", "c.customer_id")))
        .bind("id", customerId)
        .execute();
  }

  private static String word(Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }
}
