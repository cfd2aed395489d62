package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fresh JVM that measures one thing.
 *
 * @param name what it measures
 * @param classPath all it can load, nothing of others
 * @param options of the JVM
 * @param program its main class
 * @param arguments of the program
 */
record Launch(String name, List<Path> classPath, List<String> options, Class<?> program, List<String> arguments) {
    private static final int MINUTES = 10;

    /** Runs it to its end and returns its figures. */
    Map<String, Double> run() throws IOException, InterruptedException {
        return run(options);
    }

    /** How many classes it loads, by a run of its own: counting costs time. */
    long classes() throws IOException, InterruptedException {
        Path log = Files.createTempFile("classes", ".log");
        try {
            List<String> counting = new ArrayList<>(options);
            counting.add("-Xlog:class+load:file=" + log);
            run(counting);
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(" source: ")).count();
            }
        } finally {
            Files.delete(log);
        }
    }

    private Map<String, Double> run(List<String> jvmOptions) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(program.getName());
        command.addAll(arguments);
        Path output = Files.createTempFile("figures", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException(name + " was not done in " + MINUTES + " min");
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException(name + " ended with " + process.exitValue() + ":\n" + text);
            }
            return Figures.parse(text);
        } finally {
            Files.delete(output);
        }
    }
}
