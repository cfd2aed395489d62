package io.github.paradigmreporting.benchmarks.jdbc;

import java.util.List;
import java.util.Locale;

/**
 * The median of some samples and how far they lie apart.
 *
 * @param median the median
 * @param min the least
 * @param max the greatest
 */
record Spread(double median, double min, double max) {
    static Spread of(List<Double> samples) {
        List<Double> sorted = samples.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    @Override
    public String toString() {
        return min == max ? text(median) : text(median) + " [" + text(min) + "–" + text(max) + "]";
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    }
}
