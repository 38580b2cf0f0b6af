package dev.ebb.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ebb.desk.api.ApiStage.Answered;
import dev.ebb.desk.store.TestCase;
import dev.ebb.desk.store.TestDatabase;
import dev.ebb.desk.store.TestDesk;
import dev.ebb.risk.Tier;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What programs do by the interface, as its description says. */
class ApiIT {
  private static final int A_MINUTE = 60;

  @RegisterExtension private final TestDatabase postgres = new TestDatabase();
  private ApiStage stage;
  private TestDesk desk;

  @BeforeEach
  void open() throws Exception {
    stage = new ApiStage(postgres.open(), A_MINUTE);
    desk = stage.desk;
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void shouldDescribeAllThatCanBeAskedFor() {
    List<String> offered =
        stage.api.operations().stream()
            .map(
                it ->
                    it.method().name().toLowerCase(Locale.ROOT)
                        + " "
                        + ApiStage.ROOT
                        + it.path()
                        + " "
                        + it.scope())
            .toList();
    assertThat(stage.description().operations()).containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  void shouldDescribeItselfAsOpenApiSays() {
    SwaggerParseResult parsed =
        new OpenAPIV3Parser().readContents(stage.description().root().toString());
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    assertThat(parsed.getOpenAPI().getWebhooks()).containsOnlyKeys("case");
  }

  @Test
  void shouldLetInOnlyTokensThatAllowIt() throws Exception {
    String reader = stage.token("cases:read");
    assertThat(stage.get("/cases", reader).status()).isEqualTo(200);

    Answered stranger = stage.get("/cases", null);
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    Answered guess = stage.get("/cases", "guess");
    assertThat(guess.status()).isEqualTo(401);
    assertThat(guess.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("invalid_token");

    Answered refused = stage.post("/cases/a1/claim", reader, "{}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/detail")).isEqualTo("scope must be cases:work but was cases:read");
    assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void shouldNeedNoCookieAndSetNone() throws Exception {
    HttpResponse<String> answer =
        stage.raw(stage.request("GET", "/cases", stage.token("cases:read"), null));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> nothing = stage.raw(stage.request("GET", "/nothing", null, null));
    assertThat(nothing.statusCode()).isEqualTo(404);
    stage.description().check("#/components/schemas/Problem", nothing.body());
  }

  @Test
  void shouldSlowDownATokenThatAsksTooOften() throws Exception {
    String eager = stage.token("cases:read");
    for (int i = 0; i < A_MINUTE; i++) {
      assertThat(stage.get("/cases", eager).status()).isEqualTo(200);
    }
    Answered refused = stage.get("/cases", eager);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(stage.get("/webhooks", stage.token("webhooks")).status()).isEqualTo(200);
    desk.pass(Duration.ofSeconds(1));
    assertThat(stage.get("/cases", eager).status()).isEqualTo(200);
    assertThat(stage.get("/cases", eager).status()).isEqualTo(429);
  }

  @Test
  void shouldListTheQueueBestFirstPageByPage() throws Exception {
    for (int i = 1; i <= 5; i++) {
      desk.tell(
          TestCase.open("a" + i).priority(i).tier(i == 3 ? Tier.DIAMOND : Tier.GOLD).message());
    }
    String reader = stage.token("cases:read");
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      Answered page = stage.get("/cases?limit=2" + after, reader);
      page.json().path("cases").forEach(it -> seen.add(it.path("alertId").asText()));
      after = page.json().has("next") ? "&after=" + page.text("/next") : null;
    } while (after != null);
    assertThat(seen).containsExactly("a5", "a4", "a3", "a2", "a1");

    Answered diamonds = stage.get("/cases?tier=diamond", reader);
    assertThat(diamonds.json().path("cases")).hasSize(1);
    assertThat(diamonds.text("/cases/0/customer")).isEqualTo("12***a3");
  }

  @Test
  void shouldTellAllFieldsThatItDescribesAndNoOthers() throws Exception {
    desk.tell(TestCase.open("a1").message());
    JsonNode one = stage.get("/cases", stage.token("cases:read")).json().at("/cases/0");
    List<String> described =
        names(stage.description().root().at("/components/schemas/Case/properties"));
    assertThat(described).containsAll(names(one));
    assertThat(described)
        .containsExactly(
            java.util.Arrays.stream(CaseSummary.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toArray(String[]::new));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void shouldFindACustomersCasesByTheNumber() throws Exception {
    desk.tell(TestCase.open("a1").of("13912345678").message(), TestCase.open("b2").message());
    String token = stage.token("cases:read");
    Answered found = stage.post("/cases/search", token, "{\"customerId\":\"+139 1234-5678\"}");
    assertThat(found.json().path("cases").findValuesAsText("alertId")).containsExactly("a1");
    assertThat(found.json().toString()).doesNotContain("13912345678");
    assertThat(stage.post("/cases/search", token, "{}").text("/field")).isEqualTo("customerId");
  }

  @Test
  void shouldListTheDepartedNewestFirst() throws Exception {
    for (int i = 1; i <= 3; i++) {
      desk.sql(
          """
          insert into exits values ('1390000000%1$d', '\\x0%1$d', timestamptz '2026-11-1%1$d', 'left',
            'service', 'event', 12000, 'gold', '{}', 'e%1$d')
          """
              .formatted(i));
    }
    desk.sql("insert into win_backs values ('13900000003', '2026-12-01', 'P14')");
    String token = stage.token("cases:read");
    Answered first = stage.get("/exits?limit=2", token);
    assertThat(first.json().path("exits").findValuesAsText("id")).containsExactly("e3", "e2");
    assertThat(first.text("/exits/0/callOn")).isEqualTo("2026-12-01");
    assertThat(first.text("/exits/0/tier")).isEqualTo("gold");
    Answered last = stage.get("/exits?limit=2&after=" + first.text("/next"), token);
    assertThat(last.json().path("exits").findValuesAsText("customer")).containsExactly("13***01");
    assertThat(last.json().has("next")).isFalse();
  }

  @Test
  void shouldAnswerTheExamplesOfItsDocs() throws Exception {
    desk.tell(TestCase.open("a1").message());
    List<String> examples =
        Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/api.md")))
            .results()
            .map(example -> example.group(1))
            .toList();
    assertThat(examples).hasSize(3);
    String token = stage.token("cases:read", "cases:work");
    for (String example : examples) {
      assertThat(printed(example, token)).contains("\"alertId\":\"a1\"");
    }
    assertThat(desk.cases.card("a1").orElseThrow().lastOutcome()).isEqualTo("callback");
  }

  private String printed(String command, String token) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true);
    shell
        .environment()
        .putAll(Map.of("DESK", stage.address().toString(), "TOKEN", token, "CASE", "a1"));
    Process process = shell.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  @Test
  void shouldKeepWebhooksAndTheirSecretsToThemselves() throws Exception {
    String token = stage.token("webhooks");
    String body = "{\"url\":\"https://crm.example/ebb\",\"events\":[\"case.opened\"]}";
    Answered added = stage.post("/webhooks", token, body);
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.text("/secret")).startsWith("ebbhook_").hasSizeGreaterThan(40);
    Answered all = stage.get("/webhooks", token);
    assertThat(all.json().at("/webhooks/0").has("secret")).isFalse();
    assertThat(all.text("/webhooks/0/id")).isEqualTo(added.text("/id"));

    desk.tell(TestCase.open("a1").of("13912345678").message());
    JsonNode delivery = stage.get("/deliveries?state=waiting", token).json().at("/deliveries/0");
    assertThat(delivery.path("alertId").asText()).isEqualTo("a1");
    String id = delivery.path("id").asText();
    assertThat(stage.post("/deliveries/" + id + "/resend", token, null).status()).isEqualTo(202);
    assertThat(stage.post("/deliveries/none/resend", token, null).status()).isEqualTo(404);

    String gone = "/webhooks/" + added.text("/id");
    assertThat(stage.delete(gone, token).status()).isEqualTo(204);
    assertThat(stage.delete(gone, token).status()).isEqualTo(404);
    assertThat(stage.get("/deliveries", token).json().path("deliveries")).isEmpty();
    Answered refused = stage.post("/webhooks", token, body.replace("https", "http"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/field")).isEqualTo("url");
    assertThat(refused.text("/value")).isEqualTo("http://crm.example/ebb");
  }
}
