package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataSourceTest {
    private static final String SECRET = "marker-key-0123456789";
    private final ParadigmDataSource source = new ParadigmDataSource(VirtualClock.standing());

    @Test
    void connectsWithWhatIsSet() throws SQLException {
        try (ParadigmSimulator simulator =
                ParadigmSimulator.builder().clock(VirtualClock.standing()).start()) {
            source.setUrl(SqlFixture.url(simulator));
            source.setSsl("false");
            source.setPassword(simulator.key());

            assertThat(count(source.getConnection())).isPositive();
            assertThat(source.getUrl()).isEqualTo(SqlFixture.url(simulator));
        }
    }

    @Test
    void usesThePasswordOfTheCallInsteadOfItsOwn() throws SQLException {
        try (ParadigmSimulator simulator =
                ParadigmSimulator.builder().clock(VirtualClock.standing()).start()) {
            source.setUrl(SqlFixture.url(simulator) + "?ssl=false");
            source.setApiKey(SECRET);

            assertThat(count(source.getConnection("anybody", simulator.key()))).isPositive();
            assertThatThrownBy(() -> count(source.getConnection("anybody", null)))
                    .asInstanceOf(type(SQLException.class))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("28000");
        }
    }

    /** A setter per setting of the driver: whoever adds a setting is told its name here. */
    @ParameterizedTest
    @MethodSource("settings")
    void hasASetterForEverySetting(String setting) throws ReflectiveOperationException {
        String setter = "set" + setting.substring(0, 1).toUpperCase(Locale.ROOT) + setting.substring(1);

        ParadigmDataSource.class.getMethod(setter, String.class).invoke(source, "a text");

        assertThat(source.properties()).containsOnlyKeys(setting).containsValue("a text");
    }

    static List<String> settings() {
        return JdbcSettings.ALL.stream().map(Setting::name).toList();
    }

    @Test
    void hasNoGetterForASecret() {
        assertThat(Arrays.stream(ParadigmDataSource.class.getMethods()).map(java.lang.reflect.Method::getName))
                .doesNotContain("getPassword", "getApiKey", "getProxyPassword", "getTrustStorePassword");
    }

    @Test
    void forgetsASettingThatIsSetToNothing() {
        source.setWindowDays("7");
        source.setWindowDays(" ");
        source.setApiKey(null);

        assertThat(source.properties()).isEmpty();
    }

    @Test
    void takesTheShorterOfLoginTimeoutAndConnectTimeout() throws SQLException {
        ConnectionSpec spec = ConnectionSpec.of("jdbc:paradigm://host?connectTimeout=5s", source.properties());

        assertThat(spec.patient(java.time.Duration.ofSeconds(30))).isSameAs(spec);
        assertThat(spec.patient(java.time.Duration.ofSeconds(2))
                        .values()
                        .require(io.github.paradigmreporting.core.settings.Settings.CONNECT_TIMEOUT))
                .hasSeconds(2);
    }

    @Test
    void refusesALoginTimeoutThatMakesNoSense() throws SQLException {
        assertThatThrownBy(() -> source.setLoginTimeout(-1)).hasMessageContaining("login timeout");
        source.setLoginTimeout(3);
        assertThat(source.getLoginTimeout()).isEqualTo(3);
    }

    @Test
    void saysWhichAddressIsMissing() {
        assertThatThrownBy(source::getConnection)
                .hasMessageContaining("URL")
                .hasMessageContaining("jdbc:paradigm://host")
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo("08001");
    }

    @Test
    void showsNoSecret() throws SQLException {
        source.setUrl("jdbc:paradigm://host?apiKey=" + SECRET + "&windowDays=7");
        StringWriter log = new StringWriter();
        source.setLogWriter(new PrintWriter(log, true));
        source.setProxy("proxy.example.com:3128");
        source.setProxyPassword(SECRET);

        source.getConnection().close();

        assertThat(source.getUrl()).isEqualTo("jdbc:paradigm://host?windowDays=7");
        assertThat(source.toString() + log).contains("//host").doesNotContain(SECRET);
    }

    @Test
    void showsNothingOfSettingsThatItDoesNotKnow() throws SQLException {
        source.setUrl("jdbc:paradigm://host?api_key=" + SECRET + "&pwd=" + SECRET + "&windowDays=7");

        assertThat(source.getUrl()).isEqualTo("jdbc:paradigm://host?windowDays=7");
        assertThat(source.toString()).doesNotContain(SECRET);
    }

    @Test
    void isADataSourceAndNothingElse() throws SQLException {
        assertThat(source.isWrapperFor(DataSource.class)).isTrue();
        assertThat(source.unwrap(ParadigmDataSource.class)).isSameAs(source);
        assertThatThrownBy(() -> source.unwrap(Connection.class)).isInstanceOf(SQLException.class);
        assertThat(source.getParentLogger().getName()).isEqualTo("io.github.paradigmreporting.jdbc");
    }

    private static long count(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM companies")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
