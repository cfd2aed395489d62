package io.github.paradigmreporting.benchmarks.jdbc;

import java.util.Locale;

/**
 * One comparison: the driver, something else, and how they stand to each other.
 *
 * @param what what is compared
 * @param ours the driver's figure
 * @param peer who else
 * @param theirs the other's figure
 * @param target the greatest ratio that is wanted, 0 when none is
 * @param number the target's number in the list of targets, 0 when it has none
 */
record Line(String what, Spread ours, String peer, Spread theirs, double target, int number) {
    /** The driver's median in units of the other's. */
    double ratio() {
        return ours.median() / theirs.median();
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s |",
                what,
                ours,
                peer,
                theirs,
                ratio(ratio()),
                target == 0 ? "" : "≤ " + ratio(target) + (number == 0 ? "" : " (" + number + ")"),
                target == 0 ? "" : ratio() <= target ? "met" : "**not met**");
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 0.01 ? "%.4f" : ratio < 0.1 ? "%.3f" : "%.2f", ratio);
    }
}
