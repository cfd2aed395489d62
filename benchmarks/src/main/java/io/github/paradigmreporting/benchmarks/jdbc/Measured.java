package io.github.paradigmreporting.benchmarks.jdbc;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** How the measuring JVMs measure what they do again and again. */
final class Measured {
    /** Processor time of the whole JVM. */
    static final String PROCESS_CPU = "process-cpu-ms";

    /** After the name of a figure: processor time of the whole JVM per repetition, which other processes hardly change. */
    static final String CPU = "-cpu";

    private static final double NANOS_PER_MILLI = 1e6;

    private Measured() {}

    /** One thing to measure. */
    interface Task {
        /** Does it for the n-th time and returns something that depends on all it did. */
        long run(int n) throws Exception;
    }

    /**
     * Repeats a task and prints the median in ms, and the mean processor time of all threads.
     *
     * @param name of the figure
     * @param warmUps repetitions that do not count
     * @param repetitions repetitions that count
     * @param task the task
     */
    static void median(String name, int warmUps, int repetitions, Task task) throws Exception {
        long sum = 0;
        for (int n = 0; n < warmUps; n++) {
            sum += task.run(n);
        }
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double[] millis = new double[repetitions];
        long cpu = system.getProcessCpuTime();
        for (int n = 0; n < repetitions; n++) {
            long began = System.nanoTime();
            sum += task.run(warmUps + n);
            millis[n] = (System.nanoTime() - began) / NANOS_PER_MILLI;
        }
        cpu = system.getProcessCpuTime() - cpu;
        if (sum == 0) {
            throw new IllegalStateException(name + " read nothing");
        }
        Arrays.sort(millis);
        Figures.print(name, millis[repetitions / 2]);
        Figures.print(name + CPU, cpu / NANOS_PER_MILLI / repetitions);
    }

    static double millis(long fromNanos, long toNanos) {
        return (toNanos - fromNanos) / NANOS_PER_MILLI;
    }

    /** The last figure of a measuring JVM. */
    static void done() throws IOException {
        Figures.print(PROCESS_CPU, Figures.cpuMillis());
    }
}
