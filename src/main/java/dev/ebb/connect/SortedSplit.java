package dev.ebb.connect;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A sorted file and how far it has been read.
 *
 * @param index number of the file
 * @param path the file
 */
public record SortedSplit(int index, String path, Position position) implements SourceSplit {

  /**
   * A place in a sorted file.
   *
   * @param block byte offset of the block
   * @param record number of records of the block already read
   */
  public record Position(long block, int record) {
    static final Position START = new Position(SortedFileWriter.HEADER_BYTES, 0);
  }

  @Override
  public String splitId() {
    return Integer.toString(index);
  }
}
