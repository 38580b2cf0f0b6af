package dev.ebb.codec;

import dev.ebb.event.Care;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Outcome;
import dev.ebb.event.PeerNetwork;
import dev.ebb.event.Profile;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The words of the wire for each enum. */
final class Words {
  static final Map<String, EventKind> USAGE_KINDS = kindsOf(Feed.USAGE);
  static final Map<String, EventKind> SPEND_KINDS = kindsOf(Feed.SPEND);
  static final Map<String, PeerNetwork> PEER_NETWORKS = peerNetworks();
  static final Map<String, Care.Kind> CARE_KINDS = of(Care.Kind.values(), Care.Kind::label);
  static final Map<String, Care.Source> CARE_SOURCES = of(Care.Source.values(), Care.Source::label);
  static final Map<String, Outcome.Kind> OUTCOME_KINDS =
      of(Outcome.Kind.values(), Outcome.Kind::label);
  static final Map<String, Outcome.Reason> OUTCOME_REASONS =
      of(Outcome.Reason.values(), Outcome.Reason::label);
  static final Map<String, Profile.Status> STATUSES = of(Profile.Status.values(), Words::lower);
  static final Map<String, Profile.Payment> PAYMENTS = of(Profile.Payment.values(), Words::lower);
  static final Map<String, Profile.AgreementKind> AGREEMENTS =
      of(Profile.AgreementKind.values(), Words::lower);
  static final Map<String, Profile.AccountKind> ACCOUNTS =
      of(Profile.AccountKind.values(), Words::lower);

  static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "false", false, "True", true, "False", false, "1", true, "0", false);

  private Words() {}

  static Map<String, EventKind> kinds(Feed feed) {
    return feed == Feed.USAGE ? USAGE_KINDS : SPEND_KINDS;
  }

  static <E> Map<String, E> of(E[] values, Function<E, String> word) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E value : values) {
      words.put(word.apply(value), value);
    }
    return Collections.unmodifiableMap(words);
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, EventKind> kindsOf(Feed feed) {
    EventKind[] ofFeed =
        Arrays.stream(EventKind.values())
            .filter(kind -> kind.feed() == feed)
            .toArray(EventKind[]::new);
    return of(ofFeed, EventKind::label);
  }

  private static Map<String, PeerNetwork> peerNetworks() {
    Map<String, PeerNetwork> words = new LinkedHashMap<>(of(PeerNetwork.values(), Words::lower));
    words.remove(lower(PeerNetwork.UNKNOWN));
    return Collections.unmodifiableMap(words);
  }
}
