package dev.ebb.risk;

/** How grave a risk is, mildest first. The order is part of the state format: append only. */
public enum Band {
  LOW,
  ELEVATED,
  HIGH,
  SEVERE
}
