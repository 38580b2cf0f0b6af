package dev.ebb.retention;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Contact;
import dev.ebb.ledger.History;
import dev.ebb.ledger.Measure;
import dev.ebb.retention.Exit.WinBack;
import dev.ebb.retention.Exit.Windows;
import dev.ebb.risk.Tier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Writes an entry for the database of the departed. */
final class ExitWriter {
  private static final int WEEK = 7;
  private static final int FOUR_WEEKS = 28;
  private static final int[] WIN_BACK_DAYS = {14, 60, 180};

  private ExitWriter() {}

  static Exit write(Sitting sitting, History history) {
    Departure departure = sitting.file.departure;
    return new Exit(
        sitting.customerId,
        departure.at(),
        departure.kind().label(),
        departure.cause(),
        departure.knownBy(),
        sitting.file.value,
        windows(history),
        contact(sitting),
        winBack(sitting, departure));
  }

  private static Windows windows(History history) {
    Integer active = history.lastActiveDay();
    int last = active == null ? history.lastDay() : active;
    return new Windows(
        active == null ? null : LocalDate.ofEpochDay(active),
        sum(history, Measure.VOICE_OUT, last, WEEK),
        sum(history, Measure.VOICE_OUT, last, FOUR_WEEKS),
        sum(history, Measure.DATA, last, WEEK),
        sum(history, Measure.DATA, last, FOUR_WEEKS),
        sum(history, Measure.SPEND, last, WEEK),
        sum(history, Measure.SPEND, last, FOUR_WEEKS));
  }

  private static long sum(History history, Measure measure, int last, int days) {
    return history.sum(measure, last - days + 1, last);
  }

  private static Contact contact(Sitting sitting) {
    Profile profile = sitting.profile;
    return profile == null || sitting.hasOptedOut() ? null : profile.contact();
  }

  /**
   * Calls cost money: only customers of mid or high value are called back. None is called on a day
   * on which a legal stop holds, be it for a part of it only.
   */
  private static List<WinBack> winBack(Sitting sitting, Departure departure) {
    if (sitting.file.value.tier() == Tier.STANDARD || sitting.hasOptedOut()) {
      return List.of();
    }
    LocalDate from = LocalDate.ofEpochDay(departure.day());
    return Arrays.stream(WIN_BACK_DAYS)
        .mapToObj(from::plusDays)
        .filter(day -> !sitting.isStoppedOn(day))
        .map(day -> new WinBack(day, departure.cause().playbook()))
        .toList();
  }
}
