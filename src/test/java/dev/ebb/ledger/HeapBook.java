package dev.ebb.ledger;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One customer's book on the heap, with timers as Flink keeps them; counts every access. */
public final class HeapBook implements CustomerBook {

  /** A kind of state access. */
  public enum Access {
    READ_TODAY,
    WRITE_TODAY,
    HAS_SEEN,
    REMEMBER,
    FORGET_GENERATION,
    READ_RING,
    WRITE_RING,
    WAKE_AT,
    CLEAR
  }

  private final Map<Access, Integer> accesses = new EnumMap<>(Access.class);
  private final List<Set<Long>> seen = List.of(new HashSet<>(), new HashSet<>());
  private final TreeSet<Long> timers = new TreeSet<>();
  private byte[] today;
  private byte[] ring;

  /** The accesses since the last {@link #resetAccesses}. */
  public Map<Access, Integer> accesses() {
    return accesses;
  }

  /** Starts counting anew. */
  public void resetAccesses() {
    accesses.clear();
  }

  /** Removes and returns the earliest timer at or before the watermark, or null. */
  public Long pollTimer(long watermark) {
    return timers.isEmpty() || timers.first() > watermark ? null : timers.pollFirst();
  }

  /** The timers that have not fired. */
  public Set<Long> timers() {
    return timers;
  }

  /** The same in another book. */
  HeapBook copy() {
    HeapBook copy = new HeapBook();
    copy.today = today;
    copy.ring = ring;
    copy.timers.addAll(timers);
    for (int generation = 0; generation < seen.size(); generation++) {
      copy.seen.get(generation).addAll(seen.get(generation));
    }
    return copy;
  }

  /** Whether nothing is kept, timers apart. */
  public boolean isEmpty() {
    return today == null && ring == null && seen.get(0).isEmpty() && seen.get(1).isEmpty();
  }

  /** Bytes of the packed values. */
  public int packedBytes() {
    return (today == null ? 0 : today.length) + (ring == null ? 0 : ring.length);
  }

  /** How many ids are remembered outside of the hot value. */
  public int remembered() {
    return seen.get(0).size() + seen.get(1).size();
  }

  @Override
  public byte[] today() {
    count(Access.READ_TODAY);
    return today;
  }

  @Override
  public void today(byte[] packed) {
    count(Access.WRITE_TODAY);
    today = packed;
  }

  @Override
  public boolean hasSeen(int generation, long fingerprint) {
    count(Access.HAS_SEEN);
    return seen.get(generation).contains(fingerprint);
  }

  @Override
  public void remember(int generation, long[] fingerprints) {
    count(Access.REMEMBER);
    for (long fingerprint : fingerprints) {
      seen.get(generation).add(fingerprint);
    }
  }

  @Override
  public void forgetGeneration(int generation) {
    count(Access.FORGET_GENERATION);
    seen.get(generation).clear();
  }

  @Override
  public byte[] ring() {
    count(Access.READ_RING);
    return ring;
  }

  @Override
  public void ring(byte[] packed) {
    count(Access.WRITE_RING);
    ring = packed;
  }

  @Override
  public void wakeAt(long instant) {
    count(Access.WAKE_AT);
    timers.add(instant);
  }

  @Override
  public void clear() {
    count(Access.CLEAR);
    today = null;
    ring = null;
    seen.forEach(Set::clear);
  }

  private void count(Access access) {
    accesses.merge(access, 1, Integer::sum);
  }
}
