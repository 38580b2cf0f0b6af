package dev.ebb.desk.screen;

import dev.ebb.desk.web.Guard;
import dev.ebb.desk.web.Routes;
import dev.ebb.desk.web.Services;
import java.time.ZoneId;
import java.util.List;

/** All pages of the desk. */
public final class Screens {
  private Screens() {}

  /**
   * Their routes.
   *
   * @param zone in which times are told
   */
  public static List<Routes> of(Services services, Guard guard, ZoneId zone, Handbook handbook) {
    Screen screen = new Screen(zone, handbook.names(), services.clocks());
    return List.of(
        new AssetScreen(),
        new DoorScreen(screen, guard, services.hint()),
        new CaseScreen(screen, services),
        new QueueScreen(screen, services),
        new InboundScreen(screen, services),
        new LeadScreen(screen, services, zone),
        new RulesScreen(screen, services, zone, handbook.rules()),
        new TeamScreen(screen, services, zone),
        new DepartedScreen(screen, services, zone, handbook),
        new ExportScreen(screen, services, zone, handbook.rules()),
        new DigestScreen(screen, services, zone),
        new ProblemScreen(screen));
  }
}
