package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection URL taken apart: {@code jdbc:paradigm://host[:port][/path][?setting=value&…]}. Shows no secret.
 *
 * @param authority host and port
 * @param path path below the host, may be empty
 * @param settings what stands after the question mark, decoded
 */
record JdbcUrl(String authority, String path, Map<String, String> settings) {
    static final String PREFIX = "jdbc:paradigm:";
    static final String FORM = "jdbc:paradigm://host[:port][/api/v2][?setting=value&setting=value]";

    private static final int MOST_PORTS = 65_535;

    static boolean isOurs(@Nullable String url) {
        return url != null && url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    static JdbcUrl parse(String url) throws SQLException {
        String rest = url.substring(PREFIX.length());
        int question = rest.indexOf('?');
        String address = question < 0 ? rest : rest.substring(0, question);
        if (address.matches("(?i)(//)?https?:.*")) {
            throw SqlStates.of(
                    SqlStates.CANNOT_CONNECT,
                    "the URL holds an address with its own http:// or https://; leave that out, and for http add ssl=false;"
                            + " expected " + FORM);
        }
        String authority;
        String path;
        try {
            URI uri = new URI("https:" + address);
            boolean plain = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            authority = plain ? uri.getRawAuthority() : "";
            if (plain && uri.getPort() > MOST_PORTS) {
                throw SqlStates.of(
                        SqlStates.CANNOT_CONNECT,
                        "the URL has port " + uri.getPort() + "; ports are 1 to " + MOST_PORTS);
            }
            path = uri.getRawPath() == null ? "" : uri.getRawPath();
        } catch (URISyntaxException e) {
            throw malformed(e);
        }
        if (!address.startsWith("//") || authority.isEmpty()) {
            throw malformed(null);
        }
        if (path.matches("(.*/)?api/v\\d+/?") && !path.matches("(.*/)?api/v2/?")) {
            throw SqlStates.of(
                    SqlStates.CANNOT_CONNECT,
                    "the URL ends in " + path + ", another version of the API than the driver's; leave it out or write"
                            + " /api/v2");
        }
        return new JdbcUrl(authority, path, settings(question < 0 ? "" : rest.substring(question + 1)));
    }

    /** The address of the instance. */
    String baseUrl(boolean tls) {
        return (tls ? "https://" : "http://") + authority + path;
    }

    /** The URL as it may be shown: the values of secrets are left out. */
    String redacted() {
        StringBuilder shown = new StringBuilder(PREFIX + "//" + authority + path);
        char separator = '?';
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            // What is not known may be a secret under another driver's name.
            if (JdbcSettings.isKnown(setting.getKey()) && !JdbcSettings.isSecret(setting.getKey())) {
                shown.append(separator).append(setting.getKey()).append('=').append(setting.getValue());
                separator = '&';
            }
        }
        return shown.toString();
    }

    private static Map<String, String> settings(String query) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        if (query.indexOf('#') >= 0) {
            throw SqlStates.of(SqlStates.CANNOT_CONNECT, "the URL has a #; in a value write %23 for it");
        }
        for (String pair : query.replace(';', '&').split("&", -1)) {
            if (pair.isBlank()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw SqlStates.of(SqlStates.CANNOT_CONNECT, "the URL has a setting without a value; expected " + FORM);
            }
            String name = decode(pair.substring(0, equals));
            if (settings.put(name, decode(pair.substring(equals + 1))) != null) {
                throw SqlStates.of(
                        SqlStates.CANNOT_CONNECT, "the URL gives a setting twice" + known(name) + "; give it once");
            }
        }
        return settings;
    }

    private static String known(String name) {
        return JdbcSettings.isKnown(name) ? ", " + name : "";
    }

    private static String decode(String text) throws SQLException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SqlStates.of(SqlStates.CANNOT_CONNECT, "the URL has a setting that is not percent-encoded right", e);
        }
    }

    /** Never quotes the URL, which may hold a key. */
    private static SQLException malformed(@Nullable URISyntaxException cause) {
        String why = cause == null ? "" : ": " + cause.getReason().toLowerCase(Locale.ROOT);
        return SqlStates.of(SqlStates.CANNOT_CONNECT, "the URL is malformed" + why + "; expected " + FORM);
    }

    @Override
    public String toString() {
        return redacted();
    }
}
