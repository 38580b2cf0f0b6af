package dev.ebb.retention;

import dev.ebb.event.Profile;
import java.time.ZoneId;

/** From when on, and until when, a customer may be contacted about the open case. */
final class ContactTime {
  /** Both epoch milliseconds. {@code from} null: at once. {@code until} null: at any hour. */
  record Window(Long from, Long until) {
    static final Window NONE = new Window(null, null);
  }

  private final WatchSettings settings;

  ContactTime(WatchSettings settings) {
    this.settings = settings;
  }

  /** The first time between quiet hours; none for a case that nobody may act on. */
  Window of(Sitting sitting, long at) {
    if (!sitting.file.open.isContactable()) {
      return Window.NONE;
    }
    QuietHours quiet = quietHours(sitting.profile);
    ZoneId zone = zone(sitting);
    long from = quiet.notBefore(earliest(sitting, at), zone);
    return new Window(from == at ? null : from, quiet.nextAfter(from, zone));
  }

  /** Who has agreed to a call expects it; else the cap may have been reached by this very case. */
  private long earliest(Sitting sitting, long at) {
    CaseFile file = sitting.file;
    Work work = file.open.work;
    if (work == Work.CALLBACK || work == Work.SNOOZED) {
      return Math.max(at, file.open.worksFrom);
    }
    return work.isTalking() || sitting.isOwedACall()
        ? at
        : Math.max(at, settings.policy().cap().freeAt(file.contacts));
  }

  private QuietHours quietHours(Profile profile) {
    QuietHours usual = settings.policy().quietHours();
    if (profile == null || profile.contact() == null) {
      return usual;
    }
    return usual.setTo(profile.contact().quietFrom(), profile.contact().quietTo());
  }

  private ZoneId zone(Sitting sitting) {
    String own = sitting.profile == null ? null : sitting.profile.zone();
    return QuietHours.clock(own, settings.zone());
  }
}
