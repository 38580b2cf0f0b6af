package dev.ebb.connect;

import dev.ebb.codec.FeedBinding;
import java.nio.file.Path;

/** A file and the way its lines are read. */
public record FeedFile(FeedBinding binding, Path path) {}
