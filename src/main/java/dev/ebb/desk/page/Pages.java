package dev.ebb.desk.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Renders pages and parts of them. Whatever a view says is escaped for the place where it stands.
 */
public final class Pages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), "dev.ebb.desk.page.template");

  /** The template of this name as HTML; {@code view} is null for pages that show nothing. */
  public String render(String name, Frame frame, Object view) {
    StringOutput output = new StringOutput();
    engine.render(
        name + ".jte",
        view == null ? Map.of("frame", frame) : Map.of("frame", frame, "view", view),
        output);
    return output.toString();
  }
}
