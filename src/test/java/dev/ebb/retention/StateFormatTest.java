package dev.ebb.retention;

import static dev.ebb.retention.Story.ACTIVATED;
import static dev.ebb.retention.Story.MONDAY;
import static dev.ebb.retention.Story.noonOf;
import static dev.ebb.retention.TestRules.CALLS;
import static dev.ebb.retention.TestRules.EXPIRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ebb.event.Event;
import dev.ebb.event.Profile;
import dev.ebb.event.Profile.Account;
import dev.ebb.event.Profile.AccountKind;
import dev.ebb.event.Profile.Agreement;
import dev.ebb.event.Profile.AgreementKind;
import dev.ebb.event.Profile.Contact;
import dev.ebb.event.Profile.Payment;
import dev.ebb.event.Profile.Plan;
import dev.ebb.event.Profile.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** State written by an earlier version can be read; the bytes lie in src/test/resources/state. */
class StateFormatTest {
  private static final Profile FULL =
      new Profile(
          noonOf(MONDAY),
          ACTIVATED,
          Status.BARRED,
          Payment.POSTPAID,
          new Plan("M128", "每月128", 12_800),
          List.of(
              new Agreement(AgreementKind.DEVICE, "phone", MONDAY.plusDays(9), true),
              new Agreement(AgreementKind.CONTRACT, null, MONDAY.plusDays(90), false)),
          6_200,
          "family",
          "Hangzhou",
          "Asia/Urumqi",
          "H-7",
          new Account(AccountKind.GROUP, "G-1"),
          new Contact(
              false,
              List.of("app", "sms"),
              "sms",
              LocalTime.of(21, 30),
              LocalTime.of(8, 0),
              "M-1"));

  private static final Profile EMPTY =
      new Profile(0, null, null, null, null, null, null, null, null, null, null, null, null);

  @Test
  void shouldPackAndUnpackAProfile() {
    assertThat(ProfileFormat.unpack(ProfileFormat.pack(FULL))).isEqualTo(FULL);
    assertThat(ProfileFormat.unpack(ProfileFormat.pack(EMPTY))).isEqualTo(EMPTY);
  }

  @Test
  void shouldReadAProfileOfVersion1() throws IOException {
    assertThat(ProfileFormat.unpack(fixture("profile-v1.hex"))).isEqualTo(FULL);
    assertThat(ProfileFormat.pack(FULL)).isEqualTo(fixture("profile-v1.hex"));
  }

  @Test
  void shouldReadACaseFileOfVersion1() throws IOException {
    byte[] packed = withAnOpenCase().file.caseFile();

    assertThat(packed).isEqualTo(fixture("case-v1.hex"));
    assertThat(CaseFileFormat.pack(CaseFileFormat.unpack(packed))).isEqualTo(packed);
  }

  @Test
  void shouldGoOnWithACaseOfVersion1AsIfNothingHadHappened() throws IOException {
    Story resumed = withAnOpenCase();
    resumed.file.caseFile(fixture("case-v1.hex"));

    resumed.dayOfFewerCalls(.7);
    Story uninterrupted = withAnOpenCase().dayOfFewerCalls(.7);

    assertThat(resumed.last()).usingRecursiveComparison().isEqualTo(uninterrupted.last());
  }

  @Test
  void shouldTakeLittleRoomForAHealthyCustomer() {
    Story healthy = new Story(CALLS, EXPIRY).dayOfFewerCalls(0).dayOfFewerCalls(0);

    assertThat(healthy.file.caseFile()).hasSizeLessThan(48);
  }

  @Test
  void shouldRefuseAnUnknownVersion() {
    byte[] packed = ProfileFormat.pack(EMPTY);
    packed[0] = 9;

    assertThatThrownBy(() -> ProfileFormat.unpack(packed))
        .hasMessageContaining("profile")
        .hasMessageContaining("9");
  }

  private static Story withAnOpenCase() {
    return new Story(CALLS, EXPIRY)
        .accept(Event.of(Story.LI, FULL))
        .dayOfFewerCalls(.6)
        .dayOfFewerCalls(.7);
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = StateFormatTest.class.getResourceAsStream("/state/" + name)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
