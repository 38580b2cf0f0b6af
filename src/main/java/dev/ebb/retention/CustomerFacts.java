package dev.ebb.retention;

import dev.ebb.event.Feed;
import dev.ebb.event.Profile;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.signal.Fact;
import dev.ebb.signal.Facts;
import dev.ebb.signal.Subject;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What a rule's condition can learn of a customer who is looked at. A window is known if each of
 * its days is; the value is not while neither points nor plan nor any spend tell of it.
 */
final class CustomerFacts implements Facts {
  private static final double SECONDS_PER_MINUTE = 60;
  private static final double BYTES_PER_MEGABYTE = 1_000_000;

  private final Subject subject;
  private final CaseFile file;

  CustomerFacts(Subject subject, CaseFile file) {
    this.subject = subject;
    this.file = file;
  }

  @Override
  public Object of(Fact fact) {
    if (fact.isOfDays()) {
      return ofDays(fact);
    }
    return switch (fact) {
      case REGION -> subject.region();
      case TENURE_DAYS -> tenureDays();
      case TIER -> hasKnownValue() ? file.value.tier().label() : null;
      case ARPU -> hasKnownValue() ? (Object) file.value.arpu() : null;
      case STAGE -> file.lifecycle.stage() == null ? null : file.lifecycle.stage().code();
      default -> subject.profile() == null ? null : ofProfile(fact, subject.profile());
    };
  }

  private static Object ofProfile(Fact fact, Profile profile) {
    return switch (fact) {
      case PAYMENT -> word(profile.payment());
      case STATUS -> word(profile.status());
      case SEGMENT -> profile.segment();
      case PLAN -> profile.plan() == null ? null : profile.plan().code();
      case PLAN_FEE -> profile.plan() == null ? null : (Object) profile.plan().monthlyFee();
      case POINTS -> profile.points() == null ? null : (Object) profile.points().longValue();
      case ACCOUNT_KIND -> profile.account() == null ? null : word(profile.account().kind());
      case HOUSEHOLD -> profile.household() != null;
      case CHANNEL -> profile.contact() == null ? null : profile.contact().preferred();
      case CHANNELS -> profile.contact() == null ? null : profile.contact().channels();
      case OPT_OUT -> profile.contact() == null ? null : (Object) profile.contact().optOut();
      default -> throw new IllegalArgumentException(fact + " must be of the profile");
    };
  }

  private Object ofDays(Fact fact) {
    return switch (fact) {
      case MOU_7 -> in(SECONDS_PER_MINUTE, sum(Measure.VOICE_OUT, 7));
      case MOU_28 -> in(SECONDS_PER_MINUTE, sum(Measure.VOICE_OUT, 28));
      case MOU_MONTH -> in(SECONDS_PER_MINUTE, lastMonth(Measure.VOICE_OUT));
      case DATA_7 -> in(BYTES_PER_MEGABYTE, sum(Measure.DATA, 7));
      case DATA_28 -> in(BYTES_PER_MEGABYTE, sum(Measure.DATA, 28));
      case SMS_28 -> sum(Measure.SMS_OUT, 28);
      case SPEND_28 -> sum(Measure.SPEND, 28);
      case SPEND_MONTH -> lastMonth(Measure.SPEND);
      case TOPUP_28 -> sum(Measure.TOPUP, 28);
      case ACTIVE_DAYS_28 -> activeDays(28);
      case SILENT_DAYS -> silentDays();
      default -> throw new IllegalArgumentException(fact + " must be of the days");
    };
  }

  private Long tenureDays() {
    LocalDate activatedOn =
        subject.profile() != null && subject.profile().activatedOn() != null
            ? subject.profile().activatedOn()
            : file.activatedOn;
    return activatedOn == null ? null : subject.day() - activatedOn.toEpochDay();
  }

  private boolean hasKnownValue() {
    Profile profile = subject.profile();
    return file.value != null
        && (file.value.arpu() != 0
            || (profile != null && (profile.points() != null || profile.plan() != null)));
  }

  private Long sum(Measure measure, int days) {
    return isKnown(measure.feed(), days)
        ? (Long) subject.history().sum(measure, subject.day() - days + 1, subject.day())
        : null;
  }

  private Long lastMonth(Measure measure) {
    LocalDate next = LocalDate.ofEpochDay(subject.day() + 1L).withDayOfMonth(1);
    LocalDate last = next.minusMonths(1);
    int month = last.getYear() * 12 + last.getMonthValue() - 1;
    History history = subject.history();
    return history.monthKnownDays(measure.feed(), month) == last.lengthOfMonth()
        ? (Long) history.month(measure, month)
        : null;
  }

  private Long activeDays(int days) {
    return isKnown(Feed.USAGE, days)
        ? (Long) (long) subject.history().activeDays(subject.day() - days + 1, subject.day())
        : null;
  }

  private Long silentDays() {
    Integer last = subject.history().lastActiveDay();
    return last == null ? null : (Long) (long) (subject.day() - last);
  }

  private boolean isKnown(Feed feed, int days) {
    return subject.history().knownDays(feed, subject.day() - days + 1, subject.day()) == days;
  }

  private static Double in(double unit, Long amount) {
    return amount == null ? null : (Double) (amount / unit);
  }

  private static String word(Enum<?> constant) {
    return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
  }
}
