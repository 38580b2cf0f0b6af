package dev.ebb.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private final Connection connection = new Connection();
  private final LiveScreen screen = new LiveScreen(connection);

  @Test
  void shouldSendAtOnceWhatTheConnectionTakes() {
    screen.send(bytes("one"));
    assertThat(connection.flushed()).isEqualTo("one");
  }

  @Test
  void shouldKeepWhatTheConnectionDoesNotTakeYet() throws IOException {
    connection.isReady = false;
    screen.send(bytes("one "));
    screen.send(bytes("two"));
    assertThat(connection.flushed()).isEmpty();

    connection.isReady = true;
    connection.listener.onWritePossible();
    assertThat(connection.flushed()).isEqualTo("one two");
  }

  @Test
  void shouldHangUpOnABrowserThatDoesNotRead() {
    connection.isReady = false;
    for (int i = 0; i < 1_024; i++) {
      screen.send(new byte[1_024]);
    }
    assertThat(screen.end()).isNotDone();
    screen.send(new byte[1]);
    assertThat(screen.end()).isCompleted();
  }

  @Test
  void shouldEndWhenTheBrowserHasGone() {
    connection.isBroken = true;
    screen.send(bytes("one"));
    assertThat(screen.end()).isCompleted();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Refuses to be written to when it is not ready, as servers' streams do. */
  private static final class Connection extends ServletOutputStream {
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private WriteListener listener;
    private boolean isReady = true;
    private boolean isBroken;

    String flushed() {
      return sent.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isReady() {
      return isReady;
    }

    @Override
    public void setWriteListener(WriteListener writeListener) {
      listener = writeListener;
    }

    @Override
    public void write(int octet) throws IOException {
      if (!isReady) {
        throw new IllegalStateException("not ready");
      }
      if (isBroken) {
        throw new IOException("gone");
      }
      buffer.write(octet);
    }

    @Override
    public void flush() throws IOException {
      sent.writeBytes(buffer.toByteArray());
      buffer.reset();
    }
  }
}
