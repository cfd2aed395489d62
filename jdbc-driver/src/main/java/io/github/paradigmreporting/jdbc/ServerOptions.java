package io.github.paradigmreporting.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and whom it lets in, as the command line says it.
 *
 * @param url the instance, empty when the command names none
 * @param address where to listen; by default this machine alone
 * @param users names and passwords; empty lets everybody in
 * @param tls what clients are shown; null for plain HTTP
 */
record ServerOptions(
        String url,
        InetSocketAddress address,
        Map<String, String> users,
        @Nullable SSLContext tls) {
    static final String USAGE = "--serve [URL] [--listen host:port] [--users file]"
            + " [--key-store file [--key-store-password-file file]]";
    private static final String LISTEN = "127.0.0.1:8765";

    /** What is wrong with the command line, in words for the user. */
    static final class Misused extends Exception {
        private static final long serialVersionUID = 1L;

        Misused(String problem) {
            super(problem);
        }
    }

    static ServerOptions parse(List<String> arguments, Map<String, String> environment) throws Misused {
        String url = "";
        String listen = LISTEN;
        Map<String, String> users = Map.of();
        Path keyStore = null;
        Path keyStorePassword = null;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean last = i + 1 == arguments.size();
            if (JdbcUrl.isOurs(argument)) {
                url = argument;
            } else if (argument.equals("--listen") && !last) {
                listen = arguments.get(++i);
            } else if (argument.equals("--users") && !last) {
                users = users(Path.of(arguments.get(++i)));
            } else if (argument.equals("--key-store") && !last) {
                keyStore = Path.of(arguments.get(++i));
            } else if (argument.equals("--key-store-password-file") && !last) {
                keyStorePassword = Path.of(arguments.get(++i));
            } else {
                throw new Misused("--serve is called wrongly; expected " + USAGE);
            }
        }
        InetSocketAddress address = address(listen);
        if (users.isEmpty() && !address.getAddress().isLoopbackAddress()) {
            throw new Misused("a server for other machines needs --users, a file with a line name:password for each;"
                    + " everybody could read the reports otherwise");
        }
        if (keyStore == null && keyStorePassword != null) {
            throw new Misused("--key-store-password-file is of no use without --key-store");
        }
        SSLContext tls = keyStore == null ? null : ServerTls.context(keyStore, keyStorePassword, environment);
        return new ServerOptions(url, address, users, tls);
    }

    private static InetSocketAddress address(String text) throws Misused {
        int colon = text.lastIndexOf(':');
        try {
            return new InetSocketAddress(
                    InetAddress.getByName(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
        } catch (UnknownHostException | RuntimeException e) {
            throw new Misused("cannot listen at " + text + "; expected host:port such as " + LISTEN);
        }
    }

    private static Map<String, String> users(Path file) throws Misused {
        Map<String, String> users = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int colon = line.indexOf(':');
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (colon < 1 || colon == line.length() - 1) {
                    throw new Misused("a line of " + file + " is not of the form name:password");
                }
                users.put(line.substring(0, colon), line.substring(colon + 1));
            }
        } catch (IOException e) {
            throw new Misused("the file of --users cannot be read: " + file);
        }
        if (users.isEmpty()) {
            throw new Misused("the file of --users is empty: " + file);
        }
        return users;
    }

    /** Whose passwords they are, not the passwords. */
    @Override
    public String toString() {
        return "ServerOptions[" + address + ", users " + users.keySet() + (tls == null ? "" : ", TLS") + "]";
    }
}
