package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two contexts with the same route behind {@code master:}: one reads, and the other goes on from where it stood. */
class MasterTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final List<Object> toFirst = new CopyOnWriteArrayList<>();
    private final List<Object> toSecond = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void goesOnWhereTheMasterStood() throws Exception {
        int rows = world.truth(Reports.SESSIONS).size();
        CamelContext first = member(toFirst);
        try (CamelContext second = member(toSecond)) {
            first.start();
            await().atMost(ONE_MINUTE).until(() -> toFirst.size() == rows);
            second.start();
            assertThat(toSecond).isEmpty();
            world.simulator().edits().set(Reports.SESSIONS, 2, world.today(), "sessions_count", 4711L);

            first.close();

            await().atMost(ONE_MINUTE).until(() -> !toSecond.isEmpty());
            await().atMost(ONE_MINUTE)
                    .until(() -> second.getInflightRepository().size() == 0);
            assertThat(toSecond).singleElement().asString().contains("sessionsCount=4711");
            assertThat(toFirst).hasSize(rows);
        }
    }

    private CamelContext member(List<Object> received) throws Exception {
        CamelContext context = world.context();
        FileLockClusterService cluster = new FileLockClusterService();
        cluster.setRoot(directory.resolve("cluster").toString());
        cluster.setAcquireLockDelay(1, TimeUnit.MILLISECONDS);
        cluster.setAcquireLockInterval(100, TimeUnit.MILLISECONDS);
        context.addService(cluster);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("master:reports:paradigm-reporting:sessions?initialDelay=0&stateDirectory="
                                + directory.resolve("state"))
                        .process(exchange -> received.add(exchange.getMessage().getBody()));
            }
        });
        return context;
    }
}
