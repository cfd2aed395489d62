package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.dialect.KeyWords;
import io.github.paradigmreporting.jdbc.dialect.SqlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.SqlWith;
import org.apache.calcite.sql.SqlWithItem;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Names of columns without an alias, as PostgreSQL gives them: a function's name, a cast's column or type, {@code ?column?}.
 * Works on a statement as it is parsed, before functions of other databases are rewritten.
 */
final class ColumnNames extends SqlShuttle {
    private static final String NAMELESS = "?column?";

    /** Begins what makes a name different that occurs again. */
    private static final char AGAIN = '\u0001';

    private static final Map<SqlTypeName, String> TYPES = Map.ofEntries(
            Map.entry(SqlTypeName.TINYINT, "int2"),
            Map.entry(SqlTypeName.SMALLINT, "int2"),
            Map.entry(SqlTypeName.INTEGER, "int4"),
            Map.entry(SqlTypeName.BIGINT, "int8"),
            Map.entry(SqlTypeName.REAL, "float4"),
            Map.entry(SqlTypeName.FLOAT, "float8"),
            Map.entry(SqlTypeName.DOUBLE, "float8"),
            Map.entry(SqlTypeName.DECIMAL, "numeric"),
            Map.entry(SqlTypeName.BOOLEAN, "bool"),
            Map.entry(SqlTypeName.CHAR, "bpchar"));

    private static final Set<SqlKind> AROUND_A_CALL = Set.of(
            SqlKind.OVER,
            SqlKind.FILTER,
            SqlKind.WITHIN_GROUP,
            SqlKind.WITHIN_DISTINCT,
            SqlKind.IGNORE_NULLS,
            SqlKind.RESPECT_NULLS,
            SqlKind.ITEM);

    /** The statement, line by line, as it was parsed. */
    private final List<String> lines;

    private ColumnNames(String sql) {
        this.lines = sql.lines().toList();
    }

    /** A name, and whether it is more than that of a type or of CASE. */
    private record Name(String text, boolean strong) {}

    /** The statement with a name for each column that has none. */
    static SqlNode given(SqlNode parsed, String sql) {
        return Objects.requireNonNull(parsed.accept(new ColumnNames(sql)));
    }

    /**
     * A column of the answer as it is written.
     *
     * @param label its name; null for a star
     * @param at where it stands
     */
    record Written(@Nullable String label, SqlParserPos at) {}

    /** The columns of the answer with the names given here, before the validator makes them different; none for VALUES. */
    static List<Written> written(SqlNode named) {
        List<Written> columns = new ArrayList<>();
        if (leftmost(named) instanceof SqlSelect select) {
            for (SqlNode item : select.getSelectList()) {
                boolean star = item instanceof SqlIdentifier id && id.isStar();
                columns.add(new Written(star ? null : label(item), item.getParserPosition()));
            }
        }
        return columns;
    }

    @Override
    public @Nullable SqlNode visit(SqlCall call) {
        SqlNode visited = super.visit(call);
        if (visited instanceof SqlSelect select) {
            SqlNodeList items = select.getSelectList();
            items.replaceAll(this::named);
            differ(items);
            SqlNode from = select.getFrom();
            if (from != null && from.getKind() == SqlKind.VALUES) {
                select.setFrom(table((SqlCall) from, "*VALUES*"));
            }
        } else if (visited instanceof SqlWithItem item
                && item.query.getKind() == SqlKind.VALUES
                && item.columnList == null) {
            item.columnList = new SqlNodeList(numbered((SqlCall) item.query), SqlParserPos.ZERO);
        } else if (visited instanceof SqlBasicCall as
                && as.getKind() == SqlKind.AS
                && as.operandCount() == 2
                && as.operand(0).getKind() == SqlKind.VALUES
                && as.operand(1) instanceof SqlIdentifier name) {
            return table(as.operand(0), name.getSimple());
        }
        return visited;
    }

    /** Rows of values with the names of their columns. */
    private static SqlNode table(SqlCall values, String name) {
        List<SqlNode> operands = new ArrayList<>(List.of(values, new SqlIdentifier(name, values.getParserPosition())));
        operands.addAll(numbered(values));
        return SqlStdOperatorTable.AS.createCall(values.getParserPosition(), operands);
    }

    /** {@code column1}, {@code column2} and so on. */
    private static List<SqlNode> numbered(SqlCall values) {
        List<SqlNode> names = new ArrayList<>();
        for (int i = 1; i <= ((SqlCall) values.operand(0)).operandCount(); i++) {
            names.add(new SqlIdentifier("column" + i, values.getParserPosition()));
        }
        return names;
    }

    private SqlNode named(SqlNode item) {
        boolean mark =
                item instanceof SqlCall call && call.getOperator().getName().equals(SqlText.DISTINCT_ON);
        if (mark || item.getKind() == SqlKind.AS || (item instanceof SqlIdentifier id && !isValue(id))) {
            return item;
        }
        Name name = name(item);
        return SqlStdOperatorTable.AS.createCall(
                item.getParserPosition(),
                item,
                new SqlIdentifier(name == null ? NAMELESS : name.text, item.getParserPosition()));
    }

    /** Gives a name that occurs again another end, which no statement can refer to and no label shows. */
    private static void differ(SqlNodeList items) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            SqlNode item = items.get(i);
            boolean named = item.getKind() == SqlKind.AS || (item instanceof SqlIdentifier id && !id.isStar());
            if (named && !names.add(lower(label(item)))) {
                SqlNode of = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
                SqlParserPos at = item.getParserPosition();
                items.set(i, SqlStdOperatorTable.AS.createCall(at, of, new SqlIdentifier(label(item) + AGAIN + i, at)));
            }
        }
    }

    private static boolean isValue(SqlIdentifier id) {
        return id.isSimple() && !id.isComponentQuoted(0) && KeyWords.isValue(id.getSimple());
    }

    private @Nullable Name name(SqlNode node) {
        if (node instanceof SqlIdentifier id) {
            return new Name(isValue(id) ? lower(id.getSimple()) : id.names.get(id.names.size() - 1), true);
        }
        if (node instanceof SqlLiteral literal) {
            String type = literal(literal);
            return type == null ? null : new Name(type, false);
        }
        if (node.isA(SqlKind.QUERY)) {
            SqlNode query = leftmost(node);
            return query instanceof SqlSelect select
                    ? first(select.getSelectList().get(0))
                    : new Name("column1", true);
        }
        return node instanceof SqlCall call ? ofCall(call) : null;
    }

    private @Nullable Name first(SqlNode item) {
        return item.getKind() == SqlKind.AS ? name(((SqlCall) item).operand(1)) : name(item);
    }

    private @Nullable Name ofCall(SqlCall call) {
        if (AROUND_A_CALL.contains(call.getKind())) {
            return name(call.operand(0));
        }
        return switch (call.getKind()) {
            case CAST, SAFE_CAST -> cast(call.operand(0), call.operand(1));
            case CASE -> conditional(((SqlCase) call).getElseOperand());
            case EXISTS -> new Name("exists", true);
            case ROW -> new Name("row", true);
            case ARRAY_VALUE_CONSTRUCTOR, ARRAY_QUERY_CONSTRUCTOR -> new Name("array", true);
            case INTERVAL -> new Name("interval", false);
            case TRIM -> new Name(trim(call), true);
            case OVERLAPS -> new Name("overlaps", true);
            default ->
                call.getOperator() instanceof SqlFunction function ? new Name(function(call, function), true) : null;
        };
    }

    private Name cast(SqlNode of, SqlNode type) {
        Name name = name(of);
        return name != null && name.strong ? name : new Name(type(type), false);
    }

    private Name conditional(@Nullable SqlNode otherwise) {
        Name name = otherwise == null ? null : name(otherwise);
        return name != null && name.strong ? name : new Name("case", false);
    }

    private static String type(SqlNode node) {
        if (!(node instanceof SqlDataTypeSpec type)) {
            return "interval";
        }
        String name = type.getTypeName().names.get(type.getTypeName().names.size() - 1);
        if (type.getTypeNameSpec() instanceof SqlCollectionTypeNameSpec array) {
            return type(new SqlDataTypeSpec(array.getElementTypeName(), type.getParserPosition()));
        }
        SqlTypeName known = SqlTypeName.get(name.toUpperCase(Locale.ROOT));
        return known == null ? lower(name) : TYPES.getOrDefault(known, lower(name));
    }

    private static @Nullable String literal(SqlLiteral literal) {
        if (literal instanceof SqlIntervalLiteral) {
            return "interval";
        }
        if (literal instanceof SqlUnknownLiteral unknown) {
            return lower(unknown.tag);
        }
        return switch (literal.getTypeName()) {
            case DATE, TIME, TIMESTAMP -> lower(literal.getTypeName().getName());
            default -> null;
        };
    }

    private static String trim(SqlCall call) {
        SqlNode flag = call.operand(0);
        return switch (((SqlLiteral) flag).getValueAs(SqlTrimFunction.Flag.class)) {
            case BOTH -> "btrim";
            case LEADING -> "ltrim";
            case TRAILING -> "rtrim";
        };
    }

    /** A function's name as it is written: the parser has one function for CEIL and CEILING. */
    private String function(SqlCall call, SqlFunction function) {
        SqlParserPos at = call.getParserPosition();
        if (at.getLineNum() > 0 && at.getLineNum() <= lines.size()) {
            String line = lines.get(at.getLineNum() - 1);
            int from = Math.min(line.length(), at.getColumnNum() - 1);
            int end = from;
            while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
                end++;
            }
            if (end > from && line.substring(end).stripLeading().startsWith("(")) {
                String word = lower(line.substring(from, end));
                return word.equalsIgnoreCase("AT_TIME_ZONE") ? "timezone" : word;
            }
        }
        SqlIdentifier id = function.getSqlIdentifier();
        String name = function instanceof SqlJdbcFunctionCall jdbc
                ? jdbc.getName().replaceAll("(?i)[{}]|fn ", "").strip()
                : id == null ? function.getName() : id.names.get(id.names.size() - 1);
        return name.equalsIgnoreCase("AT_TIME_ZONE") ? "timezone" : lower(name);
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The SELECT or VALUES that names the columns of a query. */
    private static SqlNode leftmost(SqlNode query) {
        SqlNode node = query;
        while (true) {
            if (node instanceof SqlOrderBy ordered) {
                node = ordered.query;
            } else if (node instanceof SqlWith with) {
                node = with.body;
            } else if (node instanceof SqlBasicCall call && SqlKind.SET_QUERY.contains(call.getKind())) {
                node = call.operand(0);
            } else {
                return node;
            }
        }
    }

    /**
     * The names of an answer's columns. The validator makes equal names different, which is right for sub-queries only.
     *
     * @param written what {@link #written} gives
     * @param valid the statement after validation
     * @param fields the names that the validator gives
     */
    static List<String> labels(List<Written> written, SqlNode valid, List<String> fields) {
        List<String> labels = new ArrayList<>();
        SqlNodeList items = valid instanceof SqlSelect select ? select.getSelectList() : SqlNodeList.EMPTY;
        boolean starred = written.stream().anyMatch(column -> column.label == null);
        int next = 0;
        for (int i = 0; i < fields.size(); i++) {
            if (written.isEmpty()) {
                labels.add("column" + (i + 1));
            } else if (!starred && next < written.size()) {
                labels.add(Objects.requireNonNull(written.get(next++).label));
            } else if (items.size() != fields.size()) {
                labels.add(fields.get(i));
            } else {
                next = behindStar(written, next, items.get(i).getParserPosition());
                String label = next < written.size() ? written.get(next).label : null;
                labels.add(label == null ? ofStar(items.get(i), fields.get(i)) : label);
                next += label == null ? 0 : 1;
            }
        }
        return labels;
    }

    /** The star or column that a column of the validator's comes from: its columns have the place of a star. */
    private static int behindStar(List<Written> written, int from, SqlParserPos at) {
        int next = from;
        while (next + 1 < written.size()
                && written.get(next).label == null
                && !written.get(next).at.equals(at)) {
            next++;
        }
        return next;
    }

    /** Columns of stars have the names they have in their tables. */
    private static String ofStar(SqlNode item, String field) {
        SqlNode column = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(0) : item;
        return column instanceof SqlIdentifier ? label(column) : field;
    }

    private static String label(SqlNode item) {
        SqlNode name = item.getKind() == SqlKind.AS ? ((SqlCall) item).operand(1) : item;
        SqlIdentifier id = (SqlIdentifier) name;
        String last = id.names.get(id.names.size() - 1);
        int again = last.indexOf(AGAIN);
        return again < 0 ? last : last.substring(0, again);
    }
}
