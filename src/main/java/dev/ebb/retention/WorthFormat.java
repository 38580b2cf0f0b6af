package dev.ebb.retention;

import dev.ebb.ledger.PackedReader;
import dev.ebb.ledger.PackedWriter;
import dev.ebb.risk.Tier;

/**
 * Packs what a customer was worth, where and in which cohorts; a part of {@link CaseFileFormat}.
 */
@SuppressWarnings("EnumOrdinal") // the order is part of the state format
final class WorthFormat {
  private static final Tier[] TIERS = Tier.values();
  private static final int BY_GROUP = 1;
  private static final int BY_CIRCLE = 2;

  private WorthFormat() {}

  static void pack(PackedWriter out, CaseFile file) {
    out.string(file.region).bool(file.midHigh).varint(file.cohorts.size());
    for (Membership place : file.cohorts) {
      out.zigzag(place.day()).zigzag(place.arpu()).raw(place.tier().ordinal());
      out.string(place.region());
      out.raw((place.lostByGroup() ? BY_GROUP : 0) | (place.lostByCircle() ? BY_CIRCLE : 0));
    }
  }

  static void unpack(PackedReader in, CaseFile file) {
    file.region = in.string();
    file.midHigh = in.bool();
    for (int left = in.varintInt(); left > 0; left--) {
      int day = in.zigzagInt();
      long arpu = in.zigzag();
      Tier tier = TIERS[in.raw()];
      String region = in.string();
      int lost = in.raw();
      file.cohorts.add(
          new Membership(day, arpu, tier, region, (lost & BY_GROUP) != 0, (lost & BY_CIRCLE) != 0));
    }
  }
}
