/**
 * A made-up operator: customers with habits, some of whom leave, and the dirt of real feeds. Knows
 * the events and nothing of how they are judged, so that a back-test on it does not grade itself.
 */
package dev.ebb.simulate;
