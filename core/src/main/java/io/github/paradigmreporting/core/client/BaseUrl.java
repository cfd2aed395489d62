package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The normalised address of an instance: scheme, host, port and prefix path, without {@code /api/v2} and without a
 * trailing slash.
 */
record BaseUrl(URI root) {
    private static final String API = "/api/v2";
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]", "::1");

    static BaseUrl of(URI given, boolean allowPlainHttp, @Nullable InetSocketAddress proxy) {
        String scheme = String.valueOf(given.getScheme()).toLowerCase(Locale.ROOT);
        String host = given.getHost();
        if (String.valueOf(given.getRawAuthority()).contains("@")
                || given.getQuery() != null
                || given.getFragment() != null) {
            throw new InvalidSettingException(
                    "baseUrl", "takes only scheme, host, port and path; the key belongs into apiKey");
        }
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new InvalidSettingException(
                    "baseUrl", "'" + given + "' is not an address such as https://paradigm.example.com");
        }
        boolean leavesThisMachine = !isLoopback(host) || (proxy != null && !isLoopback(proxy.getHostString()));
        if (scheme.equals("http") && !allowPlainHttp && leavesThisMachine) {
            throw new InvalidSettingException(
                    "baseUrl",
                    "'" + given + "' would send the key unencrypted" + (isLoopback(host) ? " to the proxy" : "")
                            + "; use https, or set allowPlainHttp=true if you must");
        }
        if (host.endsWith(".")) {
            throw new InvalidSettingException(
                    "baseUrl", "'" + given + "' has a dot behind its host; leave the dot out");
        }
        // Raw: what is percent-encoded may be no character of an address.
        String path = given.getRawPath() == null ? "" : given.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        if (path.endsWith(API)) {
            path = path.substring(0, path.length() - API.length());
        }
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        return new BaseUrl(URI.create(scheme + "://" + host.toLowerCase(Locale.ROOT) + port + path));
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }

    /** Whether both have the same scheme, host and port. */
    boolean sameOrigin(BaseUrl other) {
        return root.getScheme().equals(other.root.getScheme())
                && root.getHost().equals(other.root.getHost())
                && port() == other.port();
    }

    private int port() {
        return root.getPort() >= 0 ? root.getPort() : secure() ? 443 : 80;
    }

    /** Whether it is reached by TLS. */
    boolean secure() {
        return root.getScheme().equals("https");
    }

    /** Address of one window of a report. */
    URI of(ReportQuery<?> query) {
        String company = query.companies().size() == 1
                ? "&company_id=" + query.companies().iterator().next()
                : "";
        return URI.create(root + API + "/reporting/" + query.report().endpoint() + "/?start_date="
                + query.window().from() + "&end_date=" + query.window().to() + company);
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
