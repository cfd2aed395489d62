package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.fun.SqlTrimFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Functions of other databases as expressions of Calcite's, by name and number of arguments. */
final class DialectFunctions {
    /** MySQL's letters of a format, as TO_CHAR has them. */
    private static final Map<Character, String> FORMATS = Map.ofEntries(
            Map.entry('Y', "YYYY"),
            Map.entry('y', "YY"),
            Map.entry('m', "MM"),
            Map.entry('d', "DD"),
            Map.entry('H', "HH24"),
            Map.entry('i', "MI"),
            Map.entry('s', "SS"),
            Map.entry('S', "SS"),
            Map.entry('j', "DDD"),
            Map.entry('v', "IW"),
            Map.entry('b', "Mon"),
            Map.entry('M', "FMMonth"),
            Map.entry('a', "Dy"),
            Map.entry('W', "FMDay"));

    private DialectFunctions() {}

    /** The expression that a call means, or null when the name is not known here. */
    static @Nullable SqlNode rewritten(String name, List<SqlNode> operands, SqlParserPos at) {
        SqlNode known =
                switch (operands.size()) {
                    case 0 -> constant(name, at);
                    case 1 -> ofOne(name, operands.get(0), at);
                    case 2 -> ofTwo(name, operands.get(0), operands.get(1), at);
                    case 3 -> ofThree(name, operands, at);
                    case 4 ->
                        name.equals("REGEXP_REPLACE") && operands.get(3) instanceof SqlCharStringLiteral
                                ? function(TextFunctions.REPLACE, at, operands)
                                : null;
                    default -> null;
                };
        return known == null ? DialectDates.rewritten(name, operands, at) : known;
    }

    private static @Nullable SqlNode constant(String name, SqlParserPos at) {
        return switch (name) {
            case "NOW", "GETDATE", "SYSDATETIME", "CURRENT_TIMESTAMP" ->
                call(SqlStdOperatorTable.CURRENT_TIMESTAMP, at);
            case "CURDATE", "TODAY", "CURRENT_DATE" -> call(SqlStdOperatorTable.CURRENT_DATE, at);
            case "CURTIME" -> call(SqlStdOperatorTable.CURRENT_TIME, at);
            case "VERSION" -> text("paradigm-reporting", at);
            case "CURRENT_SCHEMA", "DATABASE", "CURRENT_DATABASE", "SCHEMA" -> text(SqlTables.SCHEMA, at);
            default -> null;
        };
    }

    private static @Nullable SqlNode ofOne(String name, SqlNode x, SqlParserPos at) {
        return switch (name) {
            case "DATE" -> cast(x, SqlTypeName.DATE, at);
            case "MEDIAN" ->
                call(
                        SqlStdOperatorTable.WITHIN_GROUP,
                        at,
                        call(Aggregates.PERCENTILE_CONT, at, SqlLiteral.createExactNumeric("0.5", at)),
                        SqlNodeList.of(x));
            case "TRUNC" -> call(SqlStdOperatorTable.TRUNCATE, at, x, number(0, at));
            case "BTRIM" -> trim("BOTH", text(" ", at), x, at);
            default -> DialectOperators.part(name, x, at);
        };
    }

    private static @Nullable SqlNode ofTwo(String name, SqlNode x, SqlNode y, SqlParserPos at) {
        return switch (name) {
            case "IFNULL", "NVL", "ISNULL" -> call(SqlStdOperatorTable.COALESCE, at, x, y);
            case "TRUNC" -> DialectDates.unit(y) == null ? call(SqlStdOperatorTable.TRUNCATE, at, x, y) : null;
            case "BTRIM" -> trim("BOTH", y, x, at);
            case "LTRIM" -> trim("LEADING", y, x, at);
            case "RTRIM" -> trim("TRAILING", y, x, at);
            case "TO_CHAR" -> written(x, y, at);
            case "TO_DATE", "TO_TIMESTAMP" -> parsed(name, x, y, at);
            case "DATE_FORMAT" -> y instanceof SqlLiteral format ? written(x, text(format(format), at), at) : null;
            default -> null;
        };
    }

    private static @Nullable SqlNode ofThree(String name, List<SqlNode> operands, SqlParserPos at) {
        if (!name.equals("IF") && !name.equals("IIF")) {
            return null;
        }
        return new SqlCase(at, null, SqlNodeList.of(operands.get(0)), SqlNodeList.of(operands.get(1)), operands.get(2));
    }

    private static SqlNode trim(String side, SqlNode letters, SqlNode x, SqlParserPos at) {
        return call(
                SqlStdOperatorTable.TRIM, at, SqlTrimFunction.Flag.valueOf(side).symbol(at), letters, x);
    }

    private static SqlNode written(SqlNode x, SqlNode format, SqlParserPos at) {
        SqlNode second = SqlStdOperatorTable.EXTRACT.createCall(
                at, new SqlIntervalQualifier(TimeUnit.EPOCH, null, at), cast(x, SqlTypeName.TIMESTAMP, at));
        return function(MomentText.NAME, at, List.of(second, format));
    }

    /** Weeks of ISO 8601, and formats without FM, which only says how to write. */
    private static @Nullable SqlNode parsed(String name, SqlNode x, SqlNode y, SqlParserPos at) {
        if (!(y instanceof SqlCharStringLiteral literal)) {
            return null;
        }
        String format = literal.getValueAs(String.class);
        if (format.equalsIgnoreCase("IYYY-IW")) {
            return DialectDates.sinceEpoch(function(TextFunctions.ISO_WEEK_DAY, at, List.of(x)), at);
        }
        return format.contains("FM") ? function(name, at, List.of(x, text(format.replace("FM", ""), at))) : null;
    }

    private static String format(SqlLiteral literal) {
        String format = literal.getValueAs(String.class);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            boolean code = format.charAt(i) == '%' && i + 1 < format.length();
            out.append(code ? FORMATS.getOrDefault(format.charAt(++i), "") : String.valueOf(format.charAt(i)));
        }
        return out.toString();
    }

    static SqlNode cast(SqlNode x, SqlTypeName type, SqlParserPos at) {
        return SqlStdOperatorTable.CAST.createCall(at, x, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, at), at));
    }

    static SqlNode call(SqlOperator operator, SqlParserPos at, SqlNode... operands) {
        return operator.createCall(at, operands);
    }

    /** A call of a function that is looked up by name. */
    static SqlNode call(String function, SqlParserPos at, List<SqlNode> operands) {
        return function(function, at, operands);
    }

    static SqlNode number(long number, SqlParserPos at) {
        return SqlLiteral.createExactNumeric(Long.toString(number), at);
    }

    private static SqlNode text(String text, SqlParserPos at) {
        return SqlLiteral.createCharString(text, at);
    }

    private static SqlNode function(String name, SqlParserPos at, List<SqlNode> operands) {
        return new SqlUnresolvedFunction(
                        new SqlIdentifier(name, at), null, null, null, null, SqlFunctionCategory.USER_DEFINED_FUNCTION)
                .createCall(at, new ArrayList<>(operands));
    }
}
