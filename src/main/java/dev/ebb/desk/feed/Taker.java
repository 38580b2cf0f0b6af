package dev.ebb.desk.feed;

import dev.ebb.desk.store.Change;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Takes the records of one topic over into the store. */
@FunctionalInterface
interface Taker {
  /**
   * Takes one record over, as part of a transaction.
   *
   * @return what open screens may want to show, or null
   * @throws IOException if it cannot be read; then it is passed over
   */
  Change take(Handle handle, ConsumerRecord<byte[], byte[]> record) throws IOException;
}
