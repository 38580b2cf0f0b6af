package dev.ebb.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Agents who open pages one after the other, as fast as they come; and now and then a lead. */
final class PageLoad {
  private static final Pattern MORE = Pattern.compile("href=\"(/queue\\?[^\"]*after=[^\"]*)\"");
  private static final int PAGES_DEEP = 20;

  /** Every so many pages one is a lead's. */
  private static final int LEADS = 20;

  private static final Map<Measure, String> LEAD_PAGES =
      new EnumMap<>(
          Map.of(
              Measure.LEAD, "/lead",
              Measure.RULES, "/lead/rules",
              Measure.TEAM, "/lead/team?days=90",
              Measure.DIGEST, "/lead/digest?period=week",
              Measure.DEPARTED, "/lead/departed",
              Measure.CALLS, "/win-back"));

  private final LoadStage stage;
  private final LoadPlan plan;
  private final List<String> filters;
  private final Measures measures;

  /**
   * A load of pages.
   *
   * @param filters of the queue, as in its address
   */
  PageLoad(LoadStage stage, LoadPlan plan, List<String> filters, Measures measures) {
    this.stage = stage;
    this.plan = plan;
    this.filters = filters;
    this.measures = measures;
  }

  /** Opens all pages, with so many browsers at a time. */
  void run(LoadWatch watch) throws IOException, InterruptedException {
    HttpClient client = Visitor.client();
    AtomicInteger done = new AtomicInteger();
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < plan.browsers(); i++) {
      Visits visits = new Visits(client, i);
      work.add(
          () -> {
            for (int n = done.incrementAndGet(); n <= plan.requests(); n = done.incrementAndGet()) {
              visits.next(n);
              watch.at("pages", n, plan.requests());
            }
            return null;
          });
    }
    ExecutorService browsers = Executors.newFixedThreadPool(plan.browsers());
    try {
      for (Future<Void> browser : browsers.invokeAll(work)) {
        browser.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a page could not be loaded", e.getCause());
    } finally {
      browsers.shutdownNow();
    }
  }

  /** What one browser opens. */
  private final class Visits {
    private final Visitor agent;
    private final Visitor lead;
    private final Random dice;
    private String deep = "/queue";
    private int depth;

    Visits(HttpClient client, int number) throws IOException, InterruptedException {
      agent = signIn(client, LoadStage.agent(number));
      lead = signIn(client, LoadStage.LEAD);
      dice = new Random(plan.seed() + number);
    }

    private Visitor signIn(HttpClient client, String login)
        throws IOException, InterruptedException {
      return Visitor.signedIn(client, stage.address(), login, LoadStage.PASSWORD);
    }

    void next(int turn) throws IOException, InterruptedException {
      int number = dice.nextInt(plan.cases());
      switch (turn % 10) {
        case 0, 1 -> get(Measure.QUEUE, "/queue");
        case 2, 3 -> get(Measure.FILTERED, filters.get(dice.nextInt(filters.size())));
        case 4, 5 -> deeper();
        case 6 -> get(Measure.NEXT, "/next");
        case 7 -> find(number);
        case 8 -> get(Measure.CASE, "/case/" + CaseMaker.alertId(number));
        default -> {
          if (turn % LEADS == LEADS - 1) {
            lead(turn / LEADS);
          } else {
            get(Measure.SEARCH, "/queue?q=" + Visitor.encoded(searched(number)));
          }
        }
      }
    }

    private void lead(int turn) throws IOException, InterruptedException {
      List<Measure> pages = List.copyOf(LEAD_PAGES.keySet());
      Measure page = pages.get(turn % pages.size());
      time(page, () -> lead.get(LEAD_PAGES.get(page)));
    }

    private void deeper() throws IOException, InterruptedException {
      HttpResponse<String> page = get(Measure.DEEP, deep);
      Matcher more = MORE.matcher(page.body());
      boolean goesOn = more.find() && ++depth < PAGES_DEEP;
      depth = goesOn ? depth : 0;
      deep = goesOn ? more.group(1).replace("&amp;", "&") : middle();
    }

    /** Behind as many as there may be: a page that nobody reaches by leafing. */
    private String middle() {
      return "/queue?after=" + Visitor.encoded(dice.nextInt(10, 2_000) + "~2000-01-01T00:00:00Z~");
    }

    private void find(int number) throws IOException, InterruptedException {
      time(
          Measure.NUMBER,
          () -> agent.post("/inbound", Map.of("number", CaseMaker.customer(number))));
    }

    /** What agents type: the end of a number, a region, a signal. */
    private String searched(int number) {
      return switch (dice.nextInt(4)) {
        case 0 -> "region " + "%02d".formatted(dice.nextInt(31));
        case 1 -> "falling";
        default -> CaseMaker.customer(number).substring(7);
      };
    }

    private HttpResponse<String> get(Measure measure, String path)
        throws IOException, InterruptedException {
      return time(measure, () -> agent.get(path));
    }

    private HttpResponse<String> time(Measure measure, Request request)
        throws IOException, InterruptedException {
      long begin = System.nanoTime();
      HttpResponse<String> answer = request.send();
      measures.add(measure, System.nanoTime() - begin);
      if (answer.statusCode() != 200) {
        throw new IOException(answer.uri() + " was answered with " + answer.statusCode());
      }
      return answer;
    }
  }

  @FunctionalInterface
  private interface Request {
    HttpResponse<String> send() throws IOException, InterruptedException;
  }
}
