package dev.ebb.event;

import java.util.Map;

/** A care event: something said or done that speaks for itself. */
public record Care(Kind kind, Source source, Map<String, String> attributes) {

  public Care {
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
  }

  /** Kind of care event. The order is part of the state format: append only. */
  public enum Kind {
    COMPLAINT("complaint"),
    DISPUTE("dispute"),
    FAULT("fault"),
    DROPPED_CALL("dropped-call"),
    PORT_OUT_ENQUIRY("port-out-enquiry"),
    PORT_OUT_REQUEST("port-out-request"),
    PORTED_OUT("ported-out"),
    CANCEL_REQUEST("cancel-request"),
    CANCELLED("cancelled"),
    PLAN_CHANGED("plan-changed"),
    PLAN_RENEWED("plan-renewed"),
    FORWARDING_SET("forwarding-set"),
    GROUP_LEFT("group-left"),
    BARRED("barred"),
    RESOLVED("resolved"),
    COMPETITOR_CONTACT("competitor-contact"),
    JOINED_AGAIN("joined-again");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The word on the wire, for example {@code port-out-enquiry}. */
    public String label() {
      return label;
    }
  }

  /** Who reported it; a carrier's port notice may be closed to retention by law. */
  public enum Source {
    CUSTOMER("customer"),
    CARRIER("carrier"),
    NETWORK("network"),
    STAFF("staff");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    /** The word on the wire. */
    public String label() {
      return label;
    }
  }
}
