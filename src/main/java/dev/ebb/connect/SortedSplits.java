package dev.ebb.connect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The stored form of splits in checkpoints. */
final class SortedSplits {
  private static final int VERSION = 1;

  private SortedSplits() {}

  /** One split. */
  static final class OfOne implements SimpleVersionedSerializer<SortedSplit> {
    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(SortedSplit split) throws IOException {
      return write(List.of(split));
    }

    @Override
    public SortedSplit deserialize(int version, byte[] bytes) throws IOException {
      return read(version, bytes).get(0);
    }
  }

  /** The splits that no reader has yet. */
  static final class OfMany implements SimpleVersionedSerializer<List<SortedSplit>> {
    @Override
    public int getVersion() {
      return VERSION;
    }

    @Override
    public byte[] serialize(List<SortedSplit> splits) throws IOException {
      return write(splits);
    }

    @Override
    public List<SortedSplit> deserialize(int version, byte[] bytes) throws IOException {
      return read(version, bytes);
    }
  }

  private static byte[] write(List<SortedSplit> splits) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(splits.size());
    for (SortedSplit split : splits) {
      out.writeInt(split.index());
      out.writeUTF(split.path());
      out.writeLong(split.position().block());
      out.writeInt(split.position().record());
    }
    return bytes.toByteArray();
  }

  private static List<SortedSplit> read(int version, byte[] bytes) throws IOException {
    if (version != VERSION) {
      throw new IOException("split version must be " + VERSION + " but was " + version);
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    List<SortedSplit> splits = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      splits.add(
          new SortedSplit(
              in.readInt(), in.readUTF(), new SortedSplit.Position(in.readLong(), in.readInt())));
    }
    return splits;
  }
}
