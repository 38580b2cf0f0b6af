package dev.ebb.desk.feed;

import dev.ebb.desk.store.Database;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;

/** Up to where each partition has been taken over; kept in the store, with the rows. */
final class Offsets {

  private Offsets() {}

  /** Another desk has gone on in this partition meanwhile. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken(TopicPartition partition) {
      super("another desk has taken " + partition + " over");
    }
  }

  /** The next offset of each of the partitions, 0 for a new one. */
  static Map<TopicPartition, Long> load(Database database, Collection<TopicPartition> partitions) {
    return database.transact(
        handle -> {
          Map<TopicPartition, Long> offsets = new HashMap<>();
          for (TopicPartition partition : partitions) {
            offsets.put(partition, load(handle, partition));
          }
          return offsets;
        });
  }

  private static long load(Handle handle, TopicPartition partition) {
    handle
        .createUpdate(
            "insert into feed_offsets values (:topic, :partition, 0) on conflict do nothing")
        .bind("topic", partition.topic())
        .bind("partition", partition.partition())
        .execute();
    return handle
        .createQuery(
            """
            select next_offset from feed_offsets where topic = :topic and partition = :partition
            """)
        .bind("topic", partition.topic())
        .bind("partition", partition.partition())
        .mapTo(long.class)
        .one();
  }

  /**
   * Moves on, if nobody else has; locks the partitions until the transaction ends, always in the
   * same order.
   */
  static void advance(Handle handle, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
    to.keySet().stream()
        .sorted(Comparator.comparing(TopicPartition::toString))
        .forEach(partition -> advance(handle, partition, from.get(partition), to.get(partition)));
  }

  private static void advance(Handle handle, TopicPartition partition, long from, long to) {
    int moved =
        handle
            .createUpdate(
                """
                update feed_offsets set next_offset = :to
                where topic = :topic and partition = :partition and next_offset = :from
                """)
            .bind("topic", partition.topic())
            .bind("partition", partition.partition())
            .bind("from", from)
            .bind("to", to)
            .execute();
    if (moved == 0) {
      throw new Overtaken(partition);
    }
  }
}
