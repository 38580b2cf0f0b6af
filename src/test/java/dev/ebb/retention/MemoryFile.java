package dev.ebb.retention;

import java.util.TreeSet;

/** A customer's state in memory, with the timers armed on it. */
public final class MemoryFile implements CustomerFile {
  public final TreeSet<Long> timers = new TreeSet<>();
  int accesses;
  private byte[] profile;
  private byte[] caseFile;

  @Override
  public byte[] profile() {
    accesses++;
    return profile;
  }

  @Override
  public void profile(byte[] packed) {
    accesses++;
    profile = packed;
  }

  @Override
  public byte[] caseFile() {
    accesses++;
    return caseFile;
  }

  @Override
  public void caseFile(byte[] packed) {
    accesses++;
    caseFile = packed;
  }

  @Override
  public void wakeAt(long instant) {
    timers.add(instant);
  }

  @Override
  public void clear() {
    accesses++;
    profile = null;
    caseFile = null;
  }

  boolean isEmpty() {
    return profile == null && caseFile == null;
  }
}
