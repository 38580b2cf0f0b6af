package dev.ebb.simulate;

import dev.ebb.event.Care;
import dev.ebb.event.Care.Kind;
import dev.ebb.event.Care.Source;
import dev.ebb.event.EventKind;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Profile.Status;
import java.util.Map;

/** What a change in a customer's story leaves in the feeds. */
final class Changes {

  private static final int SECONDS_OF_A_SALES_TALK = 180;
  private static final int OVERDUE_DAYS = 10;

  private final ProfileSheet sheet;

  Changes(ProfileSheet sheet) {
    this.sheet = sheet;
  }

  void of(CustomerDay today, Change change) {
    int second = change.second();
    switch (change.kind()) {
      case RENEWED, LIFTED -> profile(today, second, Status.ACTIVE);
      case CHEAPER_PLAN, DEARER_PLAN -> {
        today.care(second, planChanged(today));
        profile(today, second, Status.ACTIVE);
      }
      case BARRED -> {
        today.care(second, barred());
        profile(today, second, Status.BARRED);
      }
      case LEFT_GROUP -> {
        today.care(second, new Care(Kind.GROUP_LEFT, Source.STAFF, Map.of()));
        profile(today, second, Status.ACTIVE);
      }
      case RIVAL_CALL -> callRival(today, second);
    }
  }

  void callRival(CustomerDay today, int second) {
    int shop = PhoneNumbers.rivalShop(today.customer().number() + today.day());
    today.use(EventKind.VOICE_OUT, second, SECONDS_OF_A_SALES_TALK, shop, PeerNetwork.OFF_NET);
  }

  private void profile(CustomerDay today, int second, Status status) {
    today.profile(second, sheet.of(today.customer(), today.day(), today.at(second), status));
  }

  private Care planChanged(CustomerDay today) {
    long before = today.customer().traits().plan().monthlyFee();
    long after = sheet.plan(today.customer(), today.day()).monthlyFee();
    Map<String, String> fees =
        Map.of("oldMonthlyFee", Long.toString(before), "newMonthlyFee", Long.toString(after));
    return new Care(Kind.PLAN_CHANGED, Source.CUSTOMER, fees);
  }

  private static Care barred() {
    Map<String, String> why =
        Map.of("reason", "arrears", "overdueDays", Integer.toString(OVERDUE_DAYS));
    return new Care(Kind.BARRED, Source.STAFF, why);
  }
}
