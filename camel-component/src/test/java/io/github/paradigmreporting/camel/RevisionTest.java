package io.github.paradigmreporting.camel;

import static io.github.paradigmreporting.camel.ParadigmReportingConstants.CHANGE;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.RECORD_KEY;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.settings.DayExpression;
import io.github.paradigmreporting.simulator.Edits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's recipe: an idempotentConsumer on record key and revision holds the truth, and sees each version once. */
class RevisionTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final Edits edits = world.simulator().edits();
    /** Remembers over the end of a context, as a database does. */
    private final MemoryIdempotentRepository seen = new MemoryIdempotentRepository() {
        @Override
        protected void doStop() {}
    };

    private final Map<String, Object> receiver = new TreeMap<>();
    private final List<Object> figures = new ArrayList<>();
    private int received;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void holdsTheTruthWhenAFigureComesBack() throws Exception {
        CamelContext context = start("stateDirectory=" + directory);
        for (long figure : List.of(45L, 52L, 45L, 52L, 45L, 45L)) {
            edits.set(Reports.SESSIONS, 2, world.today(), "sessions_count", figure);
            poll(context);
            assertThat(receiver).isEqualTo(truth());
            // Another life of the program.
            context.close();
            context = start("stateDirectory=" + directory);
        }
        assertThat(figures).containsExactly(45L, 52L, 45L, 52L, 45L);
        context.close();
    }

    @Test
    void holdsTheTruthWhenRowsGoAndComeAndAreSentAgain() throws Exception {
        try (CamelContext context = start("sendRemoved=true&stateDirectory=" + directory)) {
            poll(context);
            for (int i = 0; i < 3; i++) {
                edits.vanish(Reports.SESSIONS, 2, world.today(), row -> true);
                poll(context);
                assertThat(receiver).isEqualTo(truth());
                edits.undo(Reports.SESSIONS, 2, world.today());
                poll(context);
                assertThat(receiver).isEqualTo(truth());
            }
            int before = received;
            consumer(context).sendAgain(DayExpression.parse("-P1D"));
            poll(context);
            assertThat(received - before).isEqualTo((int) world.truth(Reports.SESSIONS).stream()
                    .filter(row -> !row.date().isBefore(world.today().minusDays(1)))
                    .count());
        }
    }

    @Test
    void holdsTheTruthWhilePollsStopAtAnotherMessage() throws Exception {
        try (CamelContext context = start("stateDirectory=" + directory + "&companies=2,12")) {
            poll(context);
            world.pass(Duration.ofDays(1));
            failing = "sessions/12/" + world.today();
            for (long figure : List.of(45L, 52L, 45L)) {
                edits.set(Reports.SESSIONS, 2, world.today().minusDays(1), "sessions_count", figure);
                poll(context);
                assertThat(receiver.get("sessions/2/" + world.today().minusDays(1)))
                        .isInstanceOfSatisfying(SessionsDay.class, row -> assertThat(row.sessionsCount())
                                .isEqualTo(figure));
            }
        }
    }

    private @Nullable String failing;

    @Test
    void isTheSameWhenAMessageComesAgainAfterACrash() throws Exception {
        Forgetful states = new Forgetful();
        Map<String, Object> first = new HashMap<>();
        Map<String, Object> second = new HashMap<>();
        try (Polled route =
                new Polled(world, "paradigm-reporting:sessions?stateKey=k&commitEvery=7&stateRepository=#states") {
                    @Override
                    void prepare(CamelContext context) {
                        context.getRegistry().bind("states", states);
                    }
                }) {
            states.freezeAfter = 5;
            route.poll();
            route.sent().forEach(sent -> first.put((String) sent.header(RECORD_KEY), sent.header(REVISION)));
        }
        states.restore();
        try (Polled route = new Polled(world, "paradigm-reporting:sessions?stateKey=k&stateRepository=#states") {
            @Override
            void prepare(CamelContext context) {
                context.getRegistry().bind("states", states);
            }
        }) {
            route.poll();
            route.sent().forEach(sent -> second.put((String) sent.header(RECORD_KEY), sent.header(REVISION)));
            assertThat(second).hasSizeBetween(1, first.size() - 1);
            assertThat(first).containsAllEntriesOf(second);
            edits.set(Reports.SESSIONS, 2, world.today(), "sessions_count", 1L);
            assertThat(route.poll().get(0).header(REVISION)).isNotEqualTo(first.get("sessions/2/" + world.today()));
        }
    }

    /** A repository that after some writes loses all others, as a process that is killed. */
    static class Forgetful extends ServiceSupport implements StateRepository<String, String> {
        private final Map<String, String> now = new ConcurrentHashMap<>();
        private final Map<String, String> frozen = new ConcurrentHashMap<>();
        private int writes;
        int freezeAfter = Integer.MAX_VALUE;

        @Override
        public void setState(String key, String value) {
            now.put(key, value);
            if (++writes <= freezeAfter) {
                frozen.put(key, value);
            }
        }

        void restore() {
            now.clear();
            now.putAll(frozen);
            freezeAfter = Integer.MAX_VALUE;
        }

        @Override
        public @Nullable String getState(String key) {
            return now.get(key);
        }
    }

    private CamelContext start(String options) throws Exception {
        CamelContext context = world.context();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).handled(false).logExhausted(false);
                from("paradigm-reporting:sessions?startScheduler=false&" + options)
                        .routeId("recipe")
                        .idempotentConsumer(simple("${header." + RECORD_KEY + "} ${header." + REVISION + "}"), seen)
                        .process(RevisionTest.this::receive);
            }
        });
        context.start();
        return context;
    }

    private void receive(Exchange exchange) {
        String key = exchange.getMessage().getHeader(RECORD_KEY, String.class);
        if (key.equals(failing)) {
            throw new IllegalStateException("out of order");
        }
        received++;
        if ("removed".equals(exchange.getMessage().getHeader(CHANGE))) {
            receiver.remove(key);
            return;
        }
        receiver.put(key, exchange.getMessage().getBody());
        if (key.equals("sessions/2/" + world.today())) {
            figures.add(exchange.getMessage().getBody(SessionsDay.class).sessionsCount());
        }
    }

    private static void poll(CamelContext context) throws Exception {
        try {
            consumer(context).poll();
        } catch (StoppedAtMessageException e) {
            // The next poll goes on.
        }
    }

    private static ParadigmReportingConsumer<?> consumer(CamelContext context) {
        return (ParadigmReportingConsumer<?>) context.getRoute("recipe").getConsumer();
    }

    private Map<String, Object> truth() {
        return Polled.keyed(Reports.SESSIONS, world.truth(Reports.SESSIONS));
    }
}
