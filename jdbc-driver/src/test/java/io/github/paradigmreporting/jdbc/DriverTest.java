package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverTest {
    private static final String SECRET = "marker-key-0123456789";

    @Test
    void isFoundByService() {
        assertThat(ServiceLoader.load(Driver.class)).hasAtLeastOneElementOfType(ParadigmDriver.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:paradigmatic://host", "", "paradigm://host"})
    void leavesForeignUrlsToOthers(String url) throws SQLException {
        ParadigmDriver driver = new ParadigmDriver();

        assertThat(driver.acceptsURL(url)).isFalse();
        assertThat(driver.connect(url, new Properties())).isNull();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    jdbc:paradigm:,                                 08001
                    jdbc:paradigm://,                               08001
                    jdbc:paradigm:host,                             08001
                    jdbc:paradigm://user:marker-key-0123456789@host, 08001
                    jdbc:paradigm://host?ssl,                       08001
                    jdbc:paradigm://host?nosuch=1,                  08001
                    jdbc:paradigm://host?historystart=2026-01-01,   08001
                    jdbc:paradigm://host?ssl=false&ssl=false,       08001
                    jdbc:paradigm://host?ssl=perhaps,               08001
                    jdbc:paradigm://host?ssl=false,                 08001
                    jdbc:paradigm://host?password=other,            08001
                    jdbc:paradigm://host?apiKey=other,              08001
                    jdbc:paradigm://host?historyStart=2026-01-01&startDate=2026-01-01, 08001
                    jdbc:paradigm://host?marker-key-0123456789=x,   08001
                    jdbc:paradigm://host?windowDays=7#marker-key-0123456789, 08001
                    jdbc:paradigm://host#marker-key-0123456789,     08001
                    jdbc:paradigm://host?a=1&a=marker-key-0123456789, 08001
                    jdbc:paradigm://host.,                          08001
                    jdbc:paradigm://host/%0d%0amarker.?ssl=perhaps, 08001
                    """)
    void refusesUrlsThatMakeNoSense(String url, String state) {
        Properties properties = new Properties();
        properties.setProperty("password", SECRET);

        assertThatThrownBy(() -> DriverManager.getConnection(url, properties))
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(state))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    }

    @Test
    void keepsAPathPercentEncoded() throws SQLException {
        try (ParadigmSimulator simulator =
                ParadigmSimulator.builder().clock(VirtualClock.standing()).start()) {
            Properties properties = new Properties();
            properties.setProperty("password", simulator.key());
            String url = SqlFixture.url(simulator) + "/%0d%0aX:%20y%2Fz?ssl=false";
            try (Connection connection = SqlFixture.connect(url, properties)) {
                assertThat(connection.getMetaData().getURL()).contains("/%0d%0aX:%20y%2Fz");
                assertThatThrownBy(
                                () -> SqlFixture.query(connection, "SELECT * FROM sessions WHERE date = '2026-03-02'"))
                        .asInstanceOf(type(SQLException.class))
                        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("0A000"))
                        .satisfies(e -> assertThat(e.getMessage())
                                .contains("/%0d%0aX:%20y%2Fz/api/v2/")
                                .doesNotContain("\r", "\n"));
            }
        }
    }

    @Test
    void refusesTheSameSettingInUrlAndProperties() {
        Properties properties = new Properties();
        properties.setProperty("password", SECRET);
        properties.setProperty("windowDays", "7");

        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:paradigm://host?windowDays=7", properties))
                .hasMessageContaining("windowDays")
                .hasMessageContaining("once");
    }

    @Test
    void connectsAndDescribesWithoutAnyRequest() throws SQLException {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .start();
                Connection connection = SqlFixture.connect(simulator)) {
            assertThat(connection.isValid(1)).isTrue();
            assertThat(connection.isReadOnly()).isTrue();
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getSchema()).isEqualTo("paradigm");
            connection.commit();
            connection.rollback();

            assertThat(simulator.journal().count()).isZero();
        }
    }

    @Test
    void ignoresTheUser() throws SQLException {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                        .clock(VirtualClock.standing())
                        .start();
                Connection connection =
                        DriverManager.getConnection(SqlFixture.url(simulator) + "?ssl=false", "me", simulator.key())) {
            assertThat((Object) connection.getWarnings()).isNull();
        }
    }

    @Test
    void acceptsAKeyInTheUrlWithAWarningAndNeverShowsIt() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection("jdbc:paradigm://localhost:1?ssl=false&windowDays=7&apiKey=" + SECRET)) {
            assertThat(connection.getWarnings().getMessage()).contains("apiKey").doesNotContain(SECRET);
            assertThat(connection.getMetaData().getURL())
                    .isEqualTo("jdbc:paradigm://localhost:1?ssl=false&windowDays=7");
            assertThat(connection.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void warnsOfPropertiesItDoesNotKnow() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("password", SECRET);
        properties.setProperty("historystart", "2026-01-01");

        try (Connection connection = DriverManager.getConnection("jdbc:paradigm://host", properties)) {
            assertThat(connection.getWarnings().getMessage())
                    .contains("historystart")
                    .contains("historyStart?");
        }
    }

    @Test
    void describesEverySettingAndNoSecret() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("password", SECRET);
        properties.setProperty("proxyPassword", SECRET);

        DriverPropertyInfo[] infos =
                new ParadigmDriver().getPropertyInfo("jdbc:paradigm://host?apiKey=" + SECRET, properties);

        List<String> names = Arrays.stream(infos).map(info -> info.name).toList();
        Settings.ALL.stream()
                .filter(setting -> !setting.equals(Settings.BASE_URL))
                .forEach(setting -> assertThat(names).contains(setting.name()));
        assertThat(names).contains("ssl", "historyStart", "requireDateFilter");
        for (DriverPropertyInfo info : infos) {
            assertThat(info.description).as(info.name).isNotBlank();
            assertThat(String.valueOf(info.value)).doesNotContain(SECRET);
        }
    }

    @Test
    void saysWhichKeyIsMissing() {
        assertThatThrownBy(() -> DriverManager.getConnection("jdbc:paradigm://host"))
                .hasMessageContaining("apiKey")
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28000"));
    }
}
