package dev.ebb.signal;

import static dev.ebb.event.Profile.AgreementKind.CONTRACT;
import static dev.ebb.event.Profile.AgreementKind.DISCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.ledger.BaseIndex;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Agreements that end soon, and those that have ended. */
class AgreementEndTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
  private static final Set<AgreementKind> ALL = EnumSet.allOf(AgreementKind.class);
  private static final Expiry MONTH = new Expiry(ALL, 30, 8);
  private static final Expiry WEEK = new Expiry(ALL, 7, 1);
  private static final Lapse LAPSED = new Lapse(EnumSet.of(CONTRACT, DISCOUNT), 30);

  private static Agreement ending(AgreementKind kind, int inDays) {
    return new Agreement(kind, null, TODAY.plusDays(inDays), false);
  }

  private static Subject with(Agreement... agreements) {
    Profile profile =
        new Profile(
            0,
            null,
            Profile.Status.ACTIVE,
            null,
            null,
            List.of(agreements),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return TestHistory.until(TODAY).subject(profile, BaseIndex.FLAT);
  }

  private static boolean isMatureWhenWatchedFor(Detector detector, int daysLeft, int days) {
    Profile profile = with(ending(CONTRACT, daysLeft)).profile();
    int today = (int) TODAY.toEpochDay();
    return detector
        .read(TestHistory.until(TODAY).watchedSince(today - days).subject(profile, BaseIndex.FLAT))
        .mature();
  }

  @Test
  void shouldNotTrustAPhaseThatHadBegunBeforeTheFirstJudgedDay() {
    assertThat(isMatureWhenWatchedFor(MONTH, 20, 10)).isTrue();
    assertThat(isMatureWhenWatchedFor(MONTH, 20, 9)).isFalse();
    assertThat(isMatureWhenWatchedFor(WEEK, 7, 0)).isTrue();
    assertThat(isMatureWhenWatchedFor(WEEK, 6, 0)).isFalse();
    assertThat(isMatureWhenWatchedFor(LAPSED, 0, 0)).isTrue();
    assertThat(isMatureWhenWatchedFor(LAPSED, -4, 4)).isTrue();
    assertThat(isMatureWhenWatchedFor(LAPSED, -4, 3)).isFalse();
  }

  private static double strength(Detector detector, int daysLeft) {
    return detector.read(with(ending(CONTRACT, daysLeft))).strength();
  }

  @Test
  void shouldHandOverFromPhaseToPhase() {
    assertThat(strength(MONTH, 31)).isBetween(.4, .4999);
    assertThat(strength(MONTH, 30)).isEqualTo(.5);
    assertThat(strength(MONTH, 8)).isBetween(.85, .9);
    assertThat(strength(MONTH, 7)).isZero();
    assertThat(strength(WEEK, 8)).isBetween(.3, .4999);
    assertThat(strength(WEEK, 7)).isEqualTo(.5);
    assertThat(strength(WEEK, 1)).isBetween(.9, .99);
    assertThat(strength(WEEK, 0)).isZero();
    assertThat(strength(LAPSED, 1)).isZero();
    assertThat(strength(LAPSED, 0)).isBetween(.95, .99);
    assertThat(strength(LAPSED, -29)).isEqualTo(.5);
    assertThat(strength(LAPSED, -30)).isBetween(.4, .4999);
    assertThat(strength(LAPSED, -44)).isZero();
  }

  @Test
  void shouldNeverJumpInRiskAtAHandOver() {
    assertThat(.20 * strength(MONTH, 8)).isBetween(.16, .35 * strength(WEEK, 7));
    assertThat(.30 * strength(LAPSED, 0)).isBetween(.28, .35 * strength(WEEK, 1));
  }

  @Test
  void shouldSayWhatEndsAndWhen() {
    Reading reading = MONTH.read(with(ending(DISCOUNT, 12)));

    assertThat(reading.evidence())
        .containsEntry("daysLeft", 12.0)
        .containsEntry("discountDaysLeft", 12.0);
    assertThat(LAPSED.read(with(ending(CONTRACT, -2))).evidence())
        .containsEntry("daysWithout", 3.0)
        .containsEntry("contractDaysWithout", 3.0);
  }

  @Test
  void shouldStaySilentWhereItRenewsItself() {
    Agreement renewing = new Agreement(CONTRACT, "A", TODAY.plusDays(3), true);

    assertThat(WEEK.read(with(renewing))).isEqualTo(Reading.NONE);
    assertThat(WEEK.read(with(renewing, ending(CONTRACT, 5)))).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldStaySilentWhereItHasBeenRenewed() {
    assertThat(WEEK.read(with(ending(CONTRACT, 5), ending(CONTRACT, 370)))).isEqualTo(Reading.NONE);
    assertThat(LAPSED.read(with(ending(CONTRACT, -5), ending(CONTRACT, 360))))
        .isEqualTo(Reading.NONE);
  }

  @Test
  void shouldTakeAnotherKindForNoRenewal() {
    assertThat(WEEK.read(with(ending(CONTRACT, 5), ending(DISCOUNT, 370))).isAlarm()).isTrue();
  }

  @Test
  void shouldTakeTheNearestEndOfItsPhase() {
    Subject subject = with(ending(CONTRACT, 3), ending(DISCOUNT, 20));

    assertThat(MONTH.read(subject).evidence()).containsEntry("daysLeft", 20.0);
    assertThat(WEEK.read(subject).evidence()).containsEntry("daysLeft", 3.0);
  }

  @Test
  void shouldSeeNothingWithoutProfileOrAgreement() {
    assertThat(WEEK.read(TestHistory.until(TODAY).subject())).isEqualTo(Reading.NONE);
    assertThat(WEEK.read(with())).isEqualTo(Reading.NONE);
    assertThat(WEEK.read(with(new Agreement(CONTRACT, "A", null, false)))).isEqualTo(Reading.NONE);
  }

  @Test
  void shouldIgnoreKindsThatAreNotWatched() {
    assertThat(LAPSED.read(with(ending(AgreementKind.POINTS, -1)))).isEqualTo(Reading.NONE);
  }
}
