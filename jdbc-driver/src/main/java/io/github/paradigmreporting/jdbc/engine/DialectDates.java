package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Date arithmetic of other databases: days as numbers, units as texts, weeks from Monday. */
final class DialectDates {
    private static final Map<String, TimeUnit> UNITS = Map.ofEntries(
            Map.entry("YEAR", TimeUnit.YEAR),
            Map.entry("YY", TimeUnit.YEAR),
            Map.entry("YYYY", TimeUnit.YEAR),
            Map.entry("QUARTER", TimeUnit.QUARTER),
            Map.entry("QQ", TimeUnit.QUARTER),
            Map.entry("Q", TimeUnit.QUARTER),
            Map.entry("MONTH", TimeUnit.MONTH),
            Map.entry("MM", TimeUnit.MONTH),
            Map.entry("WEEK", TimeUnit.WEEK),
            Map.entry("WK", TimeUnit.WEEK),
            Map.entry("WW", TimeUnit.WEEK),
            Map.entry("DAY", TimeUnit.DAY),
            Map.entry("DD", TimeUnit.DAY),
            Map.entry("HOUR", TimeUnit.HOUR),
            Map.entry("HH", TimeUnit.HOUR),
            Map.entry("MINUTE", TimeUnit.MINUTE),
            Map.entry("MI", TimeUnit.MINUTE),
            Map.entry("SECOND", TimeUnit.SECOND),
            Map.entry("SS", TimeUnit.SECOND));

    private static final Set<String> DAY_COLUMNS = SqlTables.ALL.stream()
            .map(SqlTable::columns)
            .flatMap(List::stream)
            .filter(column -> column.type() == ColumnType.DATE)
            .map(column -> column.name())
            .collect(Collectors.toUnmodifiableSet());

    private DialectDates() {}

    static @Nullable SqlNode rewritten(String name, List<SqlNode> operands, SqlParserPos at) {
        if (operands.size() == 2) {
            SqlNode x = operands.get(0);
            SqlNode y = operands.get(1);
            return switch (name) {
                case "DATE_TRUNC", "TRUNC" -> truncated(x, y, at);
                case "DATE_ADD", "ADDDATE" -> moved(day(x, at), y, true, at);
                case "DATE_SUB", "SUBDATE" -> moved(day(x, at), y, false, at);
                case "DATEDIFF" -> days(day(y, at), day(x, at), at);
                case "DATEPART", "DATE_PART" -> part(x, y, at);
                default -> null;
            };
        }
        TimeUnit unit = operands.size() == 3 ? unit(operands.get(0)) : null;
        if (unit == null) {
            return null;
        }
        return switch (name) {
            case "DATEDIFF" -> between(unit, day(operands.get(1), at), day(operands.get(2), at), at);
            case "DATEADD" ->
                SqlStdOperatorTable.TIMESTAMP_ADD.createCall(
                        at, new SqlIntervalQualifier(unit, null, at), operands.get(1), day(operands.get(2), at));
            default -> null;
        };
    }

    /** {@code day - 1}, {@code day + 7}, {@code day - day}; null for anything that is not plainly a day. */
    static @Nullable SqlNode arithmetic(SqlNode left, SqlNode right, boolean plus, SqlParserPos at) {
        if (!isDay(left)) {
            return null;
        }
        if (right instanceof SqlLiteral number && number.getTypeName() == SqlTypeName.DECIMAL) {
            return moved(left, right, plus, at);
        }
        return !plus && isDay(right) ? days(right, left, at) : null;
    }

    /** The unit that a text, a bare unit or an interval's qualifier names. */
    static @Nullable TimeUnit unit(@Nullable SqlNode node) {
        if (node instanceof SqlIntervalQualifier qualifier) {
            return qualifier.getUnit();
        }
        String name = text(node);
        TimeUnit unit = UNITS.get(name);
        return unit == null && name.endsWith("S") ? UNITS.get(name.substring(0, name.length() - 1)) : unit;
    }

    /** A text in capitals, empty for anything else. */
    private static String text(@Nullable SqlNode node) {
        return node instanceof SqlLiteral literal && SqlTypeName.CHAR_TYPES.contains(literal.getTypeName())
                ? literal.getValueAs(String.class).trim().toUpperCase(Locale.ROOT)
                : "";
    }

    /** Either order of arguments. */
    private static @Nullable SqlNode truncated(SqlNode x, SqlNode y, SqlParserPos at) {
        TimeUnit first = unit(x);
        return first == null ? floor(x, unit(y), at) : floor(y, first, at);
    }

    private static @Nullable SqlNode part(SqlNode unit, SqlNode of, SqlParserPos at) {
        String name = text(unit);
        if (name.equals("DW") || name.equals("WEEKDAY")) {
            return extract(TimeUnit.DOW, day(of, at), at); // from 1, as SQL Server counts
        }
        if (name.equals("DOW")) {
            return DialectOperators.extracted(new SqlIntervalQualifier(TimeUnit.DOW, null, at), of, at);
        }
        TimeUnit known = unit(unit);
        return known == null ? null : extract(known, day(of, at), at);
    }

    private static @Nullable SqlNode floor(SqlNode x, @Nullable TimeUnit unit, SqlParserPos at) {
        if (unit == null) {
            return null;
        }
        SqlNode moment = day(x, at);
        if (unit != TimeUnit.WEEK) {
            return SqlStdOperatorTable.FLOOR.createCall(at, moment, new SqlIntervalQualifier(unit, null, at));
        }
        // Calcite's weeks begin on Sunday.
        SqlNode shifted = SqlStdOperatorTable.MINUS.createCall(at, moment, interval(1, at));
        SqlNode sunday = SqlStdOperatorTable.FLOOR.createCall(at, shifted, new SqlIntervalQualifier(unit, null, at));
        return SqlStdOperatorTable.PLUS.createCall(at, sunday, interval(1, at));
    }

    private static SqlNode moved(SqlNode day, SqlNode by, boolean forward, SqlParserPos at) {
        boolean isInterval = by instanceof SqlIntervalLiteral
                || by.getKind() == SqlKind.INTERVAL
                || (by.getKind() == SqlKind.MINUS_PREFIX && ((SqlCall) by).operand(0) instanceof SqlIntervalLiteral);
        SqlNode interval = isInterval ? by : SqlStdOperatorTable.MULTIPLY.createCall(at, by, interval(1, at));
        return (forward ? SqlStdOperatorTable.PLUS : SqlStdOperatorTable.MINUS).createCall(at, day, interval);
    }

    /** Units that begin between two moments, as other databases count them. */
    private static SqlNode between(TimeUnit unit, SqlNode from, SqlNode to, SqlParserPos at) {
        return switch (unit) {
            case YEAR -> SqlStdOperatorTable.MINUS.createCall(at, extract(unit, to, at), extract(unit, from, at));
            case QUARTER, MONTH ->
                SqlStdOperatorTable.MINUS.createCall(at, sinceYearZero(unit, to, at), sinceYearZero(unit, from, at));
            case WEEK ->
                SqlStdOperatorTable.DIVIDE.createCall(
                        at, days(sunday(from, at), sunday(to, at), at), DialectFunctions.number(7, at));
            case DAY -> days(from, to, at);
            default ->
                SqlStdOperatorTable.TIMESTAMP_DIFF.createCall(at, new SqlIntervalQualifier(unit, null, at), from, to);
        };
    }

    private static SqlNode sunday(SqlNode day, SqlParserPos at) {
        return SqlStdOperatorTable.FLOOR.createCall(at, day, new SqlIntervalQualifier(TimeUnit.WEEK, null, at));
    }

    private static SqlNode sinceYearZero(TimeUnit unit, SqlNode day, SqlParserPos at) {
        SqlNode years = SqlStdOperatorTable.MULTIPLY.createCall(
                at, extract(TimeUnit.YEAR, day, at), DialectFunctions.number(unit == TimeUnit.MONTH ? 12 : 4, at));
        return SqlStdOperatorTable.PLUS.createCall(at, years, extract(unit, day, at));
    }

    private static SqlNode extract(TimeUnit unit, SqlNode day, SqlParserPos at) {
        return SqlStdOperatorTable.EXTRACT.createCall(at, new SqlIntervalQualifier(unit, null, at), day);
    }

    /** Whole days from one moment to another. */
    private static SqlNode days(SqlNode from, SqlNode to, SqlParserPos at) {
        return SqlStdOperatorTable.TIMESTAMP_DIFF.createCall(
                at,
                new SqlIntervalQualifier(TimeUnit.DAY, null, at),
                DialectFunctions.cast(from, SqlTypeName.DATE, at),
                DialectFunctions.cast(to, SqlTypeName.DATE, at));
    }

    private static SqlNode interval(long days, SqlParserPos at) {
        return SqlLiteral.createInterval(1, Long.toString(days), new SqlIntervalQualifier(TimeUnit.DAY, null, at), at);
    }

    /** The day so many days after 1970-01-01. */
    static SqlNode sinceEpoch(SqlNode days, SqlParserPos at) {
        SqlNode epoch = DialectFunctions.cast(SqlLiteral.createCharString("1970-01-01", at), SqlTypeName.DATE, at);
        return moved(epoch, days, true, at);
    }

    /** A text that is a day, as a day. */
    static SqlNode day(SqlNode node, SqlParserPos at) {
        if (node instanceof SqlLiteral literal && SqlTypeName.CHAR_TYPES.contains(literal.getTypeName())) {
            boolean time = literal.getValueAs(String.class).trim().length() > 10;
            return DialectFunctions.cast(node, time ? SqlTypeName.TIMESTAMP : SqlTypeName.DATE, at);
        }
        return node;
    }

    /** Whether it is plainly a timestamp. */
    static boolean isTimestamp(SqlNode node) {
        if (node instanceof SqlLiteral literal) {
            return literal.getTypeName() == SqlTypeName.TIMESTAMP
                    || (literal.getTypeName() == SqlTypeName.UNKNOWN
                            && literal.toString().startsWith("TIMESTAMP"));
        }
        return node instanceof SqlCall call
                && (call.getOperator().equals(SqlStdOperatorTable.CURRENT_TIMESTAMP)
                        || (call.getKind() == SqlKind.CAST
                                && call.operand(1) instanceof SqlDataTypeSpec type
                                && type.getTypeName().getSimple().equalsIgnoreCase("TIMESTAMP")));
    }

    private static boolean isDay(SqlNode node) {
        if (node instanceof SqlIdentifier name) {
            String last = name.names.get(name.names.size() - 1).toLowerCase(Locale.ROOT);
            return DAY_COLUMNS.contains(last) || last.equals("current_date");
        }
        if (node instanceof SqlLiteral literal) {
            return literal.getTypeName() == SqlTypeName.DATE
                    || (literal.getTypeName() == SqlTypeName.UNKNOWN
                            && literal.toString().startsWith("DATE"));
        }
        if (!(node instanceof SqlCall call)) {
            return false;
        }
        if (call.getOperator().equals(SqlStdOperatorTable.CURRENT_DATE)) {
            return true; // CURDATE() and the like
        }
        if (call.getOperator().getName().equalsIgnoreCase("TO_DATE")) {
            return true;
        }
        if (call.getKind() == SqlKind.CAST) {
            return call.operand(1) instanceof SqlDataTypeSpec type
                    && type.getTypeName().getSimple().equalsIgnoreCase("DATE");
        }
        boolean keeps = call.getOperator().equals(SqlStdOperatorTable.PLUS)
                || call.getOperator().equals(SqlStdOperatorTable.MINUS)
                || call.getKind() == SqlKind.FLOOR;
        return keeps && isDay(call.operand(0)) && !(call.getKind() == SqlKind.MINUS && isDay(call.operand(1)));
    }
}
