package dev.ebb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code ./ebb} in a project of two files, with a Maven and a Java that only pretend. */
class EbbScriptTest {

  private static final String MAVEN =
      """
      #!/bin/sh
      echo "built in $PWD with $*"
      [ ! -e fail ] || exit 1
      mkdir -p target/classes target/lib && : >target/ebb-job.jar
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      if [ "$1" = -version ]; then
        echo 'openjdk version "%s" 2026-01-20' >&2
        exit
      fi
      echo "in $PWD"
      for word; do echo "$word"; done
      exit 3
      """;

  @TempDir private Path folder;
  private Path home;
  private Path tools;

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(folder.resolve("a project"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.createDirectories(home.resolve("src/main/java"));
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(home.resolve("src/main/java/A.java"), "class A {}");
    Files.writeString(home.resolve("src/main/java/B.java"), "class B {}");
    Files.copy(Path.of("ebb"), home.resolve("ebb"));
    tool("mvn", MAVEN);
    tool("java", JAVA.formatted("17.0.9"));
  }

  @Test
  void shouldBuildACleanCloneThenRun() throws Exception {
    CommandRun run = ebb("rules", "check", "two words");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo("ebb: building, see " + home.resolve("target/build.log") + "\n");
    assertThat(home.resolve("target/build.log")).content().startsWith("built in " + home);
    assertThat(run.out().lines())
        .startsWith("in " + folder)
        .contains(home.resolve("target/classes") + ":" + home.resolve("target/lib") + "/*")
        .endsWith("dev.ebb.cli.Ebb", "rules", "check", "two words");
  }

  @Test
  void shouldNotBuildTwice() throws Exception {
    ebb();
    assertThat(ebb().err()).isEmpty();
  }

  @Test
  void shouldNotBuildBecauseTestsLeftFilesInTarget() throws Exception {
    ebb();
    later(Files.writeString(home.resolve("target/classes/left.class"), "x"));
    assertThat(ebb().err()).isEmpty();
  }

  @Test
  void shouldBuildWhenASourceIsNewer() throws Exception {
    ebb();
    later(home.resolve("src/main/java/A.java"));
    assertThat(ebb().err()).startsWith("ebb: building");
  }

  @Test
  void shouldBuildWhenASourceIsGone() throws Exception {
    ebb();
    Files.delete(home.resolve("src/main/java/B.java"));
    later(home.resolve("src/main/java"));
    assertThat(ebb().err()).startsWith("ebb: building");
  }

  @Test
  void shouldBuildWhenTheLibrariesAreGone() throws Exception {
    ebb();
    Files.delete(home.resolve("target/lib"));
    assertThat(ebb().err()).startsWith("ebb: building");
  }

  @Test
  void shouldSayWhyTheBuildFailed() throws Exception {
    Files.createFile(home.resolve("fail"));
    CommandRun run = ebb();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("built in " + home)
        .endsWith("ebb: the build failed, see " + home.resolve("target/build.log") + "\n");
  }

  @Test
  void shouldRefuseAnOldJava() throws Exception {
    tool("java", JAVA.formatted("1.8.0_392"));
    CommandRun run = ebb();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("ebb: needs Java 17 or later, but java is version 8\n");
  }

  @Test
  void shouldRunThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("ebb"));
    CommandRun run = run(link.toString());
    assertThat(run.out().lines()).contains("-Debb.home=" + home);
  }

  private void tool(String name, String text) throws IOException {
    Path file = Files.writeString(tools.resolve(name), text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static void later(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private CommandRun ebb(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("ebb").toString()));
    command.addAll(List.of(args));
    return run(command.toArray(String[]::new));
  }

  private CommandRun run(String... command) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().merge("PATH", tools.toString(), (path, own) -> own + ":" + path);
    int exitCode = builder.start().waitFor();
    return new CommandRun(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
