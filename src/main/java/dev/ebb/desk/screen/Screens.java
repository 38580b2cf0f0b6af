package dev.ebb.desk.screen;

import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** All pages of the desk. */
public final class Screens {
  private Screens() {}

  /** Their routes. */
  public static List<Routes> of(Services services, Guard guard, Handbook handbook) {
    return of(services, guard, Door.local(services.hint()), handbook);
  }

  /** Their routes, with another door. */
  public static List<Routes> of(Services services, Guard guard, Door door, Handbook handbook) {
    ZoneId zone = handbook.calls().zone();
    Screen screen = new Screen(handbook.calls(), handbook.names(), services.clocks());
    List<Routes> routes = new ArrayList<>();
    if (door.provider() != null) {
      routes.add(new ElsewhereScreen(screen, guard, door, services));
    }
    routes.addAll(
        List.of(
            new AssetScreen(),
            new DoorScreen(screen, guard, door),
            new CaseScreen(screen, services),
            new QueueScreen(screen, services),
            new InboundScreen(screen, services),
            new LeadScreen(screen, services, zone),
            new RulesScreen(screen, services, zone, handbook.rules()),
            new TeamScreen(screen, services, zone),
            new DepartedScreen(screen, services, zone, handbook),
            new ExportScreen(screen, services, zone, handbook.rules()),
            new AuditScreen(screen, services, zone),
            new DigestScreen(screen, services, handbook.calls()),
            new ProblemScreen(screen)));
    return routes;
  }
}
