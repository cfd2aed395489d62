package io.github.paradigmreporting.simulator;

/** How a day's usage builds up from midnight to midnight: hardly any at night, a dip at noon. Piecewise linear. */
final class DayCurve {
    private static final int HOUR = 3600;
    private static final int[] SECONDS = {0, 6 * HOUR, 8 * HOUR, 12 * HOUR, 13 * HOUR + 1800, 18 * HOUR, 21 * HOUR};
    private static final double[] SHARES = {0, 0.01, 0.06, 0.48, 0.55, 0.94, 0.99};
    private static final int END = 24 * HOUR;

    private DayCurve() {}

    /** The share of the day's usage that has happened by a second of the day: 0 at midnight, never falling. */
    static double shareAt(int secondOfDay) {
        int i = SECONDS.length - 1;
        while (SECONDS[i] > secondOfDay) {
            i--;
        }
        double along = (secondOfDay - SECONDS[i]) / (double) (second(i + 1) - SECONDS[i]);
        return SHARES[i] + along * (share(i + 1) - SHARES[i]);
    }

    /** The second of the day by which a share of the day's usage has happened: the inverse of {@link #shareAt}. */
    static int secondAt(double share) {
        double wanted = Math.min(1, Math.max(0, share));
        int i = SHARES.length - 1;
        while (SHARES[i] > wanted) {
            i--;
        }
        double along = (wanted - SHARES[i]) / (share(i + 1) - SHARES[i]);
        return (int) Math.min(END - 1, SECONDS[i] + along * (second(i + 1) - SECONDS[i]));
    }

    private static int second(int i) {
        return i < SECONDS.length ? SECONDS[i] : END;
    }

    private static double share(int i) {
        return i < SHARES.length ? SHARES[i] : 1;
    }
}
