package io.github.paradigmreporting.jdbc.lean;

import java.util.Arrays;
import java.util.function.Supplier;
import org.apache.calcite.rel.type.RelDataType;
import org.jspecify.annotations.Nullable;

/** Aggregates of pairs (y, x) of numbers, neither of them NULL: covariances, the correlation, the line that fits best. */
final class Regression implements Accumulator {
    /** What is made of the sums; by the names of the functions. */
    enum Figure {
        COVAR_POP(1),
        COVAR_SAMP(2),
        CORR(1),
        REGR_AVGX(1),
        REGR_AVGY(1),
        REGR_SXX(1),
        REGR_SYY(1),
        REGR_SXY(1),
        REGR_SLOPE(1),
        REGR_INTERCEPT(1),
        REGR_R2(1);

        /** How many pairs it takes; of fewer, it is NULL. */
        private final int pairs;

        Figure(int pairs) {
            this.pairs = pairs;
        }
    }

    private final Figure figure;
    private final int first;
    private final int second;
    private final RelDataType type;
    private long count;
    private double meanX;
    private double meanY;
    private double squaresX;
    private double squaresY;
    private double products;

    private Regression(Figure figure, int first, int second, RelDataType type) {
        this.figure = figure;
        this.first = first;
        this.second = second;
        this.type = type;
    }

    /** The aggregate of a name, or an error that it is not there. */
    static Supplier<Accumulator> of(String name, int first, int second, RelDataType type) {
        Figure figure = Arrays.stream(Figure.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnsupportedOperationException("the aggregate " + name + " is not offered"));
        return () -> new Regression(figure, first, second, type);
    }

    @Override
    public void add(@Nullable Object[] row) {
        if (row[first] instanceof Number valueY && row[second] instanceof Number valueX) {
            double x = valueX.doubleValue();
            double y = valueY.doubleValue();
            count++;
            double fromX = x - meanX;
            double fromY = y - meanY;
            meanX += fromX / count;
            meanY += fromY / count;
            squaresX += fromX * (x - meanX);
            squaresY += fromY * (y - meanY);
            products += fromX * (y - meanY);
        }
    }

    @Override
    public @Nullable Object result() {
        if (count < figure.pairs) {
            return null;
        }
        return switch (figure) {
            case COVAR_POP -> Sums.as(products / count, type);
            case COVAR_SAMP -> Sums.as(products / (count - 1), type);
            case REGR_AVGX -> Sums.as(meanX, type);
            case REGR_AVGY -> Sums.as(meanY, type);
            case REGR_SXX -> Sums.as(squaresX, type);
            case REGR_SYY -> Sums.as(squaresY, type);
            case REGR_SXY -> Sums.as(products, type);
            case CORR ->
                squaresX == 0 || squaresY == 0
                        ? null
                        : Sums.as(products / (Math.sqrt(squaresX) * Math.sqrt(squaresY)), type);
            case REGR_SLOPE -> squaresX == 0 ? null : Sums.as(products / squaresX, type);
            case REGR_INTERCEPT -> squaresX == 0 ? null : Sums.as(meanY - meanX * products / squaresX, type);
            case REGR_R2 -> {
                if (squaresX == 0) {
                    yield null;
                }
                yield Sums.as(squaresY == 0 ? 1 : products / squaresX * (products / squaresY), type);
            }
        };
    }
}
