package dev.ebb.demo;

import dev.ebb.desk.page.Tongue;
import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Band;
import dev.ebb.risk.Stage;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Text;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The words of an alert line. */
public enum Language {
  EN(Tongue.EN, "EEE d MMM HH:mm"),
  ZH(Tongue.ZH, "M月d日EEE HH:mm");

  private final Tongue tongue;
  private final String timePattern;

  Language(Tongue tongue, String timePattern) {
    this.tongue = tongue;
    this.timePattern = timePattern;
  }

  /** Times by the clock of a zone. */
  DateTimeFormatter timeIn(ZoneId zone) {
    return DateTimeFormatter.ofPattern(timePattern, tongue.locale()).withZone(zone);
  }

  String of(Text text) {
    return tongue.of(text);
  }

  String choose(String en, String zh) {
    return tongue.choose(en, zh);
  }

  String word(CaseState state) {
    return switch (state) {
      case OPEN -> choose("OPEN", "新预警");
      case RAISED -> choose("RAISED", "再预警");
      case CLEARED -> choose("CLEARED", "已解除");
      case EXPIRED -> choose("EXPIRED", "已过期");
      case WITHHELD -> choose("WITHHELD", "暂不联系");
      case CLAIMED -> choose("CLAIMED", "已领取");
      case CONTACTED -> choose("CONTACTED", "已联系");
      case WAITING -> choose("WAITING", "待核实");
      case SAVED -> choose("SAVED", "已挽留");
      case LOST -> choose("LOST", "已流失");
    };
  }

  /** Why a case is told again, or why it ended. */
  String reason(String reason) {
    return switch (reason) {
      case "new-signal" -> choose("new signal", "新信号");
      case "higher-band" -> choose("higher risk", "风险升高");
      case "overdue" -> choose("overdue", "已逾期");
      case "daily" -> choose("unchanged", "每日重报");
      case "recovered" -> choose("recovered", "已恢复");
      case "late-data" -> choose("late data", "迟到数据修正");
      case "opted-out" -> choose("opted out", "客户拒绝联系");
      case "rule-removed" -> choose("rule removed", "规则已移除");
      case "condition" -> choose("rule no longer applies", "规则不再适用");
      case "expired" -> choose("not worked in time", "逾期未处理");
      case "erased" -> choose("erased", "资料已删除");
      case "recycled" -> choose("number passed on", "号码已换用户");
      case "treated" -> choose("worked as another case", "转为另案处理");
      case "legal-stop" -> choose("legal stop", "依法暂停联系");
      case "claimed" -> choose("claimed", "已领取");
      case "attempted" -> choose("not reached", "未接通");
      case "reached" -> choose("reached", "已接通");
      case "accepted" -> choose("accepted", "客户接受");
      case "declined" -> choose("declined", "客户拒绝方案");
      case "callback" -> choose("callback agreed", "约定回访");
      case "callback-due" -> choose("callback due", "回访到期");
      case "snoozed" -> choose("put off", "暂缓");
      case "snooze-over" -> choose("put off until now", "暂缓到期");
      case "released" -> choose("given back", "已退回");
      case "wrong" -> choose("found wrong", "预警有误");
      case "no-answer" -> choose("no answer", "客户未答复");
      case "unreached" -> choose("never reached", "始终未接通");
      case "verified" -> choose("verified", "初步核实");
      case "unverified" -> choose("not recovered", "未恢复");
      case "confirmed" -> choose("confirmed", "最终核实");
      case "left" -> choose("left", "已离网");
      case "cancelled" -> choose("cancelled", "已销户");
      case "ported-out" -> choose("ported out", "已携出");
      case "risk" -> choose("by risk", "风险所致");
      case "age" -> choose("by age", "网龄所致");
      case "returned" -> choose("has come back", "已回归");
      case "silent" -> choose("silent for too long", "长期沉默");
      default -> reason;
    };
  }

  String word(Stage stage) {
    return switch (stage) {
      case ACQUISITION -> choose("A acquisition", "A 获取期");
      case BUILD_UP -> choose("B build-up", "B 成长期");
      case CLIMAX -> choose("C climax", "C 成熟期");
      case DECLINE -> choose("D decline", "D 衰退期");
      case EXIT -> choose("E exit", "E 离网期");
    };
  }

  String word(Tier tier) {
    return switch (tier) {
      case DIAMOND -> choose("diamond", "钻石卡");
      case GOLD -> choose("gold", "金卡");
      case SILVER -> choose("silver", "银卡");
      case VALUED -> choose("valued", "贵宾");
      case STANDARD -> choose("standard", "普通");
    };
  }

  String word(Band band) {
    return switch (band) {
      case LOW -> choose("low", "低");
      case ELEVATED -> choose("elevated", "偏高");
      case HIGH -> choose("high", "高");
      case SEVERE -> choose("severe", "极高");
    };
  }

  String word(Withheld reason) {
    return switch (reason) {
      case IMMATURE -> choose("too little history", "历史数据不足");
      case SHADOW -> choose("shadow mode", "试运行");
      case BUDGET -> choose("beyond the day's budget", "超出当日名额");
      case OPT_OUT -> choose("opted out", "客户拒绝联系");
      case LEGAL_STOP -> choose("legal stop", "依法暂停联系");
      case SNOOZED -> choose("found wrong", "预警有误");
      case CAP -> choose("contacted often enough", "联系次数已满");
      case COOL_DOWN -> choose("worked not long ago", "近期已处理");
      case VALUE_GATE -> choose("not worth a call", "价值低于外呼门槛");
      case HOLD_OUT -> choose("held out to compare", "对照组,仅观察");
      case HOUSEHOLD -> choose("household was called", "同户近期已联系");
    };
  }
}
