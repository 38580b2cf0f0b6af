package dev.ebb.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakageTest {

  private static final String WHOLE =
      "{\"id\":\"x-1-2-3\",\"customerId\":\"12000000001\",\"at\":\"2026-01-05T00:00:11+08:00\","
          + "\"kind\":\"data\",\"amount\":42}";

  @Test
  void shouldCutOffWhatIsNotJson() {
    assertThatThrownBy(() -> read(BrokenKind.NOT_JSON, 0))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void shouldLeaveOutANeededField(int which) throws IOException {
    JsonNode json = read(BrokenKind.MISSING_FIELD, which);
    assertThat(json.has("customerId") && json.has("at") && json.has("kind") && json.has("amount"))
        .isFalse();
  }

  @Test
  void shouldTurnTheAmountNegative() throws IOException {
    assertThat(read(BrokenKind.NEGATIVE, 0).get("amount").asLong()).isEqualTo(-42);
  }

  @Test
  void shouldInventAKind() throws IOException {
    assertThat(read(BrokenKind.UNKNOWN_KIND, 0).get("kind").asText()).isEqualTo("semaphore");
  }

  @Test
  void shouldPutBytesThatAreNoUtf8IntoTheCustomer() {
    byte[] bytes = bytes(BrokenKind.INVALID_UTF8, 0);
    assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)))
        .isInstanceOf(CharacterCodingException.class);
    assertThat(bytes).doesNotContain('\n');
  }

  @Test
  void shouldDateTheFutureFarAhead() {
    Simulation simulation =
        new Simulation(
            SimulationSettings.of(60, 30, 1)
                .with(
                    new Dirt(
                        0,
                        0,
                        Dirt.NONE.disorderMax(),
                        0,
                        Dirt.NONE.lateMin(),
                        Dirt.NONE.lateMax(),
                        0.1)));
    long ahead = 0;
    while (simulation.hasNext()) {
      FeedRecord record = simulation.next();
      ahead +=
          new String(record.value(), StandardCharsets.UTF_8).contains("\"at\":\"2027-") ? 1 : 0;
    }
    assertThat(ahead)
        .isEqualTo(simulation.totals().brokenByKind().get(BrokenKind.FUTURE))
        .isPositive();
  }

  private static JsonNode read(BrokenKind kind, int which) throws IOException {
    return new ObjectMapper().readTree(bytes(kind, which));
  }

  private static byte[] bytes(BrokenKind kind, int which) {
    return Breakage.of(WHOLE.getBytes(StandardCharsets.UTF_8), kind, which);
  }
}
