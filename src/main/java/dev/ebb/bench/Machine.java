package dev.ebb.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where it was measured. */
record Machine(String processor, int cores, long memoryMiB, String system, String java) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  static Machine here() throws IOException {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        processor(machine.getArch()),
        machine.getAvailableProcessors(),
        machine.getTotalMemorySize() >> 20,
        machine.getName() + " " + machine.getVersion(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
  }

  private static String processor(String architecture) throws IOException {
    if (!Files.isReadable(PROCESSORS)) {
      return architecture;
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    }
  }
}
