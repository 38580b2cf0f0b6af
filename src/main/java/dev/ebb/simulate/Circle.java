package dev.ebb.simulate;

import dev.ebb.event.PeerNetwork;

/**
 * The people a customer talks with, the nearest first: the same ones for good, each on one network.
 *
 * @param number of the customer
 */
record Circle(int number) {

  private static final int NEIGHBOURS = 32;
  private static final int NEAREST = 3;
  private static final long STRIDE = 7;

  /** The network of the person so many steps away, from 1 on. */
  PeerNetwork network(int step) {
    int lot = Math.floorMod((int) Dice.mixed(number, step), 100);
    if (lot < 60) {
      return PeerNetwork.ON_NET;
    }
    return lot < 98 ? PeerNetwork.OFF_NET : PeerNetwork.INTERNATIONAL;
  }

  /** The number of the person so many steps away, without its prefix. */
  int person(int step) {
    if (network(step) != PeerNetwork.ON_NET) {
      return (int) ((number * 31L + step * STRIDE) % PhoneNumbers.PEOPLE);
    }
    int block = number / NEIGHBOURS * NEIGHBOURS;
    return block + (number - block + step) % NEIGHBOURS;
  }

  /** The nearest customer of the same operator, or -1 where none is near. */
  int closest() {
    for (int step = 1; step <= NEAREST; step++) {
      if (network(step) == PeerNetwork.ON_NET) {
        return person(step);
      }
    }
    return -1;
  }
}
