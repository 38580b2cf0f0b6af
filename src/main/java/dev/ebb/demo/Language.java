package dev.ebb.demo;

import dev.ebb.retention.CaseState;
import dev.ebb.retention.Withheld;
import dev.ebb.risk.Band;
import dev.ebb.risk.Tier;
import dev.ebb.signal.Text;
import java.util.Locale;

/** The words of an alert line. */
public enum Language {
  EN(Locale.ENGLISH, "EEE d MMM HH:mm"),
  ZH(Locale.SIMPLIFIED_CHINESE, "M月d日EEE HH:mm");

  private final Locale locale;
  private final String timePattern;

  Language(Locale locale, String timePattern) {
    this.locale = locale;
    this.timePattern = timePattern;
  }

  Locale locale() {
    return locale;
  }

  String timePattern() {
    return timePattern;
  }

  String of(Text text) {
    return choose(text.en(), text.zh());
  }

  String choose(String en, String zh) {
    return this == EN ? en : zh;
  }

  String word(CaseState state) {
    return switch (state) {
      case OPEN -> choose("OPEN", "新预警");
      case RAISED -> choose("RAISED", "再预警");
      case CLEARED -> choose("CLEARED", "已解除");
      case EXPIRED -> choose("EXPIRED", "已过期");
      case WITHHELD -> choose("WITHHELD", "暂不联系");
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
      case "expired" -> choose("not worked in time", "逾期未处理");
      case "erased" -> choose("erased", "资料已删除");
      case "recycled" -> choose("number passed on", "号码已换用户");
      case "legal-stop" -> choose("legal stop", "依法暂停联系");
      case "left" -> choose("has left", "已离网");
      default -> reason;
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
    };
  }
}
