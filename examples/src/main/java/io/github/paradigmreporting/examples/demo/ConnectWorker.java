package io.github.paradigmreporting.examples.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.distributed.DistributedHerder;

/** A real distributed Kafka Connect worker in this JVM, with exactly-once enabled, on a free port of this machine. */
final class ConnectWorker implements AutoCloseable {
    private final Connect<DistributedHerder> connect;

    private ConnectWorker(Connect<DistributedHerder> connect) {
        this.connect = connect;
    }

    /**
     * Starts a worker; its REST interface answers when this returns.
     *
     * @param broker address of the broker
     */
    static ConnectWorker start(String broker) {
        return new ConnectWorker(new ConnectDistributed().startConnect(properties(broker)));
    }

    /** Where its REST interface listens. */
    URI address() {
        return connect.rest().serverUrl();
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }

    private static Map<String, String> properties(String broker) {
        Map<String, String> properties = new HashMap<>();
        properties.put("bootstrap.servers", broker);
        properties.put("group.id", "demo");
        properties.put("listeners", "http://127.0.0.1:0");
        properties.put("exactly.once.source.support", "enabled");
        properties.put("key.converter", JsonConverter.class.getName());
        properties.put("value.converter", JsonConverter.class.getName());
        properties.put("plugin.discovery", "service_load");
        properties.put("task.shutdown.graceful.timeout.ms", "1000");
        for (String kind : new String[] {"config", "offset", "status"}) {
            properties.put(kind + ".storage.topic", "connect-" + kind);
            properties.put(kind + ".storage.replication.factor", "1");
        }
        properties.put("offset.storage.partitions", "1");
        properties.put("status.storage.partitions", "1");
        return properties;
    }
}
