package io.github.paradigmreporting.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The built jar as a process of its own. */
final class RunningJar implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private RunningJar(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** The jar that the build has made. */
    static Path built() {
        return Path.of(
                System.getProperty("project.build.directory", "target"),
                System.getProperty("project.build.finalName", "missing") + ".jar");
    }

    static RunningJar start(Path jar, List<String> jvm, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return new RunningJar(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Its lines up to the one that starts as given. */
    List<String> linesUntil(String start) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        while ((line = output.readLine()) != null) {
            lines.add(line);
            if (line.startsWith(start)) {
                return lines;
            }
        }
        throw new IOException("ended before a line '" + start + "…'; it said " + lines);
    }

    URI greeting() throws IOException {
        String first = linesUntil("Paradigm simulator at ").get(0);
        return URI.create(first.substring("Paradigm simulator at ".length()));
    }

    /** What comes next to Ctrl-C: asks the process to end, and leaves what it has still to say. */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        return exitStatus();
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        int c;
        while ((c = output.read()) >= 0) {
            rest.append((char) c);
        }
        return rest.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
