package io.github.paradigmreporting.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real broker and a real Connect worker in this JVM, with exactly-once enabled; one for all test classes of a run. */
final class ConnectCluster implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == EmbeddedConnectCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        return extension
                .getRoot()
                .getStore(ExtensionContext.Namespace.create(ConnectCluster.class))
                .getOrComputeIfAbsent(Running.class, any -> new Running(), Running.class)
                .cluster;
    }

    /** Closed by JUnit at the end of the run. */
    private static final class Running implements AutoCloseable {
        final EmbeddedConnectCluster cluster;

        Running() {
            Properties broker = new Properties();
            broker.put("transaction.state.log.replication.factor", "1");
            broker.put("transaction.state.log.min.isr", "1");
            broker.put("transaction.state.log.num.partitions", "1");
            broker.put("offsets.topic.num.partitions", "1");
            broker.put("auto.create.topics.enable", "false");
            Map<String, String> worker = new HashMap<>();
            worker.put("exactly.once.source.support", "enabled");
            // Finds the connector by its service file alone, as a worker with many plugins should.
            worker.put("plugin.discovery", "service_load");
            worker.put("key.converter", JsonConverter.class.getName());
            worker.put("value.converter", JsonConverter.class.getName());
            worker.put("offset.storage.partitions", "1");
            worker.put("status.storage.partitions", "1");
            cluster = new EmbeddedConnectCluster.Builder()
                    .name("paradigm")
                    .numWorkers(1)
                    .numBrokers(1)
                    .brokerProps(broker)
                    .workerProps(worker)
                    .maskExitProcedures(true)
                    .build();
            cluster.start();
        }

        @Override
        public void close() {
            cluster.stop();
        }
    }
}
