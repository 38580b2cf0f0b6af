package dev.ebb.desk.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * One open screen. Sending to it never waits for its browser: what the connection does not take yet
 * is kept, and a screen that lets too much pile up is hung up on. Its browser comes back by itself.
 */
final class LiveScreen implements WriteListener {
  private static final int MOST_WAITING_BYTES = 1024 * 1024;

  private final ServletOutputStream out;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private boolean isUnflushed;

  LiveScreen(ServletOutputStream out) {
    this.out = out;
    out.setWriteListener(this);
  }

  /** Completes when nothing more can be sent. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** Sends this as soon as the connection takes it; the bytes must not change any more. */
  void send(byte[] text) {
    if (end.isDone()) {
      return;
    }
    if (!isTaken(text)) {
      close();
    }
  }

  private synchronized boolean isTaken(byte[] text) {
    if (waitingBytes > 0 && waitingBytes + text.length > MOST_WAITING_BYTES) {
      return false;
    }
    waiting.add(text);
    waitingBytes += text.length;
    return isPumped();
  }

  @Override
  public void onWritePossible() {
    if (!isPumped()) {
      close();
    }
  }

  /** Writes as long as that does not wait; afterwards the server says when it can go on. */
  private synchronized boolean isPumped() {
    try {
      while (out.isReady() && (isUnflushed || !waiting.isEmpty())) {
        if (isUnflushed) {
          isUnflushed = false;
          out.flush();
        } else {
          byte[] next = waiting.remove();
          waitingBytes -= next.length;
          isUnflushed = true;
          out.write(next);
        }
      }
      return true;
    } catch (IOException | IllegalStateException gone) {
      return false;
    }
  }

  @Override
  public void onError(Throwable gone) {
    close();
  }

  /** Hangs up. */
  void close() {
    end.complete(null);
  }
}
