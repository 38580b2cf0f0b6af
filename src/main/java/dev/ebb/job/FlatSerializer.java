package dev.ebb.job;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A serializer of an immutable type (copies are the thing itself) in a named, versioned format of
 * our own.
 */
final class FlatSerializer<T> extends TypeSerializer<T> {
  private static final long serialVersionUID = 1L;

  /**
   * How a type is written and read.
   *
   * @param <T> the type
   */
  interface Format<T> extends Serializable {
    /** Stable name under which state remembers this format; never follows a class name. */
    String name();

    /** The version that {@link #write} writes. */
    int version();

    void write(T value, DataOutputView out) throws IOException;

    /** Reads what a version up to the current one has written. */
    T read(int version, DataInputView in) throws IOException;
  }

  private final Format<T> format;
  private final int readsVersion;

  FlatSerializer(Format<T> format) {
    this(format, format.version());
  }

  FlatSerializer(Format<T> format, int readsVersion) {
    this.format = format;
    this.readsVersion = readsVersion;
  }

  Format<T> format() {
    return format;
  }

  @Override
  public void serialize(T value, DataOutputView out) throws IOException {
    format.write(value, out);
  }

  @Override
  public T deserialize(DataInputView in) throws IOException {
    return format.read(readsVersion, in);
  }

  @Override
  public T deserialize(T reuse, DataInputView in) throws IOException {
    return deserialize(in);
  }

  @Override
  public void copy(DataInputView in, DataOutputView out) throws IOException {
    serialize(deserialize(in), out);
  }

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public TypeSerializer<T> duplicate() {
    return this;
  }

  @Override
  public T createInstance() {
    return null;
  }

  @Override
  public T copy(T from) {
    return from;
  }

  @Override
  public T copy(T from, T reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlatSerializer<?> that
        && format.name().equals(that.format.name())
        && readsVersion == that.readsVersion;
  }

  @Override
  public int hashCode() {
    return format.name().hashCode();
  }

  @Override
  public TypeSerializerSnapshot<T> snapshotConfiguration() {
    return new FlatSnapshot<>(format, format.version());
  }
}
