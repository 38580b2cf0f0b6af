package dev.ebb.config;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A place in a text.
 *
 * @param line from 1
 * @param column from 1
 */
record TextPlace(int line, int column) {

  private static final TextPlace START = new TextPlace(1, 1);

  static TextPlace of(Node node) {
    return node.getStartMark()
        .map(mark -> new TextPlace(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(START);
  }

  /**
   * Where a place of a scalar's value stands in the file. YAML folds blanks and doubles quotes, but
   * every other character of the value is there in its order.
   */
  TextPlace in(ScalarNode node) {
    int[] value = node.getValue().codePoints().toArray();
    int offset = offsetIn(value);
    int inked = 0;
    for (int i = 0; i < offset; i++) {
      inked += isInk(value[i]) ? 1 : 0;
    }
    int before = inked;
    boolean atTheEnd = offset == value.length;
    return node.getStartMark()
        .map(mark -> after(before, atTheEnd, mark, node.getScalarStyle()))
        .orElse(START);
  }

  private int offsetIn(int[] text) {
    int offset = 0;
    for (int at = 1; at < line && offset < text.length; offset++) {
      at += text[offset] == '\n' ? 1 : 0;
    }
    return Math.min(text.length, offset + column - 1);
  }

  private static TextPlace after(int inked, boolean atTheEnd, Mark mark, ScalarStyle style) {
    int[] file = mark.getBuffer();
    int at = mark.getPointer();
    boolean isBlock = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    while (isBlock && at < file.length && file[at] != '\n') {
      at++;
    }
    at += style == ScalarStyle.PLAIN ? 0 : 1;
    for (int left = inked; at < file.length; at++) {
      if (isInk(file[at]) && left-- == 0) {
        break;
      }
      at += isEscape(file, at, style) ? 1 : 0;
      if (atTheEnd && left == 0) {
        at++;
        break;
      }
    }
    return placeOf(at, mark);
  }

  private static boolean isEscape(int[] file, int at, ScalarStyle style) {
    return (style == ScalarStyle.DOUBLE_QUOTED && file[at] == '\\')
        || (style == ScalarStyle.SINGLE_QUOTED
            && file[at] == '\''
            && at + 1 < file.length
            && file[at + 1] == '\'');
  }

  private static TextPlace placeOf(int at, Mark mark) {
    int line = mark.getLine() + 1;
    int column = mark.getColumn() + 1;
    for (int i = mark.getPointer(); i < at; i++) {
      boolean ends = mark.getBuffer()[i] == '\n';
      line += ends ? 1 : 0;
      column = ends ? 1 : column + 1;
    }
    return new TextPlace(line, column);
  }

  private static boolean isInk(int codePoint) {
    return codePoint != ' ' && codePoint != '\n' && codePoint != '\t' && codePoint != '\r';
  }
}
