package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ParadigmReportingClientBuilder;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.settings.DayExpression;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import io.github.paradigmreporting.core.store.StoreOptions;
import io.github.paradigmreporting.jdbc.engine.Scope;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What a user said about a connection, from URL, properties and environment, checked. Prints no secret.
 *
 * @param url the URL
 * @param given setting to text, from URL and properties
 * @param warnings what the user should know
 * @param clock the time; its zone does not matter
 */
record ConnectionSpec(JdbcUrl url, Map<String, String> given, List<String> warnings, Clock clock) {
    private static final String PASSWORD = "password";
    private static final String USER = "user";
    private static final int LONGEST_NAME = 40;

    static ConnectionSpec of(String text, Properties properties) throws SQLException {
        JdbcUrl url = JdbcUrl.parse(text);
        Map<String, String> given = new HashMap<>();
        List<String> warnings = new ArrayList<>();
        AllowedInUrl allowed = AllowedInUrl.here();
        for (Map.Entry<String, String> setting : url.settings().entrySet()) {
            String name = name(setting.getKey());
            if (!name.equals(USER) && !JdbcSettings.isKnown(name)) {
                throw SqlStates.of(SqlStates.CANNOT_CONNECT, unknown(setting.getKey()) + " in the URL");
            }
            allowed.check(name);
            if (JdbcSettings.isSecret(name)) {
                warnings.add(name + " stands in the URL, where tools log it; give it as a property instead");
            }
            put(given, name, setting.getValue());
        }
        for (String key : properties.stringPropertyNames()) {
            String name = name(key);
            if (JdbcSettings.isKnown(name)) {
                put(given, name, properties.getProperty(key));
            } else if (!name.equals(USER)) {
                warnings.add(unknown(key) + "; the property is ignored");
            }
        }
        given.remove(USER);
        return new ConnectionSpec(url, given, warnings, Clock.systemUTC());
    }

    private static String name(String given) {
        return given.equalsIgnoreCase(PASSWORD) ? Settings.API_KEY.name() : given;
    }

    private static void put(Map<String, String> given, String name, String value) throws SQLException {
        if (value.isBlank()) {
            return;
        }
        if (given.put(name, value) != null) {
            throw SqlStates.of(
                    SqlStates.CANNOT_CONNECT,
                    name + " is given twice: in the URL and as a property, or as apiKey and as password; give it once");
        }
    }

    /** A name is repeated only where it looks like one: someone may have written a key in place of it. */
    private static String unknown(String name) {
        if (!name.matches("[A-Za-z]+([._-][A-Za-z]+)*") || name.length() > LONGEST_NAME) {
            return "there is no setting of a name";
        }
        String near = JdbcSettings.ALL.stream()
                .map(Setting::name)
                .filter(known -> known.equalsIgnoreCase(name))
                .findFirst()
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
        return "there is no setting " + name + near;
    }

    /** Values of all settings; what is not said here comes from the environment. */
    SettingValues values() {
        SettingValues said = SettingValues.read(JdbcSettings.ALL, Spelling.CAMEL_CASE, given::get);
        SettingValues values =
                said.orElse(SettingValues.read(JdbcSettings.ALL, Spelling.ENVIRONMENT, System.getenv()::get));
        if (said.given(JdbcSettings.HISTORY_START) && said.given(Settings.START_DATE)) {
            throw new InvalidSettingException(
                    "historyStart", "means the same as startDate for SQL; give only one of them");
        }
        return values;
    }

    /** The same for somebody who waits less for a connection than {@code connectTimeout}. */
    ConnectionSpec patient(Duration login) throws SQLException {
        try {
            if (values().require(Settings.CONNECT_TIMEOUT).compareTo(login) <= 0) {
                return this;
            }
        } catch (RuntimeException e) {
            throw SqlErrors.of(e, null);
        }
        return with(Settings.CONNECT_TIMEOUT, login.toString());
    }

    /** The same with another value of a setting. */
    ConnectionSpec with(Setting<?> setting, String value) {
        Map<String, String> changed = new HashMap<>(given);
        changed.put(setting.name(), value);
        return new ConnectionSpec(url, changed, warnings, clock);
    }

    /** The same at another time. */
    ConnectionSpec at(Clock other) {
        return new ConnectionSpec(url, given, warnings, other);
    }

    ParadigmReportingClient client(SettingValues values) {
        ParadigmReportingClientBuilder builder = ParadigmReportingClient.builder()
                .product("jdbc/" + Version.text())
                .clock(clock)
                .baseUrl(url.baseUrl(values.require(JdbcSettings.SSL)));
        for (Setting<?> setting : Settings.ALL) {
            if (given.containsKey(setting.name())) {
                builder.set(setting, given.get(setting.name()));
            }
        }
        return builder.build();
    }

    static StoreOptions store(SettingValues values) {
        return StoreOptions.of(values);
    }

    Scope scope(SettingValues values) {
        DayExpression start =
                values.require(values.given(Settings.START_DATE) ? Settings.START_DATE : JdbcSettings.HISTORY_START);
        Set<Long> companies = values.get(Settings.COMPANIES);
        Integer maxRequests = values.get(JdbcSettings.MAX_REQUESTS);
        return new Scope(
                clock.withZone(values.require(Settings.ZONE)),
                start::resolve,
                companies == null ? Set.of() : companies,
                values.require(JdbcSettings.REQUIRE_DATE_FILTER),
                maxRequests == null ? Integer.MAX_VALUE : maxRequests);
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
