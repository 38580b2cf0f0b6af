package dev.ebb.desk.store;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Something costly to find out that may be a little old. Where it is too old one thread finds it
 * out anew, and the others make do with what there is.
 */
final class Remembered<T> {
  private final Supplier<T> find;
  private final long keepNanos;
  private final LongSupplier nanoTime;
  private final ReentrantLock finding = new ReentrantLock();
  private volatile Found<T> found;

  private record Found<T>(T value, long at) {}

  Remembered(Supplier<T> find, Duration keep) {
    this(find, keep, System::nanoTime);
  }

  Remembered(Supplier<T> find, Duration keep, LongSupplier nanoTime) {
    this.find = find;
    this.keepNanos = keep.toNanos();
    this.nanoTime = nanoTime;
  }

  T get() {
    Found<T> known = found;
    if (known == null) {
      finding.lock();
    } else if (nanoTime.getAsLong() - known.at() < keepNanos || !finding.tryLock()) {
      return known.value();
    }
    try {
      if (found == known) {
        found = new Found<>(find.get(), nanoTime.getAsLong());
      }
      return found.value();
    } finally {
      finding.unlock();
    }
  }
}
