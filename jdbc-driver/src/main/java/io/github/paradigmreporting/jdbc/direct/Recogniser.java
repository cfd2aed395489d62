package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.dialect.KeyWords;
import io.github.paradigmreporting.jdbc.direct.Condition.All;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import io.github.paradigmreporting.jdbc.table.SystemTables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads one statement: {@code SELECT … [FROM … [WHERE …]] [ORDER BY …] [LIMIT …]}. For one thread. */
final class Recogniser {
    /** One column as it is written before the table is known. */
    private record Written(
            List<String> path,
            boolean star,
            @Nullable Operand value,
            boolean counts,
            @Nullable String alias,
            String name) {}

    /** Name of a column that has none, as in PostgreSQL. */
    private static final String NAMELESS = "?column?";

    private final Words words;
    private final Operands operands;
    private final BiFunction<@Nullable String, String, @Nullable SqlTable> tables;

    /** A reader; tables gives the table of a schema, null for none said, and a name. */
    Recogniser(Words words, BiFunction<@Nullable String, String, @Nullable SqlTable> tables) {
        this.words = words;
        this.operands = new Operands(words);
        this.tables = tables;
    }

    Select statement() {
        words.expect("SELECT");
        long top = Long.MAX_VALUE;
        if (words.is("TOP") && words.kind(1) == Words.Kind.NUMBER) {
            words.expect("TOP");
            top = words.number();
        }
        List<Written> written = new ArrayList<>();
        do {
            written.add(item());
        } while (words.take(","));
        Source source = words.take("FROM") ? source() : null;
        Condition condition = new All(List.of());
        if (source != null && words.take("WHERE")) {
            condition = new Conditions(words, operands, source, () -> column(source)).where();
        }
        List<Item> items = items(written, source);
        boolean counts = counts(written);
        List<Order> order = List.of();
        if (words.take("ORDER")) {
            words.expect("BY");
            order = new Ordering(words, source, items, () -> words.take(anyName())).keys();
        }
        Limits limits = Limits.read(words, top);
        if (words.kind() != Words.Kind.END
                || (counts && (written.size() > 1 || source == null || !order.isEmpty()))
                || (source == null && (!order.isEmpty() || top != Long.MAX_VALUE))) {
            throw new Declined();
        }
        return new Select(
                source == null ? null : source.table(),
                items,
                counts,
                condition,
                order,
                limits.offset(),
                limits.most(),
                List.copyOf(operands.parameters()));
    }

    private static boolean counts(List<Written> written) {
        for (Written one : written) {
            if (one.counts) {
                return true;
            }
        }
        return false;
    }

    private Words.Kind anyName() {
        return words.kind() == Words.Kind.NAME ? Words.Kind.NAME : Words.Kind.WORD;
    }

    private Written item() {
        if (words.take("*")) {
            return new Written(List.of(), true, null, false, null, "");
        }
        if (words.is("COUNT") && words.is(1, "(")) {
            words.expect("COUNT");
            words.expect("(");
            words.expect("*");
            words.expect(")");
            return new Written(List.of(), false, null, true, alias(), "count");
        }
        if (words.kind() == Words.Kind.TEXT) {
            return new Written(List.of(), false, new Operand.Constant(operands.plainText()), false, alias(), NAMELESS);
        }
        if (words.is("-") || words.kind() == Words.Kind.NUMBER) {
            long number = operands.number();
            if (number != (int) number) {
                throw new Declined();
            }
            return new Written(List.of(), false, new Operand.Constant((int) number), false, alias(), NAMELESS);
        }
        if (words.is("CURRENT_DATE")) {
            words.expect("CURRENT_DATE");
            return new Written(List.of(), false, new Operand.Today(0, 0), false, alias(), "current_date");
        }
        List<String> path = new ArrayList<>();
        path.add(name());
        while (words.take(".")) {
            if (words.take("*")) {
                return new Written(path, true, null, false, null, "");
            }
            path.add(words.take(anyName()));
        }
        if (words.is("(")) {
            throw new Declined();
        }
        return new Written(path, false, null, false, alias(), "");
    }

    /** A name where a reserved word would be one. */
    private String name() {
        boolean quoted = words.kind() == Words.Kind.NAME;
        String name = words.take(anyName());
        if (!quoted && !name.equalsIgnoreCase("DATE") && KeyWords.isReserved(name)) {
            throw new Declined();
        }
        return name;
    }

    private @Nullable String alias() {
        boolean as = words.take("AS");
        if (!as && !words.isName()) {
            return null;
        }
        boolean quoted = words.kind() == Words.Kind.NAME;
        if (!as
                && !quoted
                && (words.is("FROM")
                        || words.is("WHERE")
                        || words.is("ORDER")
                        || words.is("LIMIT")
                        || words.is("OFFSET")
                        || words.is("FETCH"))) {
            return null;
        }
        String name = words.take(anyName());
        if (!as && !quoted && KeyWords.isReserved(name)) {
            throw new Declined();
        }
        return name;
    }

    private Source source() {
        boolean system = words.is(SystemTables.SYSTEM) && words.is(1, ".");
        String first = system ? words.take(Words.Kind.WORD) : name();
        String second = words.take(".") ? words.take(anyName()) : null;
        SqlTable table = second == null ? tables.apply(null, first) : tables.apply(first, second);
        if (table == null || words.is(".")) {
            throw new Declined();
        }
        return new Source(table, second == null ? SqlTables.SCHEMA : first, alias());
    }

    /** Number of the column whose name follows. */
    private int column(Source source) {
        List<String> path = new ArrayList<>();
        path.add(name());
        while (words.take(".")) {
            path.add(words.take(anyName()));
        }
        return column(source, path);
    }

    private static int column(Source source, List<String> path) {
        source.check(path.subList(0, path.size() - 1));
        return source.column(path.get(path.size() - 1));
    }

    private static List<Item> items(List<Written> written, @Nullable Source source) {
        List<Item> items = new ArrayList<>();
        for (Written one : written) {
            if (one.star) {
                star(one, source, items);
            } else {
                items.add(item(one, source));
            }
        }
        return List.copyOf(items);
    }

    private static void star(Written one, @Nullable Source source, List<Item> items) {
        if (source == null) {
            throw new Declined();
        }
        source.check(one.path);
        for (int i = 0; i < source.table().columns().size(); i++) {
            items.add(Item.column(Described.column(source.at(i).name(), source, i), i));
        }
    }

    private static Item item(Written one, @Nullable Source source) {
        String label = one.alias != null ? one.alias : one.name;
        if (one.counts) {
            return new Item(Described.count(label), -1, null);
        }
        Operand value = one.value;
        if (value instanceof Operand.Constant constant) {
            boolean text = constant.value() instanceof String;
            return new Item(
                    text ? Described.text(label, ((String) constant.value()).length()) : Described.integer(label),
                    -1,
                    value);
        }
        if (value != null) {
            return new Item(Described.day(label), -1, value);
        }
        if (source == null) {
            throw new Declined();
        }
        int column = column(source, one.path);
        String name = one.alias != null ? one.alias : one.path.get(one.path.size() - 1);
        return Item.column(Described.column(name, source, column), column);
    }
}
