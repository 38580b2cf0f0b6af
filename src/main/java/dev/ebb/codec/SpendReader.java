package dev.ebb.codec;

import dev.ebb.event.Feed;
import dev.ebb.event.RejectReason;
import java.io.IOException;

/** The canonical spend record. */
final class SpendReader extends JsonReader {
  private static final FieldSet FIELDS =
      FieldSet.requiring("id", "customerId", "at", "kind", "amount").allowing("currency");

  private final Fingerprint ids = new Fingerprint(Feed.SPEND.label());
  private final String currency;

  SpendReader(String currency) {
    this.currency = currency;
  }

  @Override
  void fields(JsonCursor in, EventDraft draft) throws IOException, Refusal {
    int seen = 0;
    String name;
    while ((name = in.nextField()) != null) {
      seen = FIELDS.once(seen, name);
      switch (name) {
        case "id" -> draft.fingerprint = ids.of(in.text(name, Limits.ID));
        case "customerId" -> draft.customerId = in.text(name, Limits.ID);
        case "at" -> draft.at = in.instant(name);
        case "kind" -> draft.kind = in.word(name, Words.SPEND_KINDS, RejectReason.UNKNOWN_KIND);
        case "amount" -> draft.amount = in.integer(name, Limits.AMOUNT);
        case "currency" -> checkCurrency(currency, in.word(name));
        default -> in.skip();
      }
    }
    FIELDS.checkComplete(seen);
  }

  static void checkCurrency(String expected, String met) throws Refusal {
    if (expected != null && !expected.equals(met)) {
      throw Refusal.wrong("currency", expected, met);
    }
  }
}
