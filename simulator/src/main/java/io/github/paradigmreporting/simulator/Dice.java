package io.github.paradigmreporting.simulator;

/**
 * Seeded dice without memory: the same question gets the same answer, in any order, on any machine. That is what lets
 * the simulator make up any day of any company without storing history. Immutable.
 */
final class Dice {
    private final long seed;

    Dice(long seed) {
        this.seed = mix(seed);
    }

    /** Other dice, for one subject: a company, a day, a document. */
    Dice about(long subject) {
        return new Dice(seed ^ mix(subject + 0x9E3779B97F4A7C15L));
    }

    /** 64 even bits for a question. */
    long bits(long question) {
        return mix(seed + 0x9E3779B97F4A7C15L * (question + 1));
    }

    /** A number from 0 (included) to 1 (excluded). */
    double unit(long question) {
        return (bits(question) >>> 11) * 0x1.0p-53;
    }

    /** A number from 0 (included) to the bound (excluded). */
    int below(int bound, long question) {
        return (int) (unit(question) * bound);
    }

    /** A factor near 1, at most {@code spread} away from it, more often close than far. */
    double around(double spread, long question) {
        return 1 + spread * (unit(question) + unit(question + 7919) - 1);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
