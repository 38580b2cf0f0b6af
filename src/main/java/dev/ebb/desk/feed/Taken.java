package dev.ebb.desk.feed;

import dev.ebb.desk.store.Change;
import dev.ebb.desk.store.Changes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came of the records of a transaction; nobody hears of it before that is committed. */
final class Taken {
  private static final Logger LOG = LoggerFactory.getLogger(Taken.class);

  private final List<Change> changes = new ArrayList<>();
  private final List<PassedOver> passedOver = new ArrayList<>();

  private record PassedOver(ConsumerRecord<byte[], byte[]> record, Exception why) {}

  /**
   * Something has changed.
   *
   * @param change or null for nothing that screens show
   */
  void changed(Change change) {
    if (change != null) {
      changes.add(change);
    }
  }

  void passOver(ConsumerRecord<byte[], byte[]> record, Exception why) {
    passedOver.add(new PassedOver(record, why));
  }

  /**
   * Tells of it.
   *
   * @param records that there were in all
   */
  void tell(int records, FeedState state, Changes listeners) {
    state.taken(records - passedOver.size());
    for (PassedOver one : passedOver) {
      state.unreadable();
      LOG.warn(
          "{}-{} offset {} is passed over: {}",
          one.record().topic(),
          one.record().partition(),
          one.record().offset(),
          one.why() instanceof IOException
              ? one.why().getMessage()
              : one.why().getClass().getSimpleName());
    }
    changes.forEach(listeners::tell);
  }
}
