package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The bill of materials lists the libraries in the jar and nothing else, and the jar has licence and notice of each. */
class JarContentsIT {
    private static final String SHADED = "io/github/paradigmreporting/jdbc/shaded/";
    private static final Path SBOM = DriverJarIT.JAR.resolveSibling("bom.json");

    /** A library that the bill of materials lists. */
    private record Library(String group, String name, String version, String licences) {
        boolean isOurs() {
            return group.equals("io.github.paradigmreporting");
        }

        /** Its own jar. */
        File file() {
            String wanted = name + "-" + version + ".jar";
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(File::new)
                    .filter(file -> file.getName().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(wanted + " is not on the class path"));
        }
    }

    @Test
    void isWhatTheBillOfMaterialsLists() throws IOException {
        Set<String> inJar = classes(DriverJarIT.JAR.toFile()).stream()
                .filter(name -> name.startsWith(SHADED))
                .map(name -> name.substring(SHADED.length()))
                .filter(name -> !name.startsWith("core/"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unlisted = new TreeSet<>(inJar);
        List<String> absent = new ArrayList<>();
        for (Library library : libraries()) {
            Set<String> of = classes(library.file());
            if (of.stream().noneMatch(inJar::contains)) {
                absent.add(library.name());
            }
            unlisted.removeAll(of);
        }

        assertThat(absent).as("listed, but not in the jar").isEmpty();
        assertThat(unlisted).as("in the jar, but not listed").isEmpty();
        assertThat(inJar).hasSizeGreaterThan(5_000);
    }

    @Test
    void hasTheLicenceOfEachLibrary() throws IOException {
        try (JarFile jar = new JarFile(DriverJarIT.JAR.toFile())) {
            for (Library library : libraries()) {
                String entry = library.licences().contains("Apache-2.0")
                        ? "META-INF/LICENSE"
                        : "META-INF/licenses/" + library.name();
                assertThat(jar.getEntry(entry))
                        .as(library.name() + " (" + library.licences() + "): " + entry)
                        .isNotNull();
            }
            List<String> texts = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.matches("META-INF/licenses/.+"))
                    .map(name -> name.substring("META-INF/licenses/".length()))
                    .toList();
            assertThat(libraries()).extracting(Library::name).containsAll(texts);
        }
    }

    @Test
    void hasTheNoticeOfEachLibrary() throws IOException {
        try (JarFile jar = new JarFile(DriverJarIT.JAR.toFile())) {
            String notice = text(jar, "META-INF/NOTICE");
            for (Library library : libraries()) {
                try (JarFile own = new JarFile(library.file())) {
                    for (String entry : List.of("META-INF/NOTICE", "META-INF/NOTICE.txt")) {
                        if (own.getEntry(entry) != null) {
                            assertThat(text(own, entry)
                                            .lines()
                                            .map(String::strip)
                                            .filter(line -> !line.isEmpty()))
                                    .as(library.name())
                                    .allMatch(notice::contains);
                        }
                    }
                }
            }
        }
    }

    private static List<Library> libraries() throws IOException {
        List<Library> all = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(SBOM.toFile()).get("components")) {
            Library library = new Library(
                    component.path("group").asText(),
                    component.path("name").asText(),
                    component.path("version").asText(),
                    component.path("licenses").toString());
            if (!library.isOurs()) {
                all.add(library);
            }
        }
        assertThat(all).hasSizeGreaterThan(20);
        return all;
    }

    private static Set<String> classes(File file) throws IOException {
        try (JarFile jar = new JarFile(file)) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
