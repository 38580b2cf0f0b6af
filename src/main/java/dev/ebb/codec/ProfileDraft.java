package dev.ebb.codec;

import dev.ebb.event.Profile;
import java.time.LocalDate;
import java.util.List;

/** A profile in the making. */
final class ProfileDraft {
  LocalDate activatedOn;
  Profile.Status status;
  Profile.Payment payment;
  Profile.Plan plan;
  List<Profile.Agreement> agreements = List.of();
  Integer points;
  String segment;
  String zone;
  String household;
  Profile.Account account;
  Profile.Contact contact;

  Profile finish(long at, String region) {
    return new Profile(
        at,
        activatedOn,
        status,
        payment,
        plan,
        agreements,
        points,
        segment,
        region,
        zone,
        household,
        account,
        contact);
  }
}
