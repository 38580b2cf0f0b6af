package dev.ebb.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.desk.store.AuditLog;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPagesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lin       | outcome     | accepted             | Accepted                  | 接受
          token:crm | outcome     | accepted for ann     | Accepted for ann          | 接受（代ann）
          token:crm | reveal      | call for ann         | called for ann            | 致电（代ann）
          token:crm | reveal      | asked for a new bill | asked for a new bill      | asked for a new bill
          lin       | reveal      | waits for me         | waits for me              | waits for me
          lin       | undo        | undid accepted       | Accepted                  | 接受
          token:crm | undo        | undid wrong for ann  | Alert is wrong for ann    | 预警有误（代ann）
          zhao      | hand-over   | to bob               | to bob                    | 转给bob
          token:crm | search      | 1 cases              | cases found: 1            | 找到案件：1
          zhao      | team-limits | open 20, an hour 5   | open: 20, new an hour: 5  | 未结：20，每小时新领：5
          zhao      | team-limits | open null, an hour 5 | open: no limit, new an hour: 5 | 未结：不限，每小时新领：5
          zhao      | export      | 2026-10-01 to 2026-11-20 | 2026-10-01 to 2026-11-20 | 2026-10-01 to 2026-11-20
          """)
  void shouldTellInTheReadersLanguage(
      String actor, String action, String detail, String english, String chinese) {
    AuditLog.Line line =
        new AuditLog.Line(1, SampleCases.NOW, actor, action, "a1", true, "13***07", detail);

    assertThat(shown(line, Tongue.EN)).isEqualTo(english);
    assertThat(shown(line, Tongue.ZH)).isEqualTo(chinese);
  }

  private static String shown(AuditLog.Line line, Tongue tongue) {
    return new AuditPages(new Words(tongue, ZONE), SampleCases.NAMES)
        .of(new AuditPages.Asked("", "", ""), List.of(), List.of(line), null, "")
        .lines()
        .get(0)
        .detail();
  }
}
