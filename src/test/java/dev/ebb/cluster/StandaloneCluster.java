package dev.ebb.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Flink cluster as an operator runs it: a job manager and task managers, each its own process,
 * and the command line client. Listens on 127.0.0.1 only; {@link #close} ends every process.
 */
public final class StandaloneCluster implements AutoCloseable {

  private static final String ENTRYPOINT =
      "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint";
  private static final String TASK_MANAGER =
      "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
  private static final String MEMORY = "org.apache.flink.runtime.util.bash.BashJavaUtils";
  private static final String CLIENT = "org.apache.flink.client.cli.CliFrontend";
  private static final Pattern SUBMITTED = Pattern.compile("JobID ([0-9a-f]{32})");
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";

  private final FlinkHome home;
  private final int slots;
  private final FlinkRest rest;
  private final Process jobManager;
  private final List<Process> taskManagers = new ArrayList<>();
  private final List<URI> metrics = new ArrayList<>();
  private final List<String> taskManagerJvm;
  private final List<String> taskManagerArguments;

  private StandaloneCluster(FlinkHome home, int restPort, int slots) throws IOException {
    this.home = home;
    this.slots = slots;
    this.rest = new FlinkRest(URI.create("http://127.0.0.1:" + restPort));
    List<String> memory = taskManagerMemory();
    taskManagerJvm = List.of(memory.get(0).split(" "));
    taskManagerArguments = List.of(memory.get(1).split(" "));
    jobManager =
        start("jobmanager", List.of("-Xmx384m"), ENTRYPOINT, List.of("--executionMode", "cluster"));
  }

  /**
   * Starts a cluster and waits until its slots are there.
   *
   * @param folder takes the distribution, logs, checkpoints and savepoints
   * @param slots of each task manager
   * @param settings of Flink, over those of this fixture and of jobs/early-warning/config.yaml
   */
  public static StandaloneCluster start(
      Path folder, int taskManagers, int slots, Map<String, Object> settings) throws IOException {
    int restPort = freePort();
    Map<String, Object> all = settings(folder, restPort, slots);
    all.putAll(settings);
    StandaloneCluster cluster =
        new StandaloneCluster(FlinkHome.create(folder, all), restPort, slots);
    try {
      for (int i = 0; i < taskManagers; i++) {
        cluster.startTaskManager();
      }
      cluster.rest.awaitSlots(taskManagers * slots);
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Submits a job as {@code flink run -d} does and gives back its id. */
  public String runJar(Path jar, String... arguments) throws IOException {
    return submit(List.of(), jar, arguments);
  }

  /** Submits a job that resumes from a savepoint and gives back its id. */
  public String resumeJar(String savepoint, Path jar, String... arguments) throws IOException {
    return submit(List.of("-s", savepoint), jar, arguments);
  }

  /** Stops a job with {@code flink stop} and gives back its savepoint. */
  public String stopWithSavepoint(String jobId) throws IOException {
    String folder = home.folder().resolve("savepoints").toUri().toString();
    return find(SAVEPOINT, client("stop", "--savepointPath", folder, jobId));
  }

  /** Runs the command line client and gives back what it printed. */
  public String client(String... arguments) throws IOException {
    List<String> command = home.java("client", List.of("-Xmx256m"), CLIENT);
    command.addAll(List.of(arguments));
    return output(command);
  }

  /** Starts one more task manager; its index is the number of those started before. */
  public void startTaskManager() throws IOException {
    taskManagers.add(
        start(
            "taskmanager-" + taskManagers.size(),
            taskManagerJvm,
            TASK_MANAGER,
            taskManagerArguments));
  }

  /** Ends a task manager at once, as {@code kill -9} does. */
  public void killTaskManager(int index) {
    kill(taskManagers.get(index));
  }

  /** The REST interface. */
  FlinkRest rest() {
    return rest;
  }

  /** Slots of each task manager. */
  public int slots() {
    return slots;
  }

  /** Where Prometheus reads each process: the job manager first, then the task managers. */
  public List<URI> metricTargets() {
    return List.copyOf(metrics);
  }

  /** What all processes that still live tell Prometheus now. */
  public String metrics() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < metrics.size(); i++) {
      if (i == 0 || taskManagers.get(i - 1).isAlive()) {
        text.append(rest.text(metrics.get(i)));
      }
    }
    return text.toString();
  }

  /** Where the processes log. */
  public Path logs() {
    return home.log();
  }

  @Override
  public void close() {
    taskManagers.forEach(StandaloneCluster::kill);
    kill(jobManager);
  }

  private String submit(List<String> options, Path jar, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("run", "-d"));
    command.addAll(options);
    command.add(jar.toString());
    command.addAll(List.of(arguments));
    return find(SUBMITTED, client(command.toArray(String[]::new)));
  }

  private Process start(
      String name, List<String> jvmOptions, String mainClass, List<String> arguments)
      throws IOException {
    int metricsPort = freePort();
    List<String> command = home.java(name, jvmOptions, mainClass);
    command.addAll(List.of("--configDir", home.conf().toString()));
    command.addAll(List.of("-D", "metrics.reporter.prom.port=" + metricsPort));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.log().resolve(name + ".out").toFile())
            .start();
    metrics.add(URI.create("http://127.0.0.1:" + metricsPort + "/metrics"));
    return process;
  }

  /** The JVM options and the arguments that fit the configured memory. */
  private List<String> taskManagerMemory() throws IOException {
    List<String> command = home.java("memory", List.of("-Xmx128m"), MEMORY);
    command.addAll(List.of("GET_TM_RESOURCE_PARAMS", "--configDir", home.conf().toString()));
    return output(command)
        .lines()
        .filter(line -> line.startsWith(RESULT))
        .map(line -> line.substring(RESULT.length()))
        .toList();
  }

  private String output(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FLINK_CONF_DIR", home.conf().toString());
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("Flink's client failed:\n" + output);
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static String find(Pattern pattern, String output) throws IOException {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IOException("no " + pattern + " in what Flink's client printed:\n" + output);
    }
    return matcher.group(1);
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> settings(Path folder, int restPort, int slots)
      throws IOException {
    Map<String, Object> settings = new HashMap<>(LaunchSettings.flink());
    settings.put("rest.address", "127.0.0.1");
    settings.put("rest.bind-address", "127.0.0.1");
    settings.put("rest.port", restPort);
    settings.put("jobmanager.rpc.address", "127.0.0.1");
    settings.put("jobmanager.bind-host", "127.0.0.1");
    settings.put("jobmanager.rpc.port", freePort());
    settings.put("jobmanager.memory.process.size", "1g");
    settings.put("taskmanager.host", "127.0.0.1");
    settings.put("taskmanager.bind-host", "127.0.0.1");
    settings.put("taskmanager.memory.process.size", "1600m");
    settings.put("taskmanager.numberOfTaskSlots", slots);
    settings.put("parallelism.default", slots);
    settings.put("execution.checkpointing.interval", "1 s");
    settings.put("execution.checkpointing.min-pause", "0 s");
    settings.put("execution.checkpointing.dir", folder.resolve("checkpoints").toUri());
    settings.put("execution.checkpointing.savepoint-dir", folder.resolve("savepoints").toUri());
    settings.put("heartbeat.interval", 2000);
    settings.put("heartbeat.timeout", 8000);
    settings.put("io.tmp.dirs", folder.resolve("tmp"));
    return settings;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
