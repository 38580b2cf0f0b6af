package dev.ebb.config;

import dev.ebb.signal.Arrears;
import dev.ebb.signal.CareLog;
import dev.ebb.signal.Complaints;
import dev.ebb.signal.Detector;
import dev.ebb.signal.Forwarding;
import dev.ebb.signal.NetworkTrouble;
import dev.ebb.signal.OpenComplaint;
import java.time.Duration;

/** The detectors that look at what a customer has suffered, and for how long. */
final class CareDetectors {

  private final Section section;

  CareDetectors(Section section) {
    this.section = section;
  }

  Detector complaints() {
    section.require("count", "within", "dispute-weighs");
    double count = section.number("count", 1, 1, 20);
    int within = section.days("within", 1, 1, CareLog.REACH_DAYS);
    double disputeWeighs = section.number("dispute-weighs", 1, 1, 10);
    return section.build(() -> new Complaints(count, within, disputeWeighs));
  }

  Detector openComplaint() {
    section.require("open-for", "within");
    int openFor = hours("open-for", 720);
    int within = section.days("within", 1, 1, CareLog.REACH_DAYS);
    return section.build(() -> new OpenComplaint(openFor, within));
  }

  Detector networkTrouble() {
    section.require("bad-days", "within");
    int badDays = section.integer("bad-days", 1, 1, 14);
    int within = section.days("within", 1, 1, 28);
    return section.build(() -> new NetworkTrouble(badDays, within));
  }

  Detector forwarding() {
    section.require("kept", "for");
    int kept = hours("kept", 168);
    int days = section.days("for", 2, 2, 90);
    return section.build(() -> new Forwarding(kept, days));
  }

  Detector arrears() {
    section.require("overdue", "kept", "for");
    int overdue = section.days("overdue", 1, 1, 90);
    int kept = hours("kept", 720);
    int days = section.days("for", 1, 1, CareLog.REACH_DAYS);
    return section.build(() -> new Arrears(overdue, kept, days));
  }

  private int hours(String key, int most) {
    Duration hour = Duration.ofHours(1);
    return (int) section.duration(key, hour, hour, Duration.ofHours(most)).toHours();
  }
}
