package dev.ebb.desk.feed;

import java.util.concurrent.atomic.AtomicLong;

/** How a reader is doing; for the pages of health and metrics, and for housekeeping. */
public final class FeedState {
  private final String name;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong unreadable = new AtomicLong();
  private volatile long lag = Long.MAX_VALUE;
  private volatile String trouble = "has not started yet";

  FeedState(String name) {
    this.name = name;
  }

  void live(long records) {
    lag = records;
    trouble = null;
  }

  void away(RuntimeException why) {
    trouble = String.valueOf(why.getMessage());
  }

  void taken(int records) {
    taken.addAndGet(records);
  }

  void unreadable() {
    unreadable.incrementAndGet();
  }

  /** What is read. */
  public String name() {
    return name;
  }

  /** Records that have been read, also those that changed nothing. */
  public long takenCount() {
    return taken.get();
  }

  /** Records that were passed over because they could not be read. */
  public long unreadableCount() {
    return unreadable.get();
  }

  /** Records that are yet to be taken over, as far as is known. */
  public long lag() {
    return lag;
  }

  /** Why nothing is being read, or null if all is well. */
  public String trouble() {
    return trouble;
  }

  /** Whether everything there was has been taken over. */
  public boolean isCaughtUp() {
    return trouble == null && lag == 0;
  }
}
