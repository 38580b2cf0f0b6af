package dev.ebb.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Packs what a cluster of other processes needs out of this JVM's class path. */
final class TestJar {

  private TestJar() {}

  /**
   * Writes a jar with these classes, the first being the main one, those nested in them, and whole
   * jars under {@code lib/}, which Flink puts on the job's class path.
   */
  static Path write(Path jar, List<Class<?>> classes, List<Path> libraries) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, classes.get(0).getName());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Class<?> type : classes) {
        for (Path source : withNested(type)) {
          add(out, entryOf(type, source), source);
        }
      }
      for (Path library : libraries) {
        add(out, "lib/" + library.getFileName(), library);
      }
    }
    return jar;
  }

  /** The jars of this JVM's class path whose file names are accepted. */
  static List<Path> onClassPath(Predicate<String> name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .filter(path -> name.test(path.getFileName().toString()))
        .toList();
  }

  private static List<Path> withNested(Class<?> type) throws IOException {
    Path top = Path.of(root(type)).resolve(type.getName().replace('.', '/') + ".class");
    String nested = type.getSimpleName() + "$";
    List<Path> found = new ArrayList<>(List.of(top));
    try (Stream<Path> siblings = Files.list(top.getParent())) {
      siblings.filter(file -> file.getFileName().toString().startsWith(nested)).forEach(found::add);
    }
    return found;
  }

  private static URI root(Class<?> type) throws IOException {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static String entryOf(Class<?> type, Path source) {
    return type.getPackageName().replace('.', '/') + "/" + source.getFileName();
  }

  private static void add(JarOutputStream out, String name, Path source) throws IOException {
    out.putNextEntry(new JarEntry(name));
    Files.copy(source, out);
    out.closeEntry();
  }
}
