package dev.ebb.job;

import dev.ebb.config.WatchListFile;
import dev.ebb.ledger.WatchList;
import dev.ebb.ledger.WatchListSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The watch lists of this task manager, each read once and shared by the job's tasks. */
final class WatchLists {
  private static final Map<WatchListSource, WatchList> LOADED = new ConcurrentHashMap<>();

  private WatchLists() {}

  static WatchList of(WatchListSource source) {
    return LOADED.computeIfAbsent(source, WatchListFile::load);
  }
}
