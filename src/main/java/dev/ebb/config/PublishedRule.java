package dev.ebb.config;

/**
 * A rule as it was published while the job runs.
 *
 * @param text the YAML that it is written in, or null: it was taken back
 * @param offset where it lies in its topic's partition; of two records of a rule the later one has
 *     the higher one
 */
public record PublishedRule(String id, String text, long offset) {

  /** Whether it is no longer published. */
  public boolean isRemoval() {
    return text == null;
  }
}
