package dev.ebb.codec;

import dev.ebb.event.Feed;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a mapping can fill from a column. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are copies that cannot change
public enum Target {
  CUSTOMER_ID("customerId", Form.TEXT, EnumSet.allOf(Feed.class), EnumSet.allOf(Feed.class)),
  AT("at", Form.TIME, EnumSet.allOf(Feed.class), EnumSet.allOf(Feed.class)),
  KIND("kind", Form.WORD, Required.WITH_KIND, Required.WITH_KIND),
  AMOUNT("amount", Form.QUANTITY, EnumSet.of(Feed.USAGE, Feed.SPEND), Required.WITH_AMOUNT),
  PEER("peer", Form.TEXT, EnumSet.of(Feed.USAGE), Required.NOWHERE),
  PEER_NETWORK("peerNetwork", Form.WORD, EnumSet.of(Feed.USAGE), Required.NOWHERE),
  REGION("region", Form.TEXT, EnumSet.of(Feed.USAGE, Feed.CUSTOMERS), Required.NOWHERE),
  ROAMING("roaming", Form.WORD, EnumSet.of(Feed.USAGE), Required.NOWHERE),
  CURRENCY("currency", Form.TEXT, EnumSet.of(Feed.SPEND), Required.NOWHERE),
  SOURCE("source", Form.WORD, EnumSet.of(Feed.CARE), EnumSet.of(Feed.CARE)),
  ACTIVATED_ON("activatedOn", Form.TIME, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  STATUS("status", Form.WORD, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  PAYMENT("payment", Form.WORD, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  PLAN("plan", Form.TEXT, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  MONTHLY_FEE("monthlyFee", Form.QUANTITY, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  POINTS("points", Form.TEXT, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  SEGMENT("segment", Form.TEXT, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  HOUSEHOLD("household", Form.TEXT, EnumSet.of(Feed.CUSTOMERS), Required.NOWHERE),
  ALERT_ID("alertId", Form.TEXT, EnumSet.of(Feed.OUTCOMES), EnumSet.of(Feed.OUTCOMES)),
  REASON("reason", Form.WORD, EnumSet.of(Feed.OUTCOMES), Required.NOWHERE),
  DUE_AT("dueAt", Form.TIME, EnumSet.of(Feed.OUTCOMES), Required.NOWHERE),
  BY("by", Form.TEXT, EnumSet.of(Feed.OUTCOMES), Required.NOWHERE);

  /** How a target's text is read. */
  public enum Form {
    /** As it stands. */
    TEXT,
    /** One of a set of words; a bare word in a mapping file is a constant, not a column. */
    WORD,
    TIME,
    /** A number with a unit. */
    QUANTITY
  }

  private static final class Required {
    static final Set<Feed> NOWHERE = EnumSet.noneOf(Feed.class);
    static final Set<Feed> WITH_KIND = EnumSet.of(Feed.USAGE, Feed.SPEND, Feed.CARE, Feed.OUTCOMES);
    static final Set<Feed> WITH_AMOUNT = EnumSet.of(Feed.USAGE, Feed.SPEND);
  }

  private final String label;
  private final Form form;
  private final Set<Feed> feeds;
  private final Set<Feed> requiredBy;

  Target(String label, Form form, Set<Feed> feeds, Set<Feed> requiredBy) {
    this.label = label;
    this.form = form;
    this.feeds = Set.copyOf(feeds);
    this.requiredBy = Set.copyOf(requiredBy);
  }

  /** The key in a mapping file. */
  public String label() {
    return label;
  }

  /** How its text is read. */
  public Form form() {
    return form;
  }

  /** Whether records of the feed have it. */
  public boolean isIn(Feed feed) {
    return feeds.contains(feed);
  }

  /** Whether records of the feed must have it. */
  public boolean isRequiredBy(Feed feed) {
    return requiredBy.contains(feed);
  }

  /** The words that a constant or a listed value must be one of; empty where any text will do. */
  public Set<String> words(Feed feed) {
    return switch (this) {
      case KIND ->
          switch (feed) {
            case USAGE -> Words.USAGE_KINDS.keySet();
            case SPEND -> Words.SPEND_KINDS.keySet();
            case OUTCOMES -> Words.OUTCOME_KINDS.keySet();
            default -> Words.CARE_KINDS.keySet();
          };
      case PEER_NETWORK -> Words.PEER_NETWORKS.keySet();
      case ROAMING -> Words.FLAGS.keySet();
      case REASON -> Words.OUTCOME_REASONS.keySet();
      case SOURCE -> Words.CARE_SOURCES.keySet();
      case STATUS -> Words.STATUSES.keySet();
      case PAYMENT -> Words.PAYMENTS.keySet();
      default -> Map.<String, String>of().keySet();
    };
  }
}
