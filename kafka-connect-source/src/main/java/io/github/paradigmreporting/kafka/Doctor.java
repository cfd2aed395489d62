package io.github.paradigmreporting.kafka;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A command that tries a connector's configuration against the instance, without Kafka:
 * {@code java -cp 'lib/*' io.github.paradigmreporting.kafka.Doctor connector.json}. It ends with 0 when there is
 * no problem, 1 when there is one, 2 when it was called wrongly.
 */
public final class Doctor {
    /** A worker brings SLF4J; where there is no worker these, inside our jar and never on a worker's class path, stand in. */
    private static final List<String> LOGGING = List.of("slf4j-api.jar", "slf4j-nop.jar");

    private Doctor() {}

    /**
     * Runs the command and ends the program.
     *
     * @param arguments the file with the connector's configuration, as properties or as the JSON that is posted to a worker
     * @throws Exception when the program's own files cannot be read
     */
    public static void main(String[] arguments) throws Exception {
        // Not System.out, which libraries leave alone: this is the program itself.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(hasLogging() ? DoctorCommand.run(List.of(arguments), out) : withLogging(List.of(arguments), out));
    }

    private static boolean hasLogging() {
        return Doctor.class.getClassLoader().getResource("org/slf4j/Logger.class") != null;
    }

    /** Starts over in a class loader that has all of this program and the logging. */
    private static int withLogging(List<String> arguments, PrintStream out)
            throws ReflectiveOperationException, IOException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        Path folder = Files.createTempDirectory("paradigm-doctor");
        folder.toFile().deleteOnExit();
        for (String name : LOGGING) {
            Path jar = folder.resolve(name);
            jar.toFile().deleteOnExit();
            try (InputStream in = Objects.requireNonNull(
                    Doctor.class.getResourceAsStream("/META-INF/doctor/" + name), "this jar lacks " + name)) {
                Files.copy(in, jar);
            }
            classPath.add(jar.toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            return (int) loader.loadClass(DoctorCommand.class.getName())
                    .getDeclaredMethod("run", List.class, PrintStream.class)
                    .invoke(null, arguments, out);
        }
    }
}
