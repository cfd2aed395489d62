package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Many jars in one: the first of each name, and all lines of the lists of services. */
final class MergedJar {
    private static final String SERVICES = "META-INF/services/";

    private MergedJar() {}

    static void write(List<Path> jars, Path merged) throws IOException {
        Set<String> names = new HashSet<>();
        Map<String, StringBuilder> services = new TreeMap<>();
        try (OutputStream out = Files.newOutputStream(merged);
                JarOutputStream to = new JarOutputStream(out)) {
            for (Path jar : jars) {
                try (JarFile from = new JarFile(jar.toFile())) {
                    copy(from, to, names, services);
                }
            }
            for (Map.Entry<String, StringBuilder> service : services.entrySet()) {
                to.putNextEntry(new JarEntry(service.getKey()));
                to.write(service.getValue().toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void copy(JarFile from, JarOutputStream to, Set<String> names, Map<String, StringBuilder> services)
            throws IOException {
        for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (entry.isDirectory() || isSignature(name)) {
                continue;
            }
            byte[] content = from.getInputStream(entry).readAllBytes();
            if (name.startsWith(SERVICES)) {
                services.computeIfAbsent(name, any -> new StringBuilder())
                        .append(new String(content, StandardCharsets.UTF_8))
                        .append('\n');
            } else if (names.add(name)) {
                to.putNextEntry(new JarEntry(name));
                to.write(content);
            }
        }
    }

    private static boolean isSignature(String name) {
        return name.startsWith("META-INF/") && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA"));
    }
}
