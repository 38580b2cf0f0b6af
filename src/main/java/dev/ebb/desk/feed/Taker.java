package dev.ebb.desk.feed;

import dev.ebb.desk.store.Change;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Takes records of one topic over into the store. */
@FunctionalInterface
interface Taker {
  /**
   * Takes records over in their order, as part of a transaction. Where it throws, all of them are
   * rolled back.
   *
   * @param taken hears of what has changed, and of what cannot be read
   */
  void take(Handle handle, List<ConsumerRecord<byte[], byte[]>> records, Taken taken);

  /** Takes one record after the other. */
  static Taker each(One one) {
    return (handle, records, taken) -> {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        try {
          taken.changed(one.take(handle, record));
        } catch (JdbiException refused) {
          throw refused;
        } catch (IOException | RuntimeException unreadable) {
          taken.passOver(record, unreadable);
        }
      }
    };
  }

  /** Takes one record over. */
  @FunctionalInterface
  interface One {
    /**
     * Takes it over, as part of a transaction.
     *
     * @return what open screens may want to show, or null
     * @throws IOException if it cannot be read; then it is passed over
     */
    Change take(Handle handle, ConsumerRecord<byte[], byte[]> record) throws IOException;
  }
}
