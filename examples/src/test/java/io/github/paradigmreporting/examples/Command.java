package io.github.paradigmreporting.examples;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command to be run as a process of its own, with what it says kept in files. */
public final class Command {
    private final List<String> words;
    private final Path output;
    private final Path errors;
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private File folder = new File(".");

    public Command(Path scratch, String... words) {
        this.words = new ArrayList<>(Arrays.asList(words));
        this.output = scratch.resolve("output");
        this.errors = scratch.resolve("errors");
        environment.keySet().removeIf(name -> name.startsWith("PARADIGM_") || name.endsWith("JAVA_OPTIONS"));
    }

    /** Sets an environment variable. */
    public Command with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Takes an environment variable away. */
    public Command without(String name) {
        environment.remove(name);
        return this;
    }

    /** Runs in a folder. */
    public Command in(Path where) {
        folder = where.toFile();
        return this;
    }

    public Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs to the end. */
    public Ended run(Duration limit) throws IOException, InterruptedException {
        Process process = start();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(words + " still runs after " + limit + ": " + output() + errors());
            }
            return new Ended(process.exitValue(), output(), errors());
        } finally {
            process.destroyForcibly();
        }
    }

    /** What it has said so far. */
    public String output() {
        return text(output);
    }

    /** What it has complained about so far. */
    public String errors() {
        return text(errors);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it ended. */
    public record Ended(int status, String output, String errors) {}
}
