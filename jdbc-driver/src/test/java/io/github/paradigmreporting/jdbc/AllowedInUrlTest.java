package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.core.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger who writes a URL reaches no file of the machine and no other way of the traffic. */
class AllowedInUrlTest {
    private final Path folder;

    AllowedInUrlTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static List<String> privileged() {
        return JdbcSettings.ALL.stream()
                .filter(Setting::privileged)
                .map(Setting::name)
                .toList();
    }

    @AfterEach
    void forget() {
        System.clearProperty(AllowedInUrl.PROPERTY);
    }

    @ParameterizedTest
    @MethodSource("privileged")
    void refusesEachPrivilegedSettingInAUrlUnlessItIsAllowed(String setting) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "MARKER=1");
        String url = "jdbc:paradigm://host?" + setting + "=" + file;

        assertThatThrownBy(() -> DriverManager.getConnection(url, key()))
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08001"))
                .extracting(SQLException::getMessage)
                .asString()
                .contains(setting + " is not taken from a URL", AllowedInUrl.PROPERTY, AllowedInUrl.VARIABLE)
                .doesNotContain(file.toString());

        System.setProperty(AllowedInUrl.PROPERTY, "apiKeyFile , " + setting);
        assertThat(ConnectionSpec.of(url, key()).given()).containsEntry(setting, file.toString());
    }

    @ParameterizedTest
    @MethodSource("privileged")
    void takesEachFromProperties(String setting) throws Exception {
        Properties properties = key();
        properties.setProperty(setting, "given");

        assertThat(ConnectionSpec.of("jdbc:paradigm://host", properties).given())
                .containsEntry(setting, "given");
    }

    @Test
    void isWhatReadsOrWritesFilesOrRedirectsTraffic() {
        assertThat(privileged())
                .containsExactlyInAnyOrder(
                        "apiKeyFile",
                        "proxy",
                        "proxyUser",
                        "proxyPassword",
                        "trustStore",
                        "trustStorePassword",
                        "trustStoreType",
                        "storeDirectory",
                        "storeDirectorySize",
                        "viewDefinitions");
    }

    @Test
    void makesNoDirectoryForAStranger() {
        ParadigmDataSource source = new ParadigmDataSource();
        source.setUrl("jdbc:paradigm://host?storeDirectory=" + folder.resolve("made"));
        source.setPassword("no-key");

        assertThatThrownBy(source::getConnection).hasMessageContaining("storeDirectory is not taken from a URL");
        assertThat(folder.resolve("made")).doesNotExist();
    }

    @Test
    void namesWhatCannotBeAllowed() {
        assertThatThrownBy(() -> AllowedInUrl.of("LIST", "proxy,windowDays"))
                .hasMessageContaining("LIST allows 'windowDays'")
                .hasMessageContaining("apiKeyFile");
        assertThatCode(() -> AllowedInUrl.of("LIST", " ,proxy,")).doesNotThrowAnyException();
    }

    private static Properties key() {
        Properties properties = new Properties();
        properties.setProperty("password", "no-key");
        return properties;
    }
}
