package dev.ebb.load;

/** Hears how far a load is. */
@FunctionalInterface
public interface LoadWatch {
  /**
   * So much has been done.
   *
   * @param what is being done, such as {@code cases}
   */
  void at(String what, long done, long all);
}
