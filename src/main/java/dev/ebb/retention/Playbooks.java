package dev.ebb.retention;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeMap;

/** All playbooks, each id once. */
public record Playbooks(TreeMap<String, Playbook> byId) implements Serializable {

  /** For customers who are not worth a call, or not meant by the rule's own playbook. */
  public static final String SELF_SERVICE = "P0";

  /** While the law forbids contact. */
  public static final String STOPPED = "P13";

  /** None: what is recommended is what the rules say. */
  public static final Playbooks NONE = new Playbooks(new TreeMap<>());

  public Playbooks {
    byId = new TreeMap<>(byId);
  }

  /** These playbooks; of two with the same id the last one counts. */
  public static Playbooks of(Collection<Playbook> playbooks) {
    TreeMap<String, Playbook> byId = new TreeMap<>();
    playbooks.forEach(playbook -> byId.put(playbook.id(), playbook));
    return new Playbooks(byId);
  }

  /** The playbook of this id, or null. */
  public Playbook get(String id) {
    return byId.get(id);
  }

  /** The ids, in order. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(byId.keySet());
  }
}
