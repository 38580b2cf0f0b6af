package dev.ebb.desk.api;

import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.Departed.Exit;
import dev.ebb.desk.store.PageCursor;
import io.javalin.http.Context;
import java.util.List;

/** Those who have left. */
final class ExitOperations {
  private final Departed departed;

  ExitOperations(Departed departed) {
    this.departed = departed;
  }

  List<Operation> all() {
    return List.of(Operation.get("/exits", "cases:read", this::list));
  }

  /** Some of them, newest first. */
  record Shown(List<Exit> exits, String next) {}

  private void list(Context request) {
    Query query = Query.of(request, List.of("after", "limit"));
    Page<Exit> page = Page.of(query, departed::page, last -> new PageCursor(last.at(), last.id()));
    Answer.with(request, new Shown(page.rows(), page.next()));
  }
}
