package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.Settings;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The settings as tools ask for them before they connect. Never shows a secret's value. */
final class PropertyInfo {
    private PropertyInfo() {}

    static DriverPropertyInfo[] of(@Nullable String url, Properties properties) {
        Map<String, String> given = given(url);
        return JdbcSettings.ALL.stream()
                .map(setting -> of(setting, given, properties))
                .toArray(DriverPropertyInfo[]::new);
    }

    private static DriverPropertyInfo of(Setting<?> setting, Map<String, String> url, Properties properties) {
        String value = properties.getProperty(setting.name(), url.get(setting.name()));
        DriverPropertyInfo info = new DriverPropertyInfo(
                setting.name(), setting.secret() ? null : value == null ? setting.defaultText() : value);
        info.description = setting.description();
        info.required = setting == (Object) Settings.API_KEY
                && !properties.containsKey("password")
                && !properties.containsKey(Settings.API_KEY_FILE.name())
                && System.getenv("PARADIGM_API_KEY") == null;
        info.choices = setting.type().choices().isEmpty()
                ? null
                : setting.type().choices().toArray(String[]::new);
        return info;
    }

    /** A URL that is still being typed gives nothing. */
    private static Map<String, String> given(@Nullable String url) {
        if (url == null || !JdbcUrl.isOurs(url)) {
            return Map.of();
        }
        try {
            return JdbcUrl.parse(url).settings();
        } catch (SQLException e) {
            return Map.of();
        }
    }
}
