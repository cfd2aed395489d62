package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What else this machine does: asked before, during and after measuring. Knows nothing where there is no {@code /proc}. */
final class Machine {
    private static final Path STAT = Path.of("/proc/stat");
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final int TICKS_PER_SECOND = 100;
    private static final double IDLE_CORES = 0.6;
    private static final long LOOK_NANOS = Duration.ofMillis(250).toNanos();

    private Machine() {}

    static String load() throws IOException {
        return Files.isReadable(LOAD) ? Files.readString(LOAD).split(" ", -1)[0] : "unknown";
    }

    static String description() {
        return Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + ", "
                + System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    /** Seconds that all processes together have computed since the machine started. */
    static double busySeconds() throws IOException {
        if (!Files.isReadable(STAT)) {
            return 0;
        }
        long[] ticks = Stream.of(Files.readString(STAT)
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .replace("cpu", "")
                        .trim()
                        .split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        // user, nice, system, then idle and waiting, then interrupts
        return (double) (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6]) / TICKS_PER_SECOND;
    }

    /** Waits until others leave most of a core free, but not much longer than so, and returns how long it was. */
    static Duration settle(Duration atMost) throws IOException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < atMost.toNanos()) {
            double before = busySeconds();
            long began = System.nanoTime();
            LockSupport.parkNanos(LOOK_NANOS);
            if ((busySeconds() - before) / ((System.nanoTime() - began) / 1e9) < IDLE_CORES) {
                break;
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
