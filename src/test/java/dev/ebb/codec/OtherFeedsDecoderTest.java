package dev.ebb.codec;

import static dev.ebb.codec.Decoding.bytes;
import static dev.ebb.codec.Decoding.decode;
import static dev.ebb.codec.Decoding.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ebb.event.Care;
import dev.ebb.event.Event;
import dev.ebb.event.EventKind;
import dev.ebb.event.Feed;
import dev.ebb.event.Profile;
import dev.ebb.event.RejectReason;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherFeedsDecoderTest {
  private static final String SPEND =
      """
      {"id":"s1","customerId":"c1","at":"2026-11-21T17:30:00+08:00","kind":"topup","amount":5000,\
      "currency":"CNY","balance":7100}""";
  private static final String CARE =
      """
      {"id":"k1","customerId":"c1","at":"2026-11-21T09:00:00Z","source":"carrier",\
      "kind":"port-out-request","attributes":{"code":"A1","tries":2,"paid":false}}""";
  private static final String PROFILE =
      """
      {"customerId":"13800138000","at":"2026-11-21T09:00:00Z","activatedOn":"2024-02-29",
       "status":"active","payment":"postpaid",
       "plan":{"code":"P1","name":"Family","monthlyFee":12800},
       "agreements":[{"kind":"discount","name":"half","endsOn":"2026-12-31","autoRenews":true},
                     {"kind":"contract","endsOn":"2027-06-30"}],
       "points":6100,"segment":"family","region":"gd","zone":"Asia/Urumqi","household":"h1",
       "account":{"kind":"group","groupId":"g1"},
       "contact":{"optOut":true,"channels":["sms","app"],"preferred":"app","quietFrom":"21:30",
                  "quietTo":"08:00","managerId":"m7"}}""";

  @Test
  void shouldReadSpend() {
    Event event = event(Feed.SPEND, SPEND);

    assertThat(event.kind()).isEqualTo(EventKind.TOPUP);
    assertThat(event.amount()).isEqualTo(5000);
    assertThat(event.at())
        .isEqualTo(java.time.Instant.parse("2026-11-21T09:30:00Z").toEpochMilli());
  }

  @Test
  void shouldRejectAnotherCurrency() {
    assertThat(decode(Feed.SPEND, SPEND.replace("CNY", "USD")).rejected().message())
        .isEqualTo("currency must be CNY but was USD");
  }

  @Test
  void shouldReadCareWithScalarAttributesAsText() {
    Event event = event(Feed.CARE, CARE);

    assertThat(event.kind()).isEqualTo(EventKind.CARE);
    assertThat(event.care())
        .isEqualTo(
            new Care(
                Care.Kind.PORT_OUT_REQUEST,
                Care.Source.CARRIER,
                Map.of("code", "A1", "tries", "2", "paid", "false")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "carrier" | "ghost" | WRONG_FIELD | source must be one of customer, carrier, network, staff but was ghost
          "A1" | {} | WRONG_FIELD | attributes must be a single value but was an object
          "tries" | "code" | WRONG_FIELD | attributes must have each name once but one appears twice
          {"code" | [{"code" | WRONG_FIELD | attributes must be an object but was a list
          """)
  void shouldRejectWrongCare(String part, String other, RejectReason reason, String message) {
    Rejected rejected = decode(Feed.CARE, CARE.replace(part, other)).rejected();

    assertThat(rejected.message()).isEqualTo(message);
    assertThat(rejected.reason()).isEqualTo(reason);
  }

  @Test
  void shouldReadAWholeProfile() {
    Event event = event(Feed.CUSTOMERS, PROFILE);

    assertThat(event.kind()).isEqualTo(EventKind.PROFILE);
    assertThat(event.fingerprint()).isZero();
    assertThat(event.region()).isEqualTo("gd");
    assertThat(event.profile())
        .isEqualTo(
            new Profile(
                event.at(),
                LocalDate.of(2024, 2, 29),
                Profile.Status.ACTIVE,
                Profile.Payment.POSTPAID,
                new Profile.Plan("P1", "Family", 12800),
                List.of(
                    new Profile.Agreement(
                        Profile.AgreementKind.DISCOUNT, "half", LocalDate.of(2026, 12, 31), true),
                    new Profile.Agreement(
                        Profile.AgreementKind.CONTRACT, null, LocalDate.of(2027, 6, 30), false)),
                6100,
                "family",
                "gd",
                "Asia/Urumqi",
                "h1",
                new Profile.Account(Profile.AccountKind.GROUP, "g1"),
                new Profile.Contact(
                    true,
                    List.of("sms", "app"),
                    "app",
                    LocalTime.of(21, 30),
                    LocalTime.of(8, 0),
                    "m7")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "2024-02-29" | "2023-02-29" | activatedOn must be a date such as 2026-11-21 but was 2023-02-29
          "code":"P1", | `` | plan.code is missing
          "monthlyFee":12800 | "monthlyFee":1.5 | plan.monthlyFee must be a whole number but was 1.5
          "endsOn":"2027-06-30" | "ends":"2027-06-30" | agreements[1].endsOn is missing
          "Asia/Urumqi" | "Mars/Olympus" | zone must be an IANA zone such as Asia/Urumqi but was Mars/Olympus
          "21:30" | "25:30" | contact.quietFrom must be a time such as 21:30 but was 25:30
          "points":6100 | "points":2147483648 | points must be at most 2147483647 but was 2147483648
          """)
  void shouldRejectWrongProfiles(String part, String other, String message) {
    assertThat(decode(Feed.CUSTOMERS, PROFILE.replace(part, other)).rejected().message())
        .isEqualTo(message);
  }

  @Test
  void shouldEraseTheCustomerNamedByTheKey() {
    Event event =
        Decoding.canonical(Feed.CUSTOMERS)
            .decode(bytes("客户1"), null, Decoding.APPENDED, Decoding.PLACE)
            .event();

    assertThat(event.kind()).isEqualTo(EventKind.ERASE);
    assertThat(event.customerId()).isEqualTo("客户1");
    assertThat(event.at()).isEqualTo(Decoding.APPENDED);
    assertThat(event.origin()).isEqualTo(7);
  }

  @Test
  void shouldRejectAnErasureOfNobody() {
    RecordDecoder decoder = Decoding.canonical(Feed.CUSTOMERS);

    assertThat(decoder.decode(null, null, Decoding.APPENDED, Decoding.PLACE).rejected().message())
        .isEqualTo("key is missing");
    assertThat(
            decoder
                .decode(new byte[] {(byte) 0xFF}, null, Decoding.APPENDED, Decoding.PLACE)
                .rejected()
                .reason())
        .isEqualTo(RejectReason.INVALID_UTF8);
  }

  @Test
  void shouldRejectAProfileUnderAnotherKeyWithoutShowingEither() {
    Rejected rejected =
        Decoding.canonical(Feed.CUSTOMERS)
            .decode(bytes("13900139111"), bytes(PROFILE), Decoding.APPENDED, Decoding.PLACE)
            .rejected();

    assertThat(rejected.message()).isEqualTo("key must be the customerId 13***00 but was 13***11");
  }
}
