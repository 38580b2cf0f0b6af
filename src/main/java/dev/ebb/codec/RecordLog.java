package dev.ebb.codec;

import java.io.Serializable;
import java.util.List;

/** All records that a topic holds. */
@FunctionalInterface
public interface RecordLog extends Serializable {

  /** Reads the topic to its present end, each partition in its order. */
  List<RawRecord> read();
}
