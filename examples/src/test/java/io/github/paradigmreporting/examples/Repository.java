package io.github.paradigmreporting.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The repository this module lies in, as files: for rules about all modules at once. */
final class Repository {
    /** Surefire runs in the module's folder. */
    private static final Path ROOT = Path.of("..");

    private Repository() {}

    /** All files with this ending, sorted, without what a build writes or a generator wrote. */
    static List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .map(ROOT::relativize)
                    .filter(file -> Stream.of(".git", "target", "generated").noneMatch(name -> has(file, name)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole text of a file, by its path from the root. */
    static String text(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path file, String name) {
        for (Path part : file) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
