package dev.ebb.desk.page;

import dev.ebb.desk.store.CaseCard;
import dev.ebb.desk.store.CaseView;
import dev.ebb.event.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What is known of a customer besides the case. */
final class Facts {
  private static final int MONTHS_TOLD = 24;
  private static final int MONTHS_PER_YEAR = 12;

  private final Words words;
  private final Instant now;

  Facts(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  List<Fact> of(CaseView view) {
    CaseCard card = view.card();
    Profile profile = view.profile();
    List<Fact> facts = new ArrayList<>();
    facts.add(value(card));
    facts.add(
        new Fact(
            words.say("fact.tenure"),
            tenure(profile),
            card.stage() == null ? null : words.word("stage", card.stage())));
    facts.add(plan(card, profile));
    facts.add(agreement(profile));
    facts.add(household(view));
    facts.add(earlier(view));
    return facts;
  }

  private Fact value(CaseCard card) {
    String value =
        card.arpu() == null
            ? words.say("unknown")
            : words.say("fact.value.month", words.money(card.arpu()));
    return new Fact(
        words.say("fact.value"),
        value,
        card.tier() == null ? null : words.word("tier", card.tier()));
  }

  private String tenure(Profile profile) {
    if (profile == null || profile.activatedOn() == null) {
      return words.say("unknown");
    }
    LocalDate today = words.dayOf(now);
    long months = Math.max(0, ChronoUnit.MONTHS.between(profile.activatedOn(), today));
    return months < MONTHS_TOLD
        ? words.say("tenure.months", months)
        : words.say("tenure.years", months / MONTHS_PER_YEAR);
  }

  private Fact plan(CaseCard card, Profile profile) {
    Profile.Plan plan = profile == null ? null : profile.plan();
    String name = plan == null ? null : plan.name() == null ? plan.code() : plan.name();
    return new Fact(
        words.say("fact.plan"), name == null ? words.say("unknown") : name, card.region());
  }

  private Fact agreement(Profile profile) {
    if (profile == null || profile.agreements().isEmpty()) {
      String none = words.say(profile == null ? "unknown" : "none");
      return new Fact(words.say("fact.agreements"), none, null);
    }
    LocalDate today = words.dayOf(now);
    Profile.Agreement next =
        profile.agreements().stream()
            .min(
                Comparator.comparing((Profile.Agreement it) -> it.endsOn().isBefore(today))
                    .thenComparing(Profile.Agreement::endsOn))
            .orElseThrow();
    String ending = next.autoRenews() ? "agreement.renews" : "agreement.ends";
    return new Fact(
        words.say("fact.agreements"),
        next.name() == null ? words.word("agreement", next.kind()) : next.name(),
        words.say(
            next.endsOn().isBefore(today) ? "agreement.ended" : ending, words.day(next.endsOn())));
  }

  private Fact household(CaseView view) {
    Profile profile = view.profile();
    if (profile == null || profile.household() == null) {
      return new Fact(words.say("fact.household"), words.say("none"), null);
    }
    int open = view.household().size();
    return new Fact(
        words.say("fact.household"),
        words.say("household.known"),
        open == 0 ? words.say("household.quiet") : words.say("household.open", open));
  }

  private Fact earlier(CaseView view) {
    if (view.earlier().isEmpty()) {
      return new Fact(words.say("fact.earlier"), words.say("none"), null);
    }
    CaseCard last = view.earlier().get(0);
    return new Fact(
        words.say("fact.earlier"),
        words.number(view.earlier().size()),
        words.say(
            "earlier.last",
            words.ago(last.openedAt(), now),
            words.word("state", last.state()).toLowerCase(Locale.ROOT)));
  }
}
