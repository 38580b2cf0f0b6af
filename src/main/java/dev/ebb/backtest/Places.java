package dev.ebb.backtest;

import dev.ebb.codec.Compacted;
import dev.ebb.codec.Dispatch;
import dev.ebb.codec.Rejected;
import dev.ebb.job.LedgerFact;
import dev.ebb.job.Score;
import dev.ebb.retention.CaseMessage;
import java.util.HexFormat;

/** Where a line belongs in its file: texts in whose order lines are written. */
final class Places {
  private static final HexFormat HEX = HexFormat.of();

  private Places() {}

  /** By time, then by customer, then by case and revision. */
  static String ofCase(Dispatch dispatch) {
    CaseMessage message = dispatch.message();
    return number(message.at())
        + message.customerId()
        + ' '
        + number(message.openedAt())
        + number(message.revision());
  }

  /** By customer, then as told; key figures by day and slice. */
  static String ofCompacted(Compacted record) {
    return record.customerId();
  }

  /** By file, then by line. */
  static String ofRejected(Rejected rejected) {
    return rejected.source() + ' ' + number(rejected.offset()) + rejected.reason().label();
  }

  /** By day, then by customer. */
  static String ofScore(Score score) {
    return number(score.day()) + score.customerId();
  }

  /** By day, then by customer. */
  static String ofFact(LedgerFact closed) {
    return number(closed.closed().day()) + closed.customerId();
  }

  /** In the order of numbers, negative ones too. */
  private static String number(long value) {
    return HEX.toHexDigits(value ^ Long.MIN_VALUE);
  }
}
