package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.dialect.KeyWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the keys of ORDER BY: columns of the answer by number or name, and columns of the table. */
final class Ordering {
    private final Words words;
    private final @Nullable Source source;
    private final List<Item> items;
    private final Supplier<String> names;

    Ordering(Words words, @Nullable Source source, List<Item> items, Supplier<String> names) {
        this.words = words;
        this.source = source;
        this.items = items;
        this.names = names;
    }

    List<Order> keys() {
        List<Order> keys = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        do {
            int column = column();
            boolean descending = words.take("DESC");
            if (!descending) {
                words.take("ASC");
            }
            boolean nullsFirst = descending;
            if (words.take("NULLS")) {
                nullsFirst = words.take("FIRST");
                if (!nullsFirst) {
                    words.expect("LAST");
                }
            }
            // The first order of a column counts.
            if (seen.add(column)) {
                keys.add(new Order(column, descending, nullsFirst));
            }
        } while (words.take(","));
        return List.copyOf(keys);
    }

    private int column() {
        Source table = source;
        if (table == null) {
            throw new Declined();
        }
        if (words.kind() == Words.Kind.NUMBER) {
            long number = words.number();
            if (number < 1 || number > items.size()) {
                throw new Declined();
            }
            return ofTable(items.get((int) number - 1));
        }
        boolean quoted = words.kind() == Words.Kind.NAME;
        List<String> path = new ArrayList<>();
        path.add(names.get());
        if (!quoted && !words.is(".") && !path.get(0).equalsIgnoreCase("DATE") && KeyWords.isReserved(path.get(0))) {
            throw new Declined();
        }
        while (words.take(".")) {
            path.add(names.get());
        }
        if (path.size() == 1) {
            return named(path.get(0), table);
        }
        table.check(path.subList(0, path.size() - 1));
        return table.column(path.get(path.size() - 1));
    }

    /** A name of the answer goes before one of the table; where they mean different columns, nobody is to guess. */
    private int named(String name, Source table) {
        int found = -1;
        for (Item item : items) {
            if (item.described().label().equalsIgnoreCase(name)) {
                int column = ofTable(item);
                if (found >= 0) {
                    throw new Declined();
                }
                found = column;
            }
        }
        if (found >= 0 && table.has(name) && table.column(name) != found) {
            throw new Declined();
        }
        return found >= 0 ? found : table.column(name);
    }

    private static int ofTable(Item item) {
        if (item.column() < 0) {
            throw new Declined();
        }
        return item.column();
    }
}
