package dev.ebb.cli;

/** Progress of work in several stages, each of which has its own line. */
final class StageProgress implements AutoCloseable {
  private final Output output;
  private String stage;
  private Progress progress = Progress.silent();

  StageProgress(Output output) {
    this.output = output;
  }

  /** So much of this stage is done; callable from many threads. */
  synchronized void at(String what, long done, long all) {
    if (!what.equals(stage)) {
      progress.close();
      stage = what;
      progress = output.progress(what);
    }
    progress.look(done, (double) done / all);
  }

  @Override
  public synchronized void close() {
    progress.close();
  }
}
