package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.dialect.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlNumericLiteral;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWindow;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlQuantifyOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/**
 * Forms of PostgreSQL's that the parser takes and Calcite does not know: {@code DISTINCT ON}, {@code = ANY (array)}, FILTER
 * of a window function, {@code FETCH … WITH TIES}, {@code MODE() WITHIN GROUP}, {@code generate_series} as a table, and ROLLUP of repeated columns. Of a statement whose columns have
 * names.
 */
final class PostgresForms extends SqlShuttle {
    private static final int WINDOW_PARTITION = 2;
    private static final int WINDOW_ORDER = 3;

    /** PostgreSQL takes no more. */
    private static final int MOST_CUBED = 12;

    private PostgresForms() {}

    static SqlNode rewritten(SqlNode parsed) {
        return Objects.requireNonNull(parsed.accept(new PostgresForms()));
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        if (call instanceof SqlOrderBy ordered && isWithTies(ordered)) {
            return visit(withTies(ordered));
        }
        if (call instanceof SqlOrderBy ordered && ordered.query instanceof SqlSelect select) {
            distinctOn(select, ordered.orderList);
            SqlNodeList items = select.getSelectList();
            boolean windows = items.stream().anyMatch(PostgresForms::hasWindow);
            if (select.isDistinct() && windows && items.stream().noneMatch(PostgresForms::isStar)) {
                return visit(sorted(ordered, select));
            }
        } else if (call instanceof SqlSelect select) {
            distinctOn(select, SqlNodeList.EMPTY);
        }
        SqlNode visited = super.visit(call);
        if (!(visited instanceof SqlCall seen)) {
            return visited;
        }
        SqlParserPos at = seen.getParserPosition();
        if (seen.getOperator() instanceof SqlQuantifyOperator) {
            return anyOf(seen, at);
        }
        return switch (seen.getKind()) {
            case OVER -> filtered(seen, at);
            case WITHIN_GROUP -> mode(seen, at);
            case CAST -> array(seen, at);
            case ROLLUP, CUBE -> sets(seen, at);
            case AS -> {
                SqlNode series = series(seen.operand(0));
                yield series == null ? seen : table(series, seen.getOperandList(), at);
            }
            case SELECT -> {
                SqlSelect select = (SqlSelect) seen;
                differ(select.getWindowList());
                SqlNode series = series(select.getFrom());
                if (series != null) {
                    select.setFrom(table(series, List.of(series, new SqlIdentifier("generate_series", at)), at));
                }
                yield seen;
            }
            default -> seen;
        };
    }

    // DISTINCT ON

    /** Keeps of the rows that are equal in some columns the first in the order of the answer. */
    private static void distinctOn(SqlSelect select, SqlNodeList order) {
        if (!isDistinctOn(select)) {
            return;
        }
        SqlNodeList items = select.getSelectList();
        SqlCall on = (SqlCall) items.get(0);
        SqlNodeList columns = new SqlNodeList(items.subList(1, items.size()), items.getParserPosition());
        select.setSelectList(columns);
        SqlCall first = (SqlCall) template("ROW_NUMBER() OVER (PARTITION BY 1) = 1", Map.of());
        SqlWindow window = ((SqlCall) first.operand(0)).operand(1);
        window.setOperand(WINDOW_PARTITION, keys(on.getOperandList(), columns));
        window.setOperand(WINDOW_ORDER, keys(order, columns));
        SqlNode qualify = select.getQualify();
        select.setQualify(
                qualify == null ? first : SqlStdOperatorTable.AND.createCall(SqlParserPos.ZERO, qualify, first));
    }

    private static boolean isDistinctOn(SqlSelect select) {
        SqlNodeList items = select.getSelectList();
        return !items.isEmpty()
                && items.get(0) instanceof SqlCall on
                && on.getOperator().getName().equals(SqlText.DISTINCT_ON);
    }

    // FETCH FIRST … WITH TIES

    private static boolean isWithTies(SqlOrderBy ordered) {
        return !ordered.orderList.isEmpty()
                && ordered.orderList.get(ordered.orderList.size() - 1) instanceof SqlCharStringLiteral mark
                && SqlText.TIES.equals(mark.getValueAs(String.class));
    }

    /** The first rows in an order, and those that are equal to the last of them in it: all whose rank is small enough. */
    private static SqlOrderBy withTies(SqlOrderBy ordered) {
        SqlParserPos at = ordered.getParserPosition();
        if (!(ordered.query instanceof SqlSelect select)
                || select.isDistinct()
                || isDistinctOn(select)
                || select.getQualify() != null) {
            throw new UnsupportedOperationException("WITH TIES is offered for a SELECT without DISTINCT, UNION and"
                    + " QUALIFY; write SELECT * FROM (…) AS t ORDER BY … FETCH FIRST … ROWS WITH TIES");
        }
        SqlNodeList order =
                new SqlNodeList(ordered.orderList.subList(0, ordered.orderList.size() - 1), SqlParserPos.ZERO);
        SqlNode fetch = DialectFunctions.cast(Objects.requireNonNull(ordered.fetch), SqlTypeName.BIGINT, at);
        SqlNode last = ordered.offset == null
                ? fetch
                : SqlStdOperatorTable.PLUS.createCall(
                        at, fetch, DialectFunctions.cast(copy(ordered.offset), SqlTypeName.BIGINT, at));
        SqlCall test = (SqlCall) template("RANK() OVER (ORDER BY 1) <= \"$last\"", Map.of("$last", last));
        SqlWindow window = ((SqlCall) test.operand(0)).operand(1);
        window.setOperand(WINDOW_ORDER, keys(order, select.getSelectList()));
        select.setQualify(test);
        return new SqlOrderBy(at, select, order, ordered.offset, null);
    }

    private static SqlNodeList keys(List<? extends SqlNode> keys, SqlNodeList columns) {
        SqlNodeList meant = new SqlNodeList(SqlParserPos.ZERO);
        keys.forEach(key -> meant.add(meant(key, columns)));
        return meant;
    }

    /** What a key means where no columns of the answer are known: one of them by name or number, or an expression. */
    private static SqlNode meant(SqlNode key, SqlNodeList columns) {
        if (key instanceof SqlCall call
                && (call.getKind() == SqlKind.DESCENDING
                        || call.getKind() == SqlKind.NULLS_FIRST
                        || call.getKind() == SqlKind.NULLS_LAST)) {
            return call.getOperator().createCall(call.getParserPosition(), meant(call.operand(0), columns));
        }
        if (key instanceof SqlNumericLiteral number && number.isInteger()) {
            int index = number.intValue(false) - 1;
            if (columns.stream().anyMatch(PostgresForms::isStar)) {
                throw new UnsupportedOperationException(
                        "beside *, a number is no key of DISTINCT ON or WITH TIES; write the column's name");
            }
            return index < 0 || index >= columns.size() ? key : copy(expression(columns.get(index)));
        }
        if (key instanceof SqlIdentifier id && id.isSimple()) {
            for (SqlNode column : columns) {
                if (name(column).equalsIgnoreCase(id.getSimple())) {
                    return copy(expression(column));
                }
            }
        }
        return copy(key);
    }

    private static boolean isStar(SqlNode column) {
        return column instanceof SqlIdentifier id && id.isStar();
    }

    /** DISTINCT rows with window functions, sorted outside: in one query, Calcite wants what the windows are over to be a column. */
    private static SqlOrderBy sorted(SqlOrderBy ordered, SqlSelect distinct) {
        SqlParserPos at = ordered.getParserPosition();
        SqlNodeList columns = distinct.getSelectList();
        SqlSelect sorted = (SqlSelect) template("(SELECT * FROM \"$rows\" AS \"$\")", Map.of("$rows", distinct));
        SqlNodeList names = new SqlNodeList(at);
        columns.forEach(column -> names.add(new SqlIdentifier(name(column), column.getParserPosition())));
        sorted.setSelectList(names);
        SqlNodeList keys = new SqlNodeList(at);
        ordered.orderList.forEach(key -> keys.add(numbered(key, columns)));
        return new SqlOrderBy(at, sorted, keys, ordered.offset, ordered.fetch);
    }

    /** A key by the number of the column that it is equal to. */
    private static SqlNode numbered(SqlNode key, SqlNodeList columns) {
        switch (key.getKind()) {
            case DESCENDING, NULLS_FIRST, NULLS_LAST -> {
                SqlCall call = (SqlCall) key;
                return call.getOperator().createCall(key.getParserPosition(), numbered(call.operand(0), columns));
            }
            default -> {
                for (int i = 0; i < columns.size(); i++) {
                    if (expression(columns.get(i)).equalsDeep(key, Litmus.IGNORE)) {
                        return DialectFunctions.number(i + 1L, key.getParserPosition());
                    }
                }
                return key;
            }
        }
    }

    /** Whether a window function is in an expression, not in a sub-query of it. */
    private static boolean hasWindow(SqlNode expression) {
        boolean[] found = new boolean[1];
        expression.accept(new SqlBasicVisitor<Void>() {
            @Override
            public @Nullable Void visit(SqlCall call) {
                found[0] |= call.getKind() == SqlKind.OVER;
                return found[0] || call.isA(SqlKind.QUERY) ? null : super.visit(call);
            }
        });
        return found[0];
    }

    private static SqlNode expression(SqlNode column) {
        return column.getKind() == SqlKind.AS ? ((SqlCall) column).operand(0) : column;
    }

    private static String name(SqlNode column) {
        SqlNode name = column.getKind() == SqlKind.AS ? ((SqlCall) column).operand(1) : column;
        return name instanceof SqlIdentifier id ? id.names.get(id.names.size() - 1) : "";
    }

    // = ANY (array)

    private static SqlNode anyOf(SqlCall call, SqlParserPos at) {
        if (!(call.operand(1) instanceof SqlNodeList list) || list.size() != 1) {
            return call;
        }
        List<SqlNode> elements = elements(list.get(0), at);
        if (elements == null) {
            return call;
        }
        if (elements.isEmpty()) {
            return SqlLiteral.createBoolean(call.getKind() == SqlKind.ALL, at);
        }
        return call.getOperator().createCall(at, call.operand(0), new SqlNodeList(elements, at));
    }

    /** The elements of an array that is written out; null for anything else. */
    private static @Nullable List<SqlNode> elements(SqlNode array, SqlParserPos at) {
        if (array.getKind() == SqlKind.ARRAY_VALUE_CONSTRUCTOR) {
            return ((SqlCall) array).getOperandList();
        }
        if (array instanceof SqlCharStringLiteral text) {
            return elements(text, null, at);
        }
        boolean cast = array.getKind() == SqlKind.CAST
                && ((SqlCall) array).operand(1) instanceof SqlDataTypeSpec type
                && type.getTypeNameSpec() instanceof SqlCollectionTypeNameSpec;
        if (!cast) {
            return null;
        }
        SqlCall call = (SqlCall) array;
        SqlDataTypeSpec type = new SqlDataTypeSpec(
                ((SqlCollectionTypeNameSpec) ((SqlDataTypeSpec) call.operand(1)).getTypeNameSpec())
                        .getElementTypeName(),
                at);
        if (call.operand(0) instanceof SqlCharStringLiteral text) {
            return elements(text, type, at);
        }
        List<SqlNode> elements = elements(call.operand(0), at);
        if (elements == null) {
            return null;
        }
        List<SqlNode> casts = new ArrayList<>();
        elements.forEach(element -> casts.add(SqlStdOperatorTable.CAST.createCall(at, element, type)));
        return casts;
    }

    /** {@code '{1,2}'::bigint[]} as an array that is written out. */
    private static SqlNode array(SqlCall cast, SqlParserPos at) {
        List<SqlNode> elements = cast.operand(0) instanceof SqlCharStringLiteral ? elements(cast, at) : null;
        return elements == null || elements.isEmpty()
                ? cast
                : SqlStdOperatorTable.ARRAY_VALUE_CONSTRUCTOR.createCall(at, elements);
    }

    /** The elements of {@code '{a,"b c",NULL}'}. */
    private static @Nullable List<SqlNode> elements(
            SqlCharStringLiteral literal, @Nullable SqlDataTypeSpec type, SqlParserPos at) {
        String text = literal.getValueAs(String.class).strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return null;
        }
        List<SqlNode> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        boolean within = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (within && c == '\\' && i + 1 < text.length()) {
                element.append(text.charAt(++i));
            } else if (c == '"') {
                within = !within;
                quoted = true;
            } else if (!within && (c == ',' || i == text.length() - 1)) {
                String value = quoted ? element.toString() : element.toString().strip();
                if (c == ',' || quoted || !value.isEmpty() || !elements.isEmpty()) {
                    elements.add(element(value, quoted, type, at));
                }
                element.setLength(0);
                quoted = false;
            } else {
                element.append(c);
            }
        }
        return elements;
    }

    private static SqlNode element(String value, boolean quoted, @Nullable SqlDataTypeSpec type, SqlParserPos at) {
        SqlNode node = !quoted && value.equalsIgnoreCase("NULL")
                ? SqlLiteral.createNull(at)
                : SqlLiteral.createCharString(value, at);
        return type == null ? node : SqlStdOperatorTable.CAST.createCall(at, node, type);
    }

    // Windows

    /** Adds a constant to the partition of a named window that is equal to another, which Calcite refuses. */
    private static void differ(SqlNodeList windows) {
        for (int i = 1; i < windows.size(); i++) {
            SqlWindow window = (SqlWindow) windows.get(i);
            boolean equal = windows.subList(0, i).stream().anyMatch(other -> window.equalsDeep(other, Litmus.IGNORE));
            if (equal && window.getRefName() == null) {
                SqlNodeList partition = new SqlNodeList(window.getPartitionList(), window.getParserPosition());
                partition.add(DialectFunctions.number(i, window.getParserPosition()));
                window.setOperand(WINDOW_PARTITION, partition);
            }
        }
    }

    // Groupings

    /** ROLLUP or CUBE as the sets that it stands for: Calcite would leave out one that is equal to another. */
    private static SqlNode sets(SqlCall call, SqlParserPos at) {
        List<SqlNode> keys = call.getOperandList();
        boolean cube = call.getKind() == SqlKind.CUBE;
        if (cube && keys.size() > MOST_CUBED) {
            return call;
        }
        List<SqlNode> sets = new ArrayList<>();
        for (int i = cube ? 1 << keys.size() : keys.size() + 1; i > 0; i--) {
            List<SqlNode> set = new ArrayList<>();
            for (int key = 0; key < keys.size(); key++) {
                if (cube ? ((i - 1) & (1 << key)) != 0 : key < i - 1) {
                    set.addAll(members(keys.get(key)));
                }
            }
            sets.add(set.isEmpty() ? new SqlNodeList(at) : SqlStdOperatorTable.ROW.createCall(at, set));
        }
        return SqlStdOperatorTable.GROUPING_SETS.createCall(at, sets);
    }

    private static List<SqlNode> members(SqlNode key) {
        List<SqlNode> members = key instanceof SqlNodeList list
                ? list
                : key.getKind() == SqlKind.ROW ? ((SqlCall) key).getOperandList() : List.of(key);
        return members.stream().map(PostgresForms::copy).toList();
    }

    // Aggregates

    /** An aggregate counts a row whose argument is not null: FILTER of a window function makes it so. */
    private static SqlNode filtered(SqlCall over, SqlParserPos at) {
        if (over.operand(0).getKind() != SqlKind.FILTER) {
            return over;
        }
        SqlCall filter = over.operand(0);
        SqlCall aggregate = filter.operand(0);
        List<SqlNode> operands = new ArrayList<>(aggregate.getOperandList());
        if (operands.isEmpty()) {
            return over;
        }
        boolean star = operands.get(0) instanceof SqlIdentifier id && id.isStar();
        operands.set(
                0,
                new SqlCase(
                        at,
                        null,
                        SqlNodeList.of(filter.operand(1)),
                        SqlNodeList.of(star ? DialectFunctions.number(1, at) : operands.get(0)),
                        SqlLiteral.createNull(at)));
        SqlNode conditional = aggregate.getOperator().createCall(aggregate.getFunctionQuantifier(), at, operands);
        return over.getOperator().createCall(at, conditional, over.operand(1));
    }

    private static SqlNode mode(SqlCall within, SqlParserPos at) {
        SqlNodeList order = within.operand(1);
        boolean mode = within.operand(0) instanceof SqlBasicCall call
                && call.getOperator().getName().equalsIgnoreCase("MODE")
                && call.operandCount() == 0
                && order.size() == 1;
        return mode
                ? within.getOperator().createCall(at, Aggregates.MODE.createCall(at, value(order.get(0))), order)
                : within;
    }

    /** What is sorted by a key. */
    private static SqlNode value(SqlNode key) {
        return switch (key.getKind()) {
            case DESCENDING, NULLS_FIRST, NULLS_LAST -> value(((SqlCall) key).operand(0));
            default -> copy(key);
        };
    }

    // generate_series

    /** The rows of {@code generate_series(from, to[, step])} as a query; null for anything else. */
    private static @Nullable SqlNode series(@Nullable SqlNode from) {
        SqlNode table = from;
        if (table != null && table.getKind() == SqlKind.LATERAL) {
            table = ((SqlCall) table).operand(0);
        }
        if (table == null
                || table.getKind() != SqlKind.COLLECTION_TABLE
                || !(((SqlCall) table).operand(0) instanceof SqlCall call)
                || !call.getOperator().getName().equalsIgnoreCase("generate_series")
                || call.operandCount() < 2
                || call.operandCount() > 3) {
            return null;
        }
        SqlParserPos at = call.getParserPosition();
        SqlNode step = call.operandCount() == 3 ? call.operand(2) : DialectFunctions.number(1, at);
        boolean days = step instanceof SqlIntervalLiteral || (step.getKind() == SqlKind.CAST && isInterval(step));
        SqlNode first = days ? DialectFunctions.cast(call.operand(0), SqlTypeName.TIMESTAMP, at) : call.operand(0);
        SqlNode last = days ? DialectFunctions.cast(call.operand(1), SqlTypeName.TIMESTAMP, at) : call.operand(1);
        String beyond = isNegative(step) ? ">=" : "<=";
        return template(
                "(WITH RECURSIVE \"$series\"(\"$n\") AS (SELECT \"$first\" AS \"$n\" FROM (VALUES (0)) AS"
                        + " \"$one\"(\"$x\") WHERE \"$first\" " + beyond
                        + " \"$last\" UNION ALL SELECT \"$n\" + \"$step\" FROM \"$series\""
                        + " WHERE \"$n\" + \"$step\" " + beyond + " \"$last\") SELECT \"$n\" FROM \"$series\")",
                Map.of("$first", first, "$last", last, "$step", step));
    }

    private static boolean isInterval(SqlNode cast) {
        return ((SqlCall) cast).operand(1) instanceof SqlDataTypeSpec type
                && type.getTypeName().getSimple().equalsIgnoreCase("INTERVAL");
    }

    private static boolean isNegative(SqlNode step) {
        return step.getKind() == SqlKind.MINUS_PREFIX
                || (step instanceof SqlNumericLiteral number
                        && number.bigDecimalValue().signum() < 0)
                || (step instanceof SqlIntervalLiteral interval
                        && interval.getValueAs(SqlIntervalLiteral.IntervalValue.class)
                                        .getSign()
                                < 0)
                || (step instanceof SqlIntervalLiteral text
                        && text.getValueAs(SqlIntervalLiteral.IntervalValue.class)
                                .getIntervalLiteral()
                                .startsWith("-"));
    }

    /** A table of one column, which is called like the table unless it has a name of its own. */
    private static SqlNode table(SqlNode query, List<SqlNode> as, SqlParserPos at) {
        List<SqlNode> operands = new ArrayList<>(as);
        operands.set(0, query);
        if (operands.size() == 2) {
            operands.add(operands.get(1));
        }
        return SqlStdOperatorTable.AS.createCall(at, operands);
    }

    // Templates

    /** A piece of SQL in which names stand for other pieces. */
    private static SqlNode template(String sql, Map<String, SqlNode> names) {
        try {
            SqlNode parsed = SqlParser.create(sql, SqlFront.PARSER).parseExpression();
            return Objects.requireNonNull(parsed.accept(new Copy(names)));
        } catch (SqlParseException e) {
            throw new IllegalStateException("a template is no SQL: " + sql, e);
        }
    }

    /** A tree that shares no node with another. */
    static SqlNode copy(SqlNode node) {
        return Objects.requireNonNull(node.accept(new Copy(Map.of())));
    }

    /** Copies a tree, with other trees in the place of names: the validator wants every node in one place only. */
    private static final class Copy extends SqlShuttle {
        private final Map<String, SqlNode> names;

        private Copy(Map<String, SqlNode> names) {
            this.names = names;
        }

        @Override
        public @Nullable SqlNode visit(SqlIdentifier id) {
            SqlNode meant = id.isSimple() ? names.get(id.getSimple()) : null;
            return meant == null ? id.clone(id.getParserPosition()) : copy(meant);
        }

        @Override
        public @Nullable SqlNode visit(SqlCall call) {
            CallCopyingArgHandler handler = new CallCopyingArgHandler(call, true);
            call.getOperator().acceptCall(this, call, false, handler);
            return handler.result();
        }
    }
}
