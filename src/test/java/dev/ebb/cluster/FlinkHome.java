package dev.ebb.cluster;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Flink distribution in a folder, put together from the class path because there is none on Maven
 * Central: {@code lib}, {@code conf} and {@code log}.
 */
record FlinkHome(Path folder) {

  private static final Pattern DISTRIBUTION =
      Pattern.compile(
          "(flink-(?!connector-kafka|metrics-dropwizard|table|test-utils|dstl)"
              + "|frocksdbjni|log4j-|slf4j-api|kryo|reflectasm|objenesis|minlog|snappy-java|lz4-java|snakeyaml-engine"
              + "|javassist|async-profiler|RoaringBitmap|jsr305"
              + "|commons-(cli|collections|compress|io|lang3|math3|text)-)"
              + "(?!.*tests).*\\.jar");
  private static final List<String> MODULES =
      List.of("lang", "lang.invoke", "net", "io", "nio", "text", "time", "util", "util.concurrent");

  /** Writes the configuration. */
  static FlinkHome create(Path folder, Map<String, Object> settings) throws IOException {
    FlinkHome home = new FlinkHome(folder);
    Files.createDirectories(home.conf());
    Files.createDirectories(home.log());
    TestJar.write(home.loopback(), List.of(LoopbackHttp.class), List.of());
    List<String> lines = new ArrayList<>();
    new TreeMap<>(settings).forEach((key, value) -> lines.add(key + ": " + value));
    Files.write(home.conf().resolve("config.yaml"), lines);
    Files.write(home.conf().resolve("log4j.properties"), logging());
    return home;
  }

  Path conf() {
    return folder.resolve("conf");
  }

  Path log() {
    return folder.resolve("log");
  }

  /** A command line for one of Flink's main classes, its log going to a file of this name. */
  List<String> java(String name, List<String> jvmOptions, String mainClass) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    MODULES.forEach(module -> command.add("--add-opens=java.base/java." + module + "=ALL-UNNAMED"));
    command.addAll(List.of(LoopbackHttp.jvmOptions()));
    command.add("-Dlog.file=" + log().resolve(name + ".log"));
    command.add("-Dlog4j.configurationFile=" + conf().resolve("log4j.properties").toUri());
    command.addAll(List.of("-cp", classPath(), mainClass));
    return command;
  }

  private String classPath() {
    Stream<Path> distribution =
        TestJar.onClassPath(name -> DISTRIBUTION.matcher(name).matches()).stream();
    return Stream.concat(distribution, Stream.of(loopback()))
        .map(Path::toString)
        .collect(joining(File.pathSeparator));
  }

  private Path loopback() {
    return folder.resolve("loopback.jar");
  }

  private static List<String> logging() {
    return List.of(
        "status = error",
        "appender.file.type = File",
        "appender.file.name = file",
        "appender.file.fileName = ${sys:log.file}",
        "appender.file.layout.type = PatternLayout",
        "appender.file.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c{1} %m%n",
        "rootLogger.level = info",
        "rootLogger.appenderRef.file.ref = file");
  }
}
