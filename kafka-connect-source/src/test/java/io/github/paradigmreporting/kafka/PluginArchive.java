package io.github.paradigmreporting.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The archives that the build made. */
final class PluginArchive {
    static final Path TARGET = Path.of(System.getProperty("project.build.directory", "target"));
    static final String FINAL_NAME = System.getProperty("project.build.finalName", "");

    private PluginArchive() {}

    /** Unpacks an archive and answers its files with their sizes. */
    static Map<String, Long> unpack(String kind, Path into) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        Path archive = TARGET.resolve(FINAL_NAME + "-" + kind + ".zip");
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException(archive + " has an entry outside of itself: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.deleteIfExists(file);
                    files.put(entry.getName(), Files.copy(zip, file));
                }
            }
        }
        return files;
    }
}
