package dev.ebb.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2 into sections that know their lines. */
public final class Yaml {
  private static final int DEEPEST = 20;

  private Yaml() {}

  /**
   * The file's top section; an empty one, with the reason in {@code problems}, if it cannot be
   * read.
   */
  public static Section read(Path file, Problems problems) {
    String name = file.toString();
    try {
      return read(name, Files.readString(file), problems);
    } catch (NoSuchFileException e) {
      problems.add(name, 1, "", "there is no such file");
    } catch (CharacterCodingException e) {
      problems.add(name, 1, "", "the file is not valid UTF-8");
    } catch (IOException e) {
      problems.add(name, 1, "", "the file cannot be read: " + e.getMessage());
    }
    return Section.empty(name, problems);
  }

  /** The text's top section; an empty text is an empty section. */
  public static Section read(String file, String text, Problems problems) {
    try {
      // The buffer holds the whole text, so that a place in it can be found again.
      int size = Math.max(1024, text.length() + 1);
      LoadSettings settings = LoadSettings.builder().setLabel(file).setBufferSize(size).build();
      if (isTooDeep(text, settings)) {
        problems.add(file, 1, "", "sections must not lie more than " + DEEPEST + " deep");
        return Section.empty(file, new Problems());
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        return Section.empty(file, problems);
      }
      if (root.get() instanceof MappingNode mapping) {
        return new Section(file, "", 1, mapping, problems);
      }
      problems.add(file, 1, "", "the file must be a section of keys and values");
    } catch (ReaderException e) {
      problems.add(file, lineAt(text, e.getPosition()), "", "a character is not allowed in YAML");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(file, line, "", "not valid YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(file, 1, "", "not valid YAML: " + e.getMessage());
    }
    // What is missing in an unreadable file is not worth a word each.
    return Section.empty(file, new Problems());
  }

  /** The composer calls itself for each level: a deep text would end the thread. */
  private static boolean isTooDeep(String text, LoadSettings settings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        default -> {
          // Neither opens nor closes a level.
        }
      }
      if (depth > DEEPEST) {
        return true;
      }
    }
    return false;
  }

  private static int lineAt(String text, int codePoint) {
    return 1 + (int) text.codePoints().limit(codePoint).filter(c -> c == '\n').count();
  }
}
