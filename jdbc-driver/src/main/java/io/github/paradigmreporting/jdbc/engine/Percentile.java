package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a group, to take a percentile of. Public only because generated code calls it. */
public abstract class Percentile {
    /** What is collected. */
    public static final class Values {
        private final List<Double> all = new ArrayList<>();
        private double share;

        private Values() {}
    }

    /** A percentile that is collected by generated code. */
    protected Percentile() {}

    /**
     * Nothing yet.
     *
     * @return no values
     */
    public Values init() {
        return new Values();
    }

    /**
     * Takes a value; nulls do not come here.
     *
     * @param values those so far
     * @param value one more
     * @param share which percentile, 0 to 1
     * @return the values
     */
    public Values add(Values values, double value, double share) {
        values.all.add(value);
        values.share = share;
        return values;
    }

    /**
     * The percentile.
     *
     * @param values all values
     * @return null when there are none
     */
    public @Nullable Double result(Values values) {
        if (values.all.isEmpty()) {
            return null;
        }
        if (!(values.share >= 0 && values.share <= 1)) {
            throw new ArithmeticException("a percentile must be from 0 to 1, not " + values.share);
        }
        Collections.sort(values.all);
        return of(values.all, values.share);
    }

    abstract double of(List<Double> sorted, double share);

    /** A value between the two nearest, as PERCENTILE_CONT and MEDIAN want it. */
    public static final class Continuous extends Percentile {
        /** An aggregate. */
        public Continuous() {}

        @Override
        double of(List<Double> sorted, double share) {
            double at = share * (sorted.size() - 1);
            int below = (int) Math.floor(at);
            double low = sorted.get(below);
            double high = sorted.get((int) Math.ceil(at));
            return low + (at - below) * (high - low);
        }
    }

    /** One of the values, as PERCENTILE_DISC wants it. */
    public static final class Discrete extends Percentile {
        /** An aggregate. */
        public Discrete() {}

        @Override
        double of(List<Double> sorted, double share) {
            return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
        }
    }
}
