package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes lines of what launches measured. */
final class Comparing {
    private interface Values {
        Spread of(Launch launch);
    }

    private final Values values;

    /** Of one figure that both sides tell. */
    Comparing(Rounds.Samples samples, String figure) {
        values = launch -> samples.of(launch, figure);
    }

    private Comparing(Map<String, Double> counts) {
        values = launch -> Spread.of(List.of(counts.getOrDefault(launch.name(), Double.NaN)));
    }

    /** Of the number of classes that launches load, counted here. */
    static Comparing classes(List<Launch> launches) throws IOException, InterruptedException {
        Map<String, Double> counts = new HashMap<>();
        for (Launch launch : launches) {
            counts.put(launch.name(), (double) launch.classes());
        }
        return new Comparing(counts);
    }

    /** A line; target and number are 0 when there is none. */
    Line line(String what, Launch ours, Launch peer, double target, int number) {
        return new Line(what, values.of(ours), peer.name(), values.of(peer), target, number);
    }
}
