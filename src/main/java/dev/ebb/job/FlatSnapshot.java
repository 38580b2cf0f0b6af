package dev.ebb.job;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Remembers in a checkpoint which format and version its values were written in. */
public final class FlatSnapshot<T> implements TypeSerializerSnapshot<T> {
  private static final int SNAPSHOT_VERSION = 1;

  private FlatSerializer.Format<T> format;
  private int version;

  /** For Flink, which reads the rest with {@link #readSnapshot}. */
  public FlatSnapshot() {}

  FlatSnapshot(FlatSerializer.Format<T> format, int version) {
    this.format = format;
    this.version = version;
  }

  @Override
  public int getCurrentVersion() {
    return SNAPSHOT_VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    out.writeUTF(format.name());
    out.writeInt(version);
  }

  @Override
  public void readSnapshot(int snapshotVersion, DataInputView in, ClassLoader loader)
      throws IOException {
    format = StreamTypes.format(in.readUTF());
    version = in.readInt();
    if (version > format.version()) {
      throw new IOException(
          "state of format %s must be of version %d or older but was %d: it comes from a newer Ebb"
              .formatted(format.name(), format.version(), version));
    }
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return new FlatSerializer<>(format, version);
  }

  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (!(old instanceof FlatSnapshot<T> that) || !that.format.name().equals(format.name())) {
      return TypeSerializerSchemaCompatibility.incompatible();
    }
    return that.version == version
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
