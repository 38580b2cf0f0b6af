package dev.ebb.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of cells; the first column is text, the others are numbers. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... header) {
    row(header);
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** In columns. */
  String text() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> aligned(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String aligned(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String room = " ".repeat(widths[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + room : "  " + room + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  /** As Markdown. */
  String markdown() {
    String[] rules = new String[rows.get(0).size()];
    Arrays.fill(rules, "---:");
    rules[0] = "---";
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add("| " + String.join(" | ", row) + " |");
    }
    lines.add(1, "| " + String.join(" | ", rules) + " |");
    return String.join("\n", lines);
  }
}
