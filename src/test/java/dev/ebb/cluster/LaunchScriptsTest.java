package dev.ebb.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of jobs/early-warning, with stand-ins for the tools they call. */
class LaunchScriptsTest {

  private static final Path SCRIPTS = Path.of("jobs", "early-warning").toAbsolutePath();

  @TempDir Path folder;

  @BeforeEach
  void standIns() throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    for (String tool : List.of("kafka-topics.sh", "flink")) {
      Path standIn = folder.resolve("bin").resolve(tool);
      Files.writeString(standIn, "#!/bin/sh\necho \"$@\"\n");
      assertThat(standIn.toFile().setExecutable(true)).isTrue();
    }
  }

  @Test
  void shouldCreateTopicsAsListed() throws Exception {
    Outcome outcome =
        run("create-topics.sh", "kafka:9092", "--replication-factor", "1", "--partitions", "4");

    assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    assertThat(outcome.output().lines())
        .hasSize(12)
        .contains(
            "--bootstrap-server kafka:9092 --create --if-not-exists --topic ebb.customers"
                + " --partitions 4 --replication-factor 1 --config cleanup.policy=compact"
                + " --config message.timestamp.type=LogAppendTime");
  }

  @Test
  void shouldSubmitTheJobWithItsConfiguration() throws Exception {
    Path config = Files.createFile(folder.resolve("ebb.yaml"));

    Outcome outcome =
        run("run.sh", config.toString(), "--from", "file:///s/1", "--parallelism", "8");

    assertThat(outcome.output().strip())
        .isEqualTo(
            "run --detached --fromSavepoint file:///s/1 --parallelism 8 %s --config %s"
                .formatted(folder.resolve("job.jar"), config));
  }

  @Test
  void shouldSayWhichConfigurationIsMissing() throws Exception {
    Outcome outcome = run("run.sh", "nowhere.yaml");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output().strip()).isEqualTo("run.sh: no configuration at nowhere.yaml");
  }

  @Test
  void shouldShowItsUsage() throws Exception {
    assertThat(run("run.sh").exitCode()).isEqualTo(2);
    assertThat(run("create-topics.sh").output()).contains("create-topics.sh BOOTSTRAP_SERVERS");
  }

  private Outcome run(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path jar = folder.resolve("job.jar");
    Files.writeString(jar, "");
    builder.environment().put("EBB_JOB_JAR", jar.toString());
    builder.environment().put("FLINK_HOME", folder.toString());
    builder.environment().put("KAFKA_HOME", folder.toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private record Outcome(int exitCode, String output) {}
}
