package dev.ebb.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The description of the interface, as programs get it, to hold answers against. */
public final class Description {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String SOURCE = "urn:ebb:openapi";

  private final JsonNode root;
  private final JsonSchemaFactory schemas;

  public Description(String json) {
    root = read(json);
    schemas =
        JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder ->
                builder.schemaLoaders(
                    loaders -> loaders.schemas(iri -> SOURCE.equals(iri) ? json : null)));
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each operation as method, path and scope. */
  List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        String scope = operation.getValue().at("/security/0/token/0").asText();
        if (!scope.isEmpty()) {
          operations.add(operation.getKey() + " " + path.getKey() + " " + scope);
        }
      }
    }
    return operations;
  }

  /** Fails unless this operation may answer so. */
  void check(String method, String path, int status, String body) {
    String template = template(method, path);
    JsonNode response =
        root.path("paths").path(template).path(method).path("responses").path("" + status);
    assertThat(response.isMissingNode())
        .as("%s %s answers %d, which is described", method, template, status)
        .isFalse();
    String reference = response.path("$ref").asText();
    JsonNode described = reference.isEmpty() ? response : root.at(reference.substring(1));
    JsonNode content = described.path("content");
    if (content.isMissingNode()) {
      assertThat(body).isEmpty();
    } else {
      check(content.elements().next().at("/schema/$ref").asText(), body);
    }
  }

  /** Fails unless the JSON is what the schema at this reference says. */
  public void check(String reference, String json) {
    JsonSchema schema =
        schemas.getSchema(
            SchemaLocation.of(SOURCE + reference),
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    assertThat(schema.validate(read(json))).as(json).isEmpty();
  }

  private String template(String method, String path) {
    for (String template : (Iterable<String>) root.path("paths")::fieldNames) {
      boolean fits = path.matches(template.replaceAll("\\{\\w+}", "[^/]+"));
      if (fits && root.path("paths").path(template).has(method) && isExact(template, path)) {
        return template;
      }
    }
    throw new AssertionError(method + " " + path + " is not described");
  }

  /** {@code /cases/search} is no case's id. */
  private boolean isExact(String template, String path) {
    return template.equals(path) || !root.path("paths").has(path);
  }

  JsonNode root() {
    return root;
  }
}
