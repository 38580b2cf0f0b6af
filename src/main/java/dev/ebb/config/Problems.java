package dev.ebb.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that the user learns of everything at once. */
public final class Problems {

  private final List<Problem> list = new ArrayList<>();

  /** Adds a problem; {@code line} counts from 1. */
  public void add(String file, int line, String path, String message) {
    list.add(new Problem(file, line, path, message));
  }

  /** Adds a problem of which the column is known too. */
  void add(String file, TextPlace place, String path, String message) {
    list.add(new Problem(file, place.line(), place.column(), path, message));
  }

  /** Adds a problem that was met elsewhere. */
  public void add(Problem problem) {
    list.add(problem);
  }

  /** The problems met so far, in the order met. */
  public List<Problem> list() {
    return List.copyOf(list);
  }

  /** Number of problems met so far. */
  public int count() {
    return list.size();
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** Fails with all problems if there is any. */
  public void throwIfAny() {
    if (!list.isEmpty()) {
      throw new InvalidConfiguration(list());
    }
  }
}
