package dev.ebb.desk.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever listens, in this process, what has been committed to the store. */
public final class Changes {
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Calls the listener with each change from now on, in the thread that made it: it must not wait.
   */
  public Subscription listen(Consumer<Change> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** To be called once a change is committed. */
  public void tell(Change change) {
    listeners.forEach(listener -> listener.accept(change));
  }

  /** Ends the listening when closed. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
