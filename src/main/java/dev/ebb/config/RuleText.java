package dev.ebb.config;

import dev.ebb.signal.Rule;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Changes the text of a rule and leaves everything else in it as it is, comments too. */
public final class RuleText {
  private static final String STATUS = "status";

  private RuleText() {}

  /**
   * The text with this status.
   *
   * @param text of a rule that has no problems
   */
  public static String with(String text, Rule.Status status) {
    Optional<Node> root =
        new Compose(LoadSettings.builder().setBufferSize(Math.max(1024, text.length() + 1)).build())
            .composeString(text);
    if (root.isEmpty() || !(root.get() instanceof MappingNode rule)) {
      throw new IllegalArgumentException("rule must be a section of keys and values but was not");
    }
    String word = status.name().toLowerCase(Locale.ROOT);
    for (NodeTuple entry : rule.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key && key.getValue().equals(STATUS)) {
        Node value = entry.getValueNode();
        return replaced(text, value.getStartMark(), value.getEndMark(), word);
      }
    }
    Optional<Mark> first = rule.getValue().get(0).getKeyNode().getStartMark();
    String line = STATUS + ": " + word;
    boolean isFlow = rule.getFlowStyle() == FlowStyle.FLOW;
    String rest = isFlow ? ", " : "\n" + " ".repeat(first.orElseThrow().getColumn());
    return replaced(text, first, first, line + rest);
  }

  private static String replaced(String text, Optional<Mark> from, Optional<Mark> to, String by) {
    return text.substring(0, place(text, from)) + by + text.substring(place(text, to));
  }

  private static int place(String text, Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }
}
