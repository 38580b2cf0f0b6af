package dev.ebb.config;

import dev.ebb.signal.CompetitorContact;
import dev.ebb.signal.ContactLeft;
import dev.ebb.signal.Detector;
import dev.ebb.signal.LeftArea;
import dev.ebb.signal.ShrinkingCircle;

/** The detectors that look at whom a customer talks with, and where from. */
final class PeopleDetectors {

  private final Section section;

  PeopleDetectors(Section section) {
    this.section = section;
  }

  Detector shrinkingCircle() {
    section.require("window", "threshold", "sure-at", "minimum-people");
    int window = section.days("window", 28, 7, 28);
    double threshold = DetectorSection.share(section, "threshold");
    double sureAt = DetectorSection.sureAt(section);
    int minimum = section.integer("minimum-people", 2, 2, 100);
    return section.build(() -> new ShrinkingCircle(window, threshold, sureAt, minimum));
  }

  Detector leftArea() {
    section.require("away", "within", "home-before");
    int away = section.days("away", 3, 3, 27);
    int within = section.days("within", 28, 4, 28);
    int home = section.days("home-before", 1, 1, 60);
    return section.build(() -> new LeftArea(away, within, home));
  }

  Detector competitorContact() {
    section.require("count", "within");
    int count = section.integer("count", 1, 1, 20);
    int within = section.days("within", 1, 1, 90);
    return section.build(() -> new CompetitorContact(count, within));
  }

  Detector contactLeft() {
    section.require("closest", "met", "share", "for", "use-below", "sure-at");
    int closest = section.integer("closest", 1, 1, 8);
    int met = section.days("met", 2, 2, 28);
    double share = DetectorSection.share(section, "share");
    int days = section.days("for", 1, 1, 60);
    double useBelow = DetectorSection.share(section, "use-below");
    double sureAt = DetectorSection.sureAt(section);
    return section.build(() -> new ContactLeft(closest, met, share, days, useBelow, sureAt));
  }
}
