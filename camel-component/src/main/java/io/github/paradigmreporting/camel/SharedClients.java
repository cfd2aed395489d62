package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingGroup;
import io.github.paradigmreporting.core.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a component: one for all endpoints whose connection settings are the same, so that threads and sockets do not
 * grow with the number of addresses. A client is closed with its last endpoint. Safe for threads.
 */
final class SharedClients {
    /** Settings of what is read, which a client does not know. */
    private static final List<Setting<?>> OF_QUERIES = List.of(
            Settings.COMPANIES, Settings.START_DATE, Settings.ZONE, Settings.LOOK_BACK_DAYS, Settings.SETTLE_DELAY);

    private final Map<Connection, Shared> clients = new HashMap<>();

    /** The settings by which clients differ; holds secrets, and is never printed. */
    private record Connection(
            Map<String, String> settings, @Nullable SSLContextParameters certificates) {
        static Connection of(ParadigmReportingEndpoint endpoint) {
            Map<String, String> settings = new HashMap<>();
            for (Setting<?> setting : Settings.ALL) {
                String text = OF_QUERIES.contains(setting) || setting.group() == SettingGroup.STORE
                        ? null
                        : Options.text(endpoint, setting.name());
                if (text != null) {
                    settings.put(setting.name(), text);
                }
            }
            return new Connection(Map.copyOf(settings), endpoint.sslContextParameters());
        }

        @Override
        public String toString() {
            return "Connection" + settings.keySet();
        }
    }

    private static final class Shared {
        private final ParadigmReportingClient client;
        private int users;

        Shared(ParadigmReportingClient client) {
            this.client = client;
        }
    }

    /** A client for an endpoint, to be given back. */
    synchronized Lease lease(ParadigmReportingEndpoint endpoint) {
        Connection connection = Connection.of(endpoint);
        Shared shared = clients.computeIfAbsent(connection, any -> new Shared(Clients.open(endpoint)));
        shared.users++;
        return new Lease(connection, shared);
    }

    /** How many clients are open. */
    synchronized int size() {
        return clients.size();
    }

    /** Closes what is still open, since an endpoint that was stopped may have been used again. */
    synchronized void close() {
        clients.values().forEach(shared -> shared.client.close());
        clients.clear();
    }

    private synchronized void giveBack(Connection connection, Shared shared) {
        shared.users--;
        if (shared.users == 0 && clients.remove(connection, shared)) {
            shared.client.close();
        }
    }

    /** One endpoint's share of a client. */
    final class Lease implements AutoCloseable {
        private final Connection connection;
        private final Shared shared;

        private Lease(Connection connection, Shared shared) {
            this.connection = connection;
            this.shared = shared;
        }

        ParadigmReportingClient client() {
            return shared.client;
        }

        @Override
        public void close() {
            giveBack(connection, shared);
        }
    }
}
