package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Launches that take turns, so that what else the machine does meets all of them alike. Before a launch it waits
 * for a free core, as long as its patience lasts; a sample during which other processes used more than half a core counts only when there are too few
 * others.
 *
 * @param count rounds
 * @param patient whether to wait for a free core
 */
record Rounds(int count, boolean patient) {
    /** Of all launches together: a machine that stays busy is not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final double DISTURBING_CORES = 0.5;
    private static final int ENOUGH = 3;

    private record Sample(Map<String, Double> figures, boolean disturbed) {}

    /** What the launches measured. */
    static final class Samples {
        private final Map<String, List<Sample>> byLaunch = new LinkedHashMap<>();

        Spread of(Launch launch, String figure) {
            List<Sample> all = byLaunch.get(launch.name());
            if (all == null) {
                throw new IllegalArgumentException("not launched: " + launch.name());
            }
            List<Sample> clean =
                    all.stream().filter(sample -> !sample.disturbed).toList();
            return Spread.of((clean.size() < ENOUGH ? all : clean)
                    .stream().map(sample -> value(launch, sample, figure)).toList());
        }

        private static double value(Launch launch, Sample sample, String figure) {
            Double value = sample.figures.get(figure);
            if (value == null) {
                throw new IllegalStateException(launch.name() + " told no " + figure + ", only " + sample.figures);
            }
            return value;
        }

        String disturbed() {
            List<Sample> all = byLaunch.values().stream().flatMap(List::stream).toList();
            return all.stream().filter(Sample::disturbed).count() + " of " + all.size()
                    + " launches beside other processes";
        }
    }

    Samples run(List<Launch> launches) throws IOException, InterruptedException {
        Samples samples = new Samples();
        Duration patience = patient ? PATIENCE : Duration.ZERO;
        for (int round = 0; round < count; round++) {
            for (Launch launch : launches) {
                patience = patience.minus(Machine.settle(patience));
                samples.byLaunch
                        .computeIfAbsent(launch.name(), any -> new ArrayList<>())
                        .add(sample(launch));
            }
        }
        return samples;
    }

    private Sample sample(Launch launch) throws IOException, InterruptedException {
        double busy = Machine.busySeconds() - Figures.cpuMillis() / 1e3;
        long began = System.nanoTime();
        Map<String, Double> figures = launch.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        double others = Machine.busySeconds()
                - Figures.cpuMillis() / 1e3
                - busy
                - figures.getOrDefault(Measured.PROCESS_CPU, 0.0) / 1e3;
        return new Sample(figures, others / seconds > DISTURBING_CORES);
    }
}
