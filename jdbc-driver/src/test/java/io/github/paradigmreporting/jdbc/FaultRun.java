package io.github.paradigmreporting.jdbc;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Random queries of an instance in trouble, by several threads, each with and without a day store, each answer compared with
 * H2's. An answer is right or an error with a SQLState that such trouble may have; anything else, a statement that does not
 * end, and threads, descriptors or memory that stay behind are failures.
 *
 * <p>As a program: {@code FaultRun 60m 20261122}, duration and seed; ends with 1 after a failure.
 */
final class FaultRun implements AutoCloseable {
    /** What {@code docs/errors.md} says of the troubles of {@link FaultyInstance}, timeouts and cancels. */
    private static final Set<String> STATES =
            Set.of("08001", "0A000", "22023", "28000", "42501", "53400", "57014", "58030", "HYT00");

    /** Longer than any {@code totalTimeout} here, by far. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(90);

    /** What caches of plans, programs and classes may still grow by after the first while, whatever the number of statements. */
    private static final long MOST_MORE_BYTES = 24L << 20;

    /** Between two statements of a thread, for the sake of others on the machine. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final long seed;
    private final boolean patient;
    private final FaultyInstance instance;
    private final Connection firstTruth;
    private final Path directory;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private String traces = "";

    /**
     * A run.
     *
     * @param patient whether there are waits, timeouts and cancels, too, so that no two runs are the same
     */
    FaultRun(long seed, boolean patient, Path directory) throws SQLException {
        this.seed = seed;
        this.patient = patient;
        this.directory = directory;
        this.instance = new FaultyInstance(seed, patient);
        this.firstTruth = H2Truth.connect("truth" + seed);
        H2Truth.load(firstTruth, instance.simulator());
    }

    /** Asks until the number of queries or the time is reached. */
    void run(int threads, int queries, Duration duration, Duration pause) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        List<Asker> askers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Asker asker = new Asker(seed + i, queries, end, pause);
            asker.setDaemon(true);
            asker.start();
            askers.add(asker);
        }
        for (Asker asker : askers) {
            while (asker.isAlive()) {
                asker.join(1_000);
                askers.forEach(this::checkForHang);
                if (askers.stream().anyMatch(one -> one.hangs)) {
                    return;
                }
            }
        }
    }

    /** The same for long, and what is left of it: the first tenth fills caches, and what they hold is no leak. */
    void runForLong(Duration duration) throws InterruptedException {
        run(4, Integer.MAX_VALUE, duration.dividedBy(10), PAUSE);
        Traces first = traces();
        run(4, Integer.MAX_VALUE, duration.minus(duration.dividedBy(10)), PAUSE);
        Traces last = traces();
        // Threads and connections that are no longer used end by themselves, within a minute.
        for (int i = 0; i < 60 && last.exceeds(first); i++) {
            TimeUnit.SECONDS.sleep(1);
            last = traces();
        }
        traces = "before " + first + ", after " + last;
        if (last.exceeds(first)) {
            fail("more is left than was before: " + traces + "; "
                    + Thread.getAllStackTraces().keySet());
        }
    }

    private Traces traces() {
        instance.simulator().journal().clear();
        return Traces.now();
    }

    /** What a process holds while no statement runs. */
    private record Traces(int threads, long descriptors, long bytes) {
        static Traces now() {
            System.gc();
            long descriptors = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                    ? system.getOpenFileDescriptorCount()
                    : 0;
            Runtime runtime = Runtime.getRuntime();
            return new Traces(
                    Thread.getAllStackTraces().size(), descriptors, runtime.totalMemory() - runtime.freeMemory());
        }

        /** As many connections and threads as four askers have at once may be busy or not. */
        boolean exceeds(Traces earlier) {
            return threads > earlier.threads + 8
                    || descriptors > earlier.descriptors + 16
                    || bytes > earlier.bytes + MOST_MORE_BYTES;
        }
    }

    private void checkForHang(Asker asker) {
        long since = asker.since.get();
        if (since != 0 && System.nanoTime() - since > LONGEST_STATEMENT.toNanos() && !asker.hangs) {
            asker.hangs = true;
            StringBuilder where = new StringBuilder("a statement hangs: " + asker.sql);
            for (StackTraceElement frame : asker.getStackTrace()) {
                where.append("\n    at ").append(frame);
            }
            fail(where.toString());
        }
    }

    private synchronized void fail(String what) {
        failures.add(what);
        System.err.println(what);
    }

    private synchronized void count(String outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** How often which outcome came: {@code right}, {@code left} (closed before its end), or a SQLState. */
    synchronized Map<String, Long> outcomes() {
        return new TreeMap<>(outcomes);
    }

    synchronized String report() {
        return "outcomes " + outcomes + "; " + instance.report() + "; " + traces + "; " + failures.size() + " failures";
    }

    @Override
    public void close() throws SQLException {
        instance.close();
        firstTruth.close();
    }

    /** One who asks, on connections of his own. */
    private final class Asker extends Thread {
        private final Random random;
        private final RandomQueries texts;
        private final int queries;
        private final long end;
        private final Duration pause;
        private final AtomicLong since = new AtomicLong();
        private volatile String sql = "";
        private volatile boolean hangs;

        Asker(long seed, int queries, long end, Duration pause) {
            super("asker-" + seed);
            this.random = new Random(seed);
            this.texts = new RandomQueries(seed);
            this.queries = queries;
            this.end = end;
            this.pause = pause;
        }

        @Override
        public void run() {
            int done = 0;
            try (Connection truth = H2Truth.connect("truth" + seed)) {
                while (done < queries && System.nanoTime() < end) {
                    try (Connection stored = storing();
                            Connection bare = bare()) {
                        for (int i = random.nextInt(20); i >= 0 && done < queries && System.nanoTime() < end; i--) {
                            sql = texts.next();
                            List<String> expected = H2Truth.text(SqlFixture.query(truth, sql));
                            ask(stored, expected);
                            ask(bare, expected);
                            done++;
                            LockSupport.parkNanos(pause.toNanos());
                        }
                    }
                }
            } catch (SQLException | RuntimeException | Error e) {
                fail("an asker ended with " + e + " after " + sql);
            }
        }

        /** The settings of the day store hold for all with the same key from now on. */
        private Connection storing() throws SQLException {
            List<String> settings = new ArrayList<>(
                    List.of("password", one(FaultyInstance.KEYS), "storeSize", one(List.of("0", "100KiB", "64MiB"))));
            if (random.nextBoolean()) {
                settings.addAll(List.of("storeDirectory", directory.toString(), "storeDirectorySize", "200KiB"));
            }
            return connect(settings);
        }

        private Connection bare() throws SQLException {
            return connect(new ArrayList<>(List.of("password", FaultyInstance.BARE_KEY, "storeSize", "0")));
        }

        private String one(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /** With other settings by chance. */
        private Connection connect(List<String> settings) throws SQLException {
            settings.addAll(List.of(
                    "windowDays",
                    one(List.of("5", "14", "31")),
                    "attempts",
                    one(List.of("1", "2", "4")),
                    "maxConcurrentRequests",
                    patient ? "4" : "1",
                    "requestsPerMinute",
                    "100000",
                    "answerTimeout",
                    patient ? "2s" : "60s",
                    "totalTimeout",
                    patient ? "6s" : "60s"));
            return SqlFixture.connect(instance.simulator(), settings.toArray(String[]::new));
        }

        private void ask(Connection connection, List<String> expected) throws SQLException {
            since.set(System.nanoTime());
            CompletableFuture<Void> canceller = CompletableFuture.completedFuture(null);
            try (Statement statement = connection.createStatement()) {
                int how = patient ? random.nextInt(20) : 20;
                if (how == 0) {
                    statement.setQueryTimeout(1);
                } else if (how == 1) {
                    int millis = random.nextInt(100);
                    canceller = CompletableFuture.runAsync(
                            () -> cancel(statement), CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
                }
                answer(statement, how == 2, expected);
            } catch (SQLException e) {
                count(e.getSQLState());
                if (!STATES.contains(String.valueOf(e.getSQLState()))
                        || String.valueOf(e.getMessage()).isBlank()) {
                    fail("SQLState " + e.getSQLState() + " of " + e + "\n  " + sql);
                }
            } finally {
                since.set(0);
            }
            canceller.join();
        }

        private void answer(Statement statement, boolean leaves, List<String> expected) throws SQLException {
            try (ResultSet rows = statement.executeQuery(sql)) {
                if (leaves) {
                    rows.next();
                    count("left");
                    return;
                }
                List<List<@Nullable Object>> all = SqlFixture.rows(rows);
                List<String> answer = H2Truth.text(all);
                if (answer.equals(expected)) {
                    count("right");
                } else {
                    count("WRONG");
                    fail("a wrong answer: " + sql + "\n  expected " + expected + "\n  came     " + answer);
                }
            }
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It was closed before.
        }
    }

    public static void main(String[] args) throws Exception {
        String text = args[0];
        Duration duration = Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
        long seed = Long.parseLong(args[1]);
        Path directory = Files.createTempDirectory("faults");
        try (FaultRun run = new FaultRun(seed, true, directory)) {
            long start = System.nanoTime();
            run.runForLong(duration);
            System.out.println(
                    Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s, seed " + seed + ": " + run.report());
            System.exit(run.failures().isEmpty() && run.outcomes().containsKey("right") ? 0 : 1);
        }
    }
}
