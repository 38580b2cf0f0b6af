package dev.ebb.job;

import java.io.Serializable;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Hands what leaves a job to the test in the same JVM. */
record Collect<T>(Receiver<T> receiver) implements Sink<T> {

  /** Takes one element; called by many threads. */
  interface Receiver<T> extends Serializable {
    void take(T element);
  }

  @Override
  public SinkWriter<T> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(T element, Context position) {
        receiver.take(element);
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
