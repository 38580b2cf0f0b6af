package dev.ebb.desk.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.ebb.event.Profile;
import java.io.UncheckedIOException;

/** A profile as the desk keeps it. */
final class ProfileJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private ProfileJson() {}

  static String write(Profile profile) {
    try {
      return MAPPER.writeValueAsString(profile);
    } catch (JsonProcessingException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }

  static Profile read(String json) {
    try {
      return MAPPER.readValue(json, Profile.class);
    } catch (JsonProcessingException unforeseen) {
      throw new UncheckedIOException(unforeseen);
    }
  }
}
