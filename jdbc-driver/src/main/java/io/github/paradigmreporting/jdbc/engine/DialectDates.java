package io.github.paradigmreporting.jdbc.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlIntervalQualifier;
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

    /** Either order of arguments; null when neither is a unit that can be seen. */
    private static @Nullable SqlNode truncated(SqlNode x, SqlNode y, SqlParserPos at) {
        if (unit(x) == null && unit(y) != null) {
            return truncated(y, x, at);
        }
        String name = x instanceof SqlIntervalQualifier qualifier
                ? qualifier.getUnit().name()
                : null;
        return unit(x) == null
                ? null
                : DialectFunctions.own(
                        "DATE_TRUNC", at, name == null ? x : SqlLiteral.createCharString(name, at), day(y, at));
    }

    private static @Nullable SqlNode part(SqlNode unit, SqlNode of, SqlParserPos at) {
        String name = text(unit);
        if (name.equals("DW") || name.equals("WEEKDAY")) {
            return extract(TimeUnit.DOW, day(of, at), at); // from 1, as SQL Server counts
        }
        return DialectFunctions.own(
                "DATE_PART",
                at,
                unit instanceof SqlIntervalQualifier qualifier
                        ? SqlLiteral.createCharString(qualifier.getUnit().name(), at)
                        : unit,
                day(of, at));
    }

    private static SqlNode moved(SqlNode day, SqlNode by, boolean forward, SqlParserPos at) {
        return (forward ? SqlStdOperatorTable.PLUS : SqlStdOperatorTable.MINUS).createCall(at, day, by);
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

    /** A text that is a day, as a day. */
    static SqlNode day(SqlNode node, SqlParserPos at) {
        if (node instanceof SqlLiteral literal && SqlTypeName.CHAR_TYPES.contains(literal.getTypeName())) {
            boolean time = literal.getValueAs(String.class).trim().length() > 10;
            return DialectFunctions.cast(node, time ? SqlTypeName.TIMESTAMP : SqlTypeName.DATE, at);
        }
        return node;
    }
}
