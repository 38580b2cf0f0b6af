package dev.ebb.desk.page;

import dev.ebb.desk.store.Departed;
import dev.ebb.desk.store.WinBacks;
import dev.ebb.retention.Playbook;
import dev.ebb.retention.Playbooks;
import dev.ebb.risk.Value;
import java.time.Instant;
import java.util.List;

/** Makes what pages show of those who have left. */
public final class DepartedPages {
  private final Words words;
  private final Playbooks playbooks;
  private final Instant now;

  /**
   * Pages in this language.
   *
   * @param now business time
   */
  public DepartedPages(Words words, Playbooks playbooks, Instant now) {
    this.words = words;
    this.playbooks = playbooks;
    this.now = now;
  }

  /** The lead's page. */
  public DepartedView lead(
      int days, long due, List<Departed.Result> results, List<Departed.Exit> exits) {
    return new DepartedView(
        days, words.number(due), results(results), exits.stream().map(this::gone).toList());
  }

  /** What came of calls. */
  public List<TeamView.Count> results(List<Departed.Result> results) {
    return results.stream()
        .map(
            it ->
                new TeamView.Count(
                    words.code("winback", it.result()),
                    words.number(it.calls()),
                    Shares.length(it.calls(), results.get(0).calls())))
        .toList();
  }

  private DepartedView.Gone gone(Departed.Exit it) {
    return new DepartedView.Gone(
        CaseHead.dotted(it.customer()),
        words.time(it.at(), now),
        words.code("reason", it.how()),
        words.code("cause", it.cause()),
        words.code("known-by", it.knownBy()),
        it.tier() == null ? "" : words.word("tier", it.tier()),
        words.money(it.arpu()),
        it.callOn() == null ? "" : words.day(it.callOn()));
  }

  /** The agents' page. */
  public WinBackView agent(long count, List<WinBacks.Call> calls) {
    return new WinBackView(count, calls.stream().map(this::call).toList());
  }

  private WinBackView.Call call(WinBacks.Call it) {
    Departed.Exit exit = it.exit();
    Playbook playbook = playbooks.get(exit.playbook());
    return new WinBackView.Call(
        it.id(),
        CaseHead.dotted(exit.customer()),
        exit.tier(),
        words.money(exit.arpu()),
        words.day(words.dayOf(exit.at())),
        words.code("cause", exit.cause()),
        words.day(exit.callOn()),
        it.attempts() == 0 ? null : words.say("winback.tried", it.attempts(), WinBacks.TRIES),
        playbook == null ? exit.playbook() : words.of(playbook.title()),
        playbook == null || playbook.opener() == null ? null : words.of(playbook.opener()),
        playbook == null
            ? List.of()
            : playbook.mayOffer().stream().map(offer -> offer(offer, exit)).toList(),
        playbook == null ? List.of() : playbook.mustNot().stream().map(words::of).toList(),
        it.isMine(),
        it.notBefore() == null ? null : words.say("verdict.wait", words.time(it.notBefore(), now)));
  }

  private String offer(Playbook.Offer offer, Departed.Exit exit) {
    Long upTo = offer.upTo(new Value(exit.arpu(), exit.tier()));
    String what = words.of(offer.what());
    return upTo == null ? what : what + " · " + words.say("offer.ceiling", words.money(upTo));
  }
}
