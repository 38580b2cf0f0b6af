package dev.ebb.signal;

/** Decides from a customer's closed days how strongly one kind of decline shows. */
public interface Detector {
  /** The word that names this detector in a rule file. */
  String kind();

  /** What the detector sees at the close of the subject's day. */
  Reading read(Subject subject);
}
