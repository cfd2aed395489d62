package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The files for tools, and the guide, name what there is. */
class ToolFilesTest {
    private static final Path TOOLS = Path.of("tools");
    private static final Path CONNECTOR = TOOLS.resolve("tableau").resolve("connector");
    private static final Path GUIDE = Path.of("..", "docs", "guides", "jdbc.md");
    private static final Pattern CLASS = Pattern.compile("io\\.github\\.paradigmreporting\\.jdbc\\.(\\w+)");
    private static final Pattern URL = Pattern.compile("jdbc:paradigm://[\\w.:\\[\\]{}/-]*(?:\\[?\\?([\\w=&-]+))?");

    @ParameterizedTest
    @MethodSource("files")
    void namesClassesUrlsAndSettingsThatExist(Path file) throws Exception {
        String text = Files.readString(file);

        for (MatchResult found : CLASS.matcher(text).results().toList()) {
            assertThat(Class.forName(found.group())).isPublic();
        }
        for (MatchResult found : URL.matcher(text).results().toList()) {
            if (found.group(1) != null) {
                for (String pair : found.group(1).split("&", -1)) {
                    String name = pair.replaceFirst("=.*", "");
                    assertThat(name.isEmpty()
                                    || name.equals("setting")
                                    || settings().contains(name))
                            .as("%s in %s", name, found.group())
                            .isTrue();
                }
            }
        }
        assertThat(text).doesNotContain("apiKey=");
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(TOOLS)) {
            List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
            files.add(GUIDE);
            return files;
        }
    }

    @Test
    void dbeaverFindsTheDriverAndItsSettings() throws Exception {
        Element driver = (Element) xml(TOOLS.resolve("dbeaver/drivers.xml"))
                .getElementsByTagName("driver")
                .item(0);

        assertThat(driver.getAttribute("class")).isEqualTo(ParadigmDriver.class.getName());
        assertThat(JdbcUrl.parse(driver.getAttribute("url")
                                .replace("{host}", "host")
                                .replace("[:{port}]", ":443"))
                        .authority())
                .isEqualTo("host:443");
        assertThat(names(driver.getElementsByTagName("property"))).isSubsetOf(settings());
        assertThat(names(driver.getElementsByTagName("parameter"))).contains("read-only-data", "omit-catalog");
    }

    /** The rules of the SDK's schema: which elements, in which order, and that what they name is there. */
    @Test
    void tableausManifestHasItsPartsInOrder() throws Exception {
        Document manifest = xml(CONNECTOR.resolve("manifest.xml"));

        List<String> parts = new ArrayList<>();
        for (Node part = manifest.getDocumentElement().getFirstChild(); part != null; part = part.getNextSibling()) {
            if (part instanceof Element element) {
                parts.add(element.getTagName());
                if (element.hasAttribute("file")) {
                    assertThat(CONNECTOR.resolve(element.getAttribute("file"))).isRegularFile();
                }
            }
        }
        assertThat(parts)
                .containsExactly(
                        "vendor-information",
                        "connection-customization",
                        "connection-fields",
                        "connection-metadata",
                        "connection-resolver",
                        "dialect");
        assertThat(((Element) manifest.getElementsByTagName("company").item(0)).getAttribute("name"))
                .hasSizeBetween(1, 24);
        for (String file : List.of("connectionResolver.tdr", "dialect.tdd")) {
            assertThat(xml(CONNECTOR.resolve(file)).getDocumentElement().getAttribute("class"))
                    .isEqualTo(manifest.getDocumentElement().getAttribute("class"));
        }
    }

    @Test
    void tableauAsksForTheKeySecretlyAndPassesItAsAProperty() throws Exception {
        NodeList fields = xml(CONNECTOR.resolve("connectionFields.xml")).getElementsByTagName("field");
        List<String> secure = new ArrayList<>();
        for (int i = 0; i < fields.getLength(); i++) {
            Element field = (Element) fields.item(i);
            if (field.getAttribute("secure").equals("true")) {
                secure.add(field.getAttribute("name"));
            }
        }
        String properties = Files.readString(CONNECTOR.resolve("connectionProperties.js"));

        assertThat(secure).containsExactly("password");
        assertThat(properties).contains("attributePassword");
        assertThat(Pattern.compile("\"(\\w+)\":").matcher(properties).results().map(name -> name.group(1)))
                .allSatisfy(
                        name -> assertThat(name.equals("password") || settings().contains(name))
                                .isTrue());
        assertThat(Files.readString(CONNECTOR.resolve("connectionBuilder.js")))
                .contains(JdbcUrl.PREFIX)
                .doesNotContain("Password");
    }

    @Test
    void bothWaysIntoTableauHaveTheSameCapabilities() throws Exception {
        assertThat(names(xml(CONNECTOR.resolve("manifest.xml")).getElementsByTagName("customization")))
                .isNotEmpty()
                .isEqualTo(names(xml(TOOLS.resolve("tableau/paradigm.tdc")).getElementsByTagName("customization")));
    }

    private static List<String> settings() {
        return JdbcSettings.ALL.stream().map(Setting::name).toList();
    }

    private static List<String> names(NodeList elements) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            names.add(((Element) elements.item(i)).getAttribute("name"));
        }
        return names;
    }

    private static Document xml(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }
}
