package dev.ebb.desk.screen;

import dev.ebb.desk.page.CasePages;
import dev.ebb.desk.page.Frame;
import dev.ebb.desk.page.Pages;
import dev.ebb.desk.page.Problem;
import dev.ebb.desk.page.SignalNames;
import dev.ebb.desk.page.Theme;
import dev.ebb.desk.page.Tongue;
import dev.ebb.desk.page.Viewer;
import dev.ebb.desk.page.Words;
import dev.ebb.desk.people.Session;
import dev.ebb.desk.store.Agent;
import dev.ebb.desk.store.CallRules;
import dev.ebb.desk.store.Clocks;
import dev.ebb.desk.web.Guard;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** Shows pages to whoever asks, in their language and theme. */
final class Screen {
  static final String LANGUAGE = "ebb-language";
  static final String THEME = "ebb-theme";
  private static final String SAID = "Ebb-Said";

  private final Pages pages = new Pages();
  private final Map<Tongue, Words> words;
  private final CallRules rules;
  private final SignalNames names;
  private final Clocks clocks;

  Screen(CallRules rules, SignalNames names, Clocks clocks) {
    this.rules = rules;
    ZoneId zone = rules.zone();
    this.words =
        Map.of(Tongue.EN, new Words(Tongue.EN, zone), Tongue.ZH, new Words(Tongue.ZH, zone));
    this.names = names;
    this.clocks = clocks;
  }

  /** By the visitor's choice, else by what their browser prefers. */
  Words words(Context request) {
    String chosen = request.cookie(LANGUAGE);
    return words.get(Tongue.of(chosen == null ? request.header("Accept-Language") : chosen));
  }

  Instant now() {
    return clocks.now();
  }

  SignalNames names() {
    return names;
  }

  CasePages cases(Context request) {
    return new CasePages(words(request), names, rules, agent(request).login(), now());
  }

  static Agent agent(Context request) {
    return Guard.session(request).agent();
  }

  Frame frame(Context request, String tab) {
    Session session = Guard.session(request);
    Viewer viewer =
        session == null
            ? null
            : new Viewer(session.agent().login(), session.agent().name(), session.agent().role());
    String query = request.queryString();
    return new Frame(
        words(request),
        tab,
        Theme.of(request.cookie(THEME)),
        viewer,
        String.valueOf(Guard.csrf(request)),
        query == null ? request.path() : request.path() + '?' + query);
  }

  /** Answers with this template. */
  void show(Context request, String template, String tab, Object view) {
    request.html(pages.render(template, frame(request, tab), view));
  }

  /** Answers with a piece of HTML as well with what there is to say about it. */
  void say(Context request, String sentence) {
    request.header(SAID, URLEncoder.encode(sentence, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** Leads to the visitor's telephone. */
  static void dial(Context request, String number) {
    request.redirect("tel:" + number.replaceAll("[^+0-9]", ""));
  }

  /** Answers that no call is to be placed, and why. */
  void refuseCall(Context request, String why) {
    request.status(HttpStatus.CONFLICT);
    show(request, "problem", "", new Problem(request.statusCode(), "no-call", why));
  }

  /** Has the page take the answer for this element of its, whatever it has asked for. */
  static void replace(Context request, String element) {
    request.header("HX-Retarget", element);
    request.header("HX-Reswap", "outerHTML");
  }

  /** Whether the page asks for a part of itself. */
  static boolean isPart(Context request) {
    return request.header("HX-Request") != null;
  }
}
