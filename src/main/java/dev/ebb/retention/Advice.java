package dev.ebb.retention;

import dev.ebb.event.Profile;
import dev.ebb.retention.CaseMessage.Aside;
import dev.ebb.retention.CaseMessage.Recommended;
import dev.ebb.retention.ContactTime.Window;
import dev.ebb.risk.Tier;
import dev.ebb.risk.Value;
import dev.ebb.signal.Rule;
import java.util.List;
import java.util.stream.Stream;

/** What to do about a case: by which playbook, on which channel, with which words. */
final class Advice {
  /** Where there is no playbook. */
  private static final List<Channel> MESSAGES = List.of(Channel.SMS, Channel.APP);

  private static final List<Channel> WITH_A_CALL =
      List.of(Channel.ACCOUNT_MANAGER, Channel.SMS, Channel.APP);

  private final Playbooks playbooks;
  private final ContactTime contactTime;
  private final CaseClock clock;

  Advice(WatchSettings settings) {
    this.playbooks = settings.policy().playbooks();
    this.contactTime = new ContactTime(settings);
    this.clock = new CaseClock(settings);
  }

  /** The suggested move on a case's strongest signal. */
  Recommended on(Rule rule, Sitting sitting, long at) {
    CaseFile file = sitting.file;
    Playbook playbook = playbook(rule, file);
    Window window = contactTime.of(sitting, at);
    if (playbook == null || playbook.channelsOf(file.value.tier()).isEmpty()) {
      return unscripted(rule, sitting, window);
    }
    boolean isRulesOwn = playbook.id().equals(rule.playbook());
    List<Integer> levers = isRulesOwn ? rule.levers() : playbook.levers();
    return new Recommended(
        levers.isEmpty() ? 0 : levers.get(0),
        playbook.id(),
        channel(playbook.channelsOf(file.value.tier()), sitting.profile).label(),
        window.from(),
        window.until(),
        isRulesOwn ? rule.opener() : playbook.opener(),
        offers(playbook, file.value),
        playbook.mustNot());
  }

  /** What the job has to know besides. */
  Aside aside(Rule rule, Sitting sitting) {
    CaseFile file = sitting.file;
    Playbook playbook = playbook(rule, file);
    boolean isUnscripted = playbook == null || playbook.channelsOf(file.value.tier()).isEmpty();
    return new Aside(
        sitting.profile == null ? null : sitting.profile.household(),
        selfService(
            isUnscripted ? MESSAGES : playbook.channelsOf(file.value.tier()), sitting.profile),
        playbook != null && playbook.owed(),
        file.open.actBy - file.open.runsFrom,
        clock.endOfUnworked(file.open));
  }

  /** The best way that takes nobody's time and that the customer accepts, or null. */
  private static String selfService(List<Channel> possible, Profile profile) {
    List<Channel> accepted = accepted(profile);
    return possible.stream()
        .filter(Channel::isSelfService)
        .filter(channel -> accepted.isEmpty() || accepted.contains(channel))
        .map(Channel::label)
        .findFirst()
        .orElse(null);
  }

  /** The rule's own playbook if it is for such a customer and policy has no other one. */
  private Playbook playbook(Rule rule, CaseFile file) {
    if (file.open.withheld == Withheld.LEGAL_STOP) {
      return playbooks.get(Playbooks.STOPPED);
    }
    Playbook own = playbooks.get(rule.playbook());
    boolean isMeant =
        file.open.withheld != Withheld.VALUE_GATE
            && (own == null || own.fits(file.lifecycle.stage(), file.value.tier()));
    return isMeant ? own : playbooks.get(Playbooks.SELF_SERVICE);
  }

  private static Recommended unscripted(Rule rule, Sitting sitting, Window window) {
    boolean isWorthACall = sitting.file.value.tier() != Tier.STANDARD;
    List<Channel> possible = isWorthACall ? WITH_A_CALL : MESSAGES;
    return new Recommended(
        rule.levers().isEmpty() ? 0 : rule.levers().get(0),
        rule.playbook(),
        channel(possible, sitting.profile).label(),
        window.from(),
        window.until(),
        rule.opener(),
        List.of(),
        List.of());
  }

  /**
   * The preferred channel if the playbook has it; else the playbook's best one that the customer
   * accepts; else what they do accept, rather a message than a call.
   */
  private static Channel channel(List<Channel> possible, Profile profile) {
    List<Channel> accepted = accepted(profile);
    if (accepted.isEmpty() || possible.contains(Channel.INBOUND)) {
      return possible.get(0);
    }
    Channel preferred = Channel.of(profile.contact().preferred());
    if (preferred != null && accepted.contains(preferred) && possible.contains(preferred)) {
      return preferred;
    }
    return Stream.concat(
            possible.stream().filter(accepted::contains),
            accepted.stream().filter(Channel::isSelfService))
        .findFirst()
        .orElse(accepted.get(0));
  }

  /** What the customer accepts, as far as Ebb knows it; empty: anything. */
  private static List<Channel> accepted(Profile profile) {
    if (profile == null || profile.contact() == null) {
      return List.of();
    }
    return profile.contact().channels().stream()
        .map(Channel::of)
        .filter(channel -> channel != null)
        .toList();
  }

  private static List<CaseMessage.Offer> offers(Playbook playbook, Value value) {
    return playbook.mayOffer().stream()
        .map(offer -> new CaseMessage.Offer(offer.what(), offer.upTo(value)))
        .toList();
  }
}
