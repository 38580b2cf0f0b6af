package dev.ebb.codec;

import dev.ebb.event.RejectReason;
import java.util.HashMap;
import java.util.Map;

/** The known fields of an object, each allowed once; the first of them are required. */
final class FieldSet {
  private final Map<String, Integer> bits = new HashMap<>();
  private final String[] required;

  private FieldSet(String[] required) {
    this.required = required;
    add(required);
  }

  static FieldSet requiring(String... names) {
    return new FieldSet(names);
  }

  FieldSet allowing(String... names) {
    add(names);
    return this;
  }

  /** The seen fields with this one added; a repeated field is refused, an unknown one ignored. */
  int once(int seen, String name) throws Refusal {
    Integer bit = bits.get(name);
    if (bit == null) {
      return seen;
    }
    if ((seen & bit) != 0) {
      throw new Refusal(RejectReason.WRONG_FIELD, name + " must appear once but appears twice");
    }
    return seen | bit;
  }

  void checkComplete(int seen) throws Refusal {
    checkComplete(seen, "");
  }

  void checkComplete(int seen, String path) throws Refusal {
    for (int i = 0; i < required.length; i++) {
      if ((seen & 1 << i) == 0) {
        throw Refusal.missing(path + required[i]);
      }
    }
  }

  private void add(String[] names) {
    for (String name : names) {
      bits.put(name, 1 << bits.size());
    }
  }
}
