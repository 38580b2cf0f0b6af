package dev.ebb.desk.feed;

import dev.ebb.desk.store.Changes;
import dev.ebb.desk.store.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Takes all records of a poll over in one transaction, which also moves the offsets on. */
record Takeover(Map<String, Taker> takers, Database database, Changes changes, FeedState state) {
  private static final String RECORD = "record";

  /** Classes of SQL states: data exception, integrity constraint violation. */
  private static final Set<String> DATA = Set.of("22", "23");

  Takeover {
    takers = Map.copyOf(takers);
  }

  /**
   * Takes them over. Where something is wrong with what they say, they are taken one by one, and
   * those are passed over that cannot be.
   *
   * @param from where each partition of the poll stands in the store
   * @param to where it is to stand
   */
  void take(
      ConsumerRecords<byte[], byte[]> records,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to) {
    Taken taken;
    try {
      taken = taken(records, from, to, this::takeTogether);
    } catch (RuntimeException e) {
      if (!isOfTheData(e)) {
        throw e;
      }
      taken = taken(records, from, to, this::takeOneByOne);
    }
    taken.tell(records.count(), state, changes);
  }

  private Taken taken(
      ConsumerRecords<byte[], byte[]> records,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Taker taker) {
    return database.transact(
        handle -> {
          Taken taken = new Taken();
          Offsets.advance(handle, from, to);
          for (TopicPartition partition : records.partitions()) {
            taker.take(handle, records.records(partition), taken);
          }
          return taken;
        });
  }

  private void takeTogether(
      Handle handle, List<ConsumerRecord<byte[], byte[]>> records, Taken taken) {
    takers.get(records.get(0).topic()).take(handle, records, taken);
  }

  private void takeOneByOne(
      Handle handle, List<ConsumerRecord<byte[], byte[]>> records, Taken taken) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      handle.savepoint(RECORD);
      try {
        takeTogether(handle, List.of(record), taken);
      } catch (RuntimeException e) {
        if (!isOfTheData(e)) {
          throw e;
        }
        handle.rollbackToSavepoint(RECORD);
        taken.passOver(record, e);
      }
    }
  }

  /** Whether the desk and PostgreSQL are well and do not like what they were given. */
  private static boolean isOfTheData(RuntimeException e) {
    if (!(e instanceof JdbiException)) {
      return !(e instanceof Offsets.Overtaken);
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return DATA.contains(sql.getSQLState().substring(0, 2));
      }
    }
    return false;
  }
}
