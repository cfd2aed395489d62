package io.github.paradigmreporting.jdbc.engine;

import org.jspecify.annotations.Nullable;

/** Pearson's correlation of pairs, in one pass. Public only because generated code calls it. */
public final class Correlation {
    /** What is known of the pairs so far. */
    public static final class Pairs {
        private long count;
        private double meanX;
        private double meanY;
        private double squaresX;
        private double squaresY;
        private double products;

        private Pairs() {}
    }

    /** An aggregate. */
    public Correlation() {}

    /**
     * No pairs yet.
     *
     * @return nothing
     */
    public Pairs init() {
        return new Pairs();
    }

    /**
     * Takes a pair; pairs with a null do not come here.
     *
     * @param pairs those so far
     * @param x one value
     * @param y the other
     * @return the pairs
     */
    public Pairs add(Pairs pairs, double x, double y) {
        pairs.count++;
        double fromX = x - pairs.meanX;
        double fromY = y - pairs.meanY;
        pairs.meanX += fromX / pairs.count;
        pairs.meanY += fromY / pairs.count;
        pairs.squaresX += fromX * (x - pairs.meanX);
        pairs.squaresY += fromY * (y - pairs.meanY);
        pairs.products += fromX * (y - pairs.meanY);
        return pairs;
    }

    /**
     * The correlation.
     *
     * @param pairs all of them
     * @return -1 to 1; null when one side does not vary
     */
    public @Nullable Double result(Pairs pairs) {
        double spread = Math.sqrt(pairs.squaresX) * Math.sqrt(pairs.squaresY);
        return spread == 0 ? null : pairs.products / spread;
    }
}
