package io.github.paradigmreporting.core.settings;

import java.net.InetSocketAddress;

/** The host:port form of a proxy. */
public final class ProxyAddress {
    private ProxyAddress() {}

    /**
     * The address of a proxy; the name is looked up when it is used, not here.
     *
     * @param hostAndPort for example {@code proxy.example.com:3128} or {@code [::1]:3128}
     * @return the address, unresolved
     * @throws IllegalArgumentException when it is not of that form
     */
    public static InetSocketAddress parse(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        if (colon < 1 || hostAndPort.contains("/") || hostAndPort.contains("@")) {
            throw new IllegalArgumentException("expected host:port");
        }
        String host = hostAndPort.substring(0, colon).replaceAll("[\\[\\]]", "");
        return InetSocketAddress.createUnresolved(host, Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    static String check(String hostAndPort) {
        parse(hostAndPort);
        return hostAndPort;
    }
}
