package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The privileged settings that a URL may give. Many tools let their users write URLs but run on a machine that is not
 * theirs: without a word of its administrator none of these settings is taken from a URL. From properties all are.
 *
 * @param names the settings that the administrator of this machine allows
 */
record AllowedInUrl(Set<String> names) {
    /** The system property with a list of settings, separated by commas. */
    static final String PROPERTY = "paradigm.jdbc.allowedInUrl";

    /** The environment variable with such a list, where the system property is not set. */
    static final String VARIABLE = "PARADIGM_JDBC_ALLOWED_IN_URL";

    private static final List<String> PRIVILEGED = JdbcSettings.ALL.stream()
            .filter(Setting::privileged)
            .map(Setting::name)
            .toList();

    /** What is allowed on this machine. */
    static AllowedInUrl here() throws SQLException {
        String property = System.getProperty(PROPERTY);
        return property == null ? of(VARIABLE, System.getenv(VARIABLE)) : of(PROPERTY, property);
    }

    static AllowedInUrl of(String source, @Nullable String list) throws SQLException {
        Set<String> names = Arrays.stream(list == null ? new String[0] : list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        for (String name : names) {
            if (!PRIVILEGED.contains(name)) {
                throw SqlStates.of(
                        SqlStates.CANNOT_CONNECT,
                        source + " allows '" + name + "' in URLs, which is none of the settings that need it: "
                                + String.join(", ", PRIVILEGED));
            }
        }
        return new AllowedInUrl(Set.copyOf(names));
    }

    /** Refuses a setting of a URL that only the administrator may give. */
    void check(String name) throws SQLException {
        if (PRIVILEGED.contains(name) && !names.contains(name)) {
            throw SqlStates.of(
                    SqlStates.CANNOT_CONNECT,
                    name
                            + " is not taken from a URL, since it touches files of this machine or sends traffic another way;"
                            + " give it as a property or in the environment, or let the administrator allow it by -D"
                            + PROPERTY + "="
                            + name + " or " + VARIABLE + "=" + name);
        }
    }
}
