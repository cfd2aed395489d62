package io.github.paradigmreporting.jdbc.oracle;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random choices, and expressions over columns. */
final class Draw {
    private static final Grammar GRAMMAR = new Grammar("oracle/expressions.txt");

    /** Tables with a day and a company. */
    static final List<String> DAILY = List.of("sessions", "threads", "feedback", "documents", "tools");

    private final Random random;

    Draw(Random random) {
        this.random = random;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of several, made only when it is chosen. */
    @SafeVarargs
    final String either(Supplier<String>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    String list(int count, Supplier<String> item) {
        return Stream.generate(item).limit(count).collect(Collectors.joining(", "));
    }

    /** An expression of a kind, see the grammar's file. */
    String expression(String kind, int depth, Columns columns) {
        return GRAMMAR.next(kind, depth, random, name -> columns.one(name, random));
    }

    String truth(Columns columns) {
        return expression("truth", 1 + random.nextInt(3), columns);
    }

    String value(Columns columns) {
        return expression("any", 1 + random.nextInt(3), columns);
    }

    /** A direction for a key of ORDER BY, or none. */
    String direction() {
        return one("", "", " ASC", " DESC", " NULLS FIRST", " NULLS LAST", " DESC NULLS LAST", " DESC NULLS FIRST");
    }

    /** ORDER BY all columns, which leaves nothing open, and perhaps fewer rows. */
    String ordered(int columns, int mostRows) {
        StringBuilder order = new StringBuilder(" ORDER BY ");
        for (int i = 1; i <= columns; i++) {
            order.append(i == 1 ? "" : ", ").append(i).append(direction());
        }
        return order
                + one(
                        "",
                        "",
                        " LIMIT " + random.nextInt(mostRows),
                        " LIMIT " + random.nextInt(mostRows) + " OFFSET " + random.nextInt(5),
                        " OFFSET " + random.nextInt(5) + " ROWS FETCH NEXT " + (1 + random.nextInt(mostRows))
                                + " ROWS ONLY");
    }

    /** Perhaps an order that leaves some rows tied. */
    String partlyOrdered(int columns) {
        return one("", " ORDER BY " + (1 + random.nextInt(columns)) + direction());
    }
}
