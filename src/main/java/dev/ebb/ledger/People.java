package dev.ebb.ledger;

/**
 * A set of people in at most 33 bytes, by linear counting: each falls on one of 256 places, and how
 * many they are is told from how many places are still free. Of up to 100 people the count is
 * within 5 % (standard error), of up to 400 within 8 %; beyond 1,000 it says no more than that.
 */
final class People {

  /** Bits of a person's identity that is kept; two people share one in 10^12 cases. */
  private static final int IDENTITY_BITS = 40;

  private static final int PLACES = 256;
  private static final int LISTED = 32;
  private static final int SPREAD_OUT = 0;

  private final long[] places = new long[PLACES / Long.SIZE];

  /** Who a peer is, in 40 bits: a one-way street but for who knows the number. */
  static long identity(long peer) {
    return CloseTimes.mix(peer) >>> (Long.SIZE - IDENTITY_BITS);
  }

  void add(long identity) {
    place((int) identity & PLACES - 1);
  }

  void addAll(People others) {
    for (int i = 0; i < places.length; i++) {
      places[i] |= others.places[i];
    }
  }

  /** Whether this person may be one of them; others on the same place are mistaken for them. */
  boolean maybe(long identity) {
    return has((int) identity & PLACES - 1);
  }

  /** How many they are, estimated. */
  double count() {
    double free = Math.max(0.5, PLACES - taken());
    return PLACES * Math.log(PLACES / free);
  }

  boolean isEmpty() {
    return taken() == 0;
  }

  /** The places one by one, or all as bits where that is shorter. */
  void pack(PackedWriter writer) {
    int taken = taken();
    boolean listed = taken < LISTED;
    writer.varint(listed ? taken + 1 : SPREAD_OUT);
    for (int word = 0; word < places.length; word++) {
      for (long left = places[word]; listed && left != 0; left &= left - 1) {
        writer.raw(word * Long.SIZE + Long.numberOfTrailingZeros(left));
      }
      if (!listed) {
        writer.fixed(places[word]);
      }
    }
  }

  static People unpack(PackedReader reader) {
    People people = new People();
    int listed = reader.varintInt();
    if (listed == SPREAD_OUT) {
      for (int i = 0; i < people.places.length; i++) {
        people.places[i] = reader.fixed();
      }
    }
    for (int left = listed - 1; left > 0; left--) {
      people.place(reader.raw());
    }
    return people;
  }

  /** As some on these places, by their ranks among those: one by one, or as bits. */
  void pack(PackedWriter writer, int[] among) {
    byte[] bits = new byte[(among.length + 7) / 8];
    boolean listed = taken() < bits.length;
    writer.varint(listed ? taken() + 1 : SPREAD_OUT);
    for (int rank = 0; rank < among.length; rank++) {
      if (has(among[rank])) {
        bits[rank / 8] |= (byte) (1 << rank % 8);
        if (listed) {
          writer.raw(rank);
        }
      }
    }
    for (int i = 0; !listed && i < bits.length; i++) {
      writer.raw(bits[i]);
    }
  }

  static People unpack(PackedReader reader, int[] among) {
    People people = new People();
    int listed = reader.varintInt();
    for (int left = listed - 1; left > 0; left--) {
      people.place(among[reader.raw()]);
    }
    for (int first = 0; listed == SPREAD_OUT && first < among.length; first += 8) {
      int bits = reader.raw();
      for (int bit = 0; bit < 8 && first + bit < among.length; bit++) {
        if ((bits >>> bit & 1) != 0) {
          people.place(among[first + bit]);
        }
      }
    }
    return people;
  }

  /** The places that are taken, in order. */
  int[] places() {
    int[] taken = new int[taken()];
    int found = 0;
    for (int word = 0; word < places.length; word++) {
      for (long left = places[word]; left != 0; left &= left - 1) {
        taken[found++] = word * Long.SIZE + Long.numberOfTrailingZeros(left);
      }
    }
    return taken;
  }

  private boolean has(int place) {
    return (places[place / Long.SIZE] >>> place & 1) != 0;
  }

  private void place(int place) {
    places[place / Long.SIZE] |= 1L << place;
  }

  private int taken() {
    int taken = 0;
    for (long bits : places) {
      taken += Long.bitCount(bits);
    }
    return taken;
  }
}
