package io.github.paradigmreporting.simulator;

/** Refuses values that make no sense, naming the switch. */
final class Checks {
    private Checks() {}

    static int atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", not " + value);
        }
        return value;
    }

    static double between(double least, double most, double value, String name) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be between " + plain(least) + " and " + plain(most) + ", not " + plain(value));
        }
        return value;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
