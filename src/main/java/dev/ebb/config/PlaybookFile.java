package dev.ebb.config;

import dev.ebb.retention.Channel;
import dev.ebb.retention.Playbook;
import dev.ebb.retention.Playbook.Offer;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One playbook as it is written in YAML. */
final class PlaybookFile {
  static final Pattern ID = Pattern.compile("P\\d{1,3}(-[a-z]+)*");

  private static final Pattern SHARE = Pattern.compile("(\\d{1,4}) ?%");
  private static final String ALL = "all";
  private static final String MID_HIGH = "mid-high";
  private static final Map<String, Stage> STAGES =
      Arrays.stream(Stage.values()).collect(Collectors.toMap(Stage::code, Function.identity()));

  private final Section file;
  private final Currency currency;

  private PlaybookFile(Section file, Currency currency) {
    this.file = file;
    this.currency = currency;
  }

  /** The playbook, or null if the file has a problem. */
  static Playbook read(Section file, Currency currency) {
    return new PlaybookFile(file, currency).read();
  }

  private Playbook read() {
    file.require("id", "title", "stages", "channels", "opener", "must-not");
    String id =
        file.scalar(
            "id", "", text -> ID.matcher(text).matches() ? text : null, "must be such as P4");
    Text title = file.localized("title");
    List<Integer> levers = list("lever", PlaybookFile::lever, "numbers from 1 to 16");
    List<Stage> stages = list("stages", STAGES::get, "of A, B, C, D, E");
    boolean owed = file.flag("owed", false);
    Map<Tier, List<Channel>> channels = channels(file.section("channels"));
    Text opener = file.localized("opener");
    List<Offer> mayOffer = offers(file.section("may-offer"));
    Section mustNot = file.section("must-not");
    List<Text> forbidden = mustNot.keys().stream().map(mustNot::localized).toList();
    file.refuseUnknownKeys();
    return file.build(
        () ->
            new Playbook(
                id,
                title,
                levers,
                java.util.Set.copyOf(stages),
                channels,
                opener,
                mayOffer,
                forbidden,
                owed));
  }

  private <T> List<T> list(String key, Function<String, T> parse, String expectation) {
    return list(file, key, parse, expectation);
  }

  private static <T> List<T> list(
      Section section, String key, Function<String, T> parse, String expectation) {
    List<T> values = new ArrayList<>();
    for (String text : section.texts(key, List.of())) {
      T value = parse.apply(text);
      if (value == null) {
        section.problem(key, "must be " + expectation + " but was " + text);
      } else {
        values.add(value);
      }
    }
    return values;
  }

  private static Integer lever(String text) {
    return text.matches("[1-9]|1[0-6]") ? Integer.valueOf(text) : null;
  }

  /** The narrowest key wins: a tier's own name, then mid-high, then all. */
  private static Map<Tier, List<Channel>> channels(Section section) {
    Map<String, List<Channel>> written = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(List.of(ALL, MID_HIGH));
    Arrays.stream(Tier.values()).map(Tier::label).forEach(keys::add);
    String known =
        Arrays.stream(Channel.values()).map(Channel::label).collect(Collectors.joining(", "));
    for (String key : keys) {
      if (section.has(key)) {
        written.put(key, list(section, key, Channel::of, "of " + known));
      }
    }
    Map<Tier, List<Channel>> channels = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      List<Channel> wider = written.getOrDefault(ALL, List.of());
      List<Channel> wide = tier == Tier.STANDARD ? wider : written.getOrDefault(MID_HIGH, wider);
      channels.put(tier, List.copyOf(written.getOrDefault(tier.label(), wide)));
    }
    return channels;
  }

  private List<Offer> offers(Section section) {
    List<Offer> offers = new ArrayList<>();
    for (String name : section.keys()) {
      Section written = section.section(name);
      Text what = section.localized(name);
      Offer without = new Offer(what, null, null);
      offers.add(written.scalar("up-to", without, text -> offer(what, text), ceiling()));
    }
    return offers;
  }

  /** With a ceiling, or null if the text is none. */
  private Offer offer(Text what, String text) {
    Matcher matcher = SHARE.matcher(text);
    if (matcher.matches()) {
      double share = Integer.parseInt(matcher.group(1)) / 100.0;
      return share > 0 && share <= Offer.MOST_SHARE ? new Offer(what, null, share) : null;
    }
    Long amount = Scalars.money(text, currency);
    return amount == null || amount < 0 ? null : new Offer(what, amount, null);
  }

  private String ceiling() {
    return "must be an amount of %s such as 20, or a share such as 15 %%".formatted(currency);
  }
}
