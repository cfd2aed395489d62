package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.lean.ScalarFunctions;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlCase;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
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

    private static final Set<String> OWN =
            ScalarFunctions.all().stream().map(SqlOperator::getName).collect(Collectors.toUnmodifiableSet());

    private DialectFunctions() {}

    /** The expression that a call means, or null when the name is not known here. */
    static @Nullable SqlNode rewritten(String name, List<SqlNode> operands, SqlParserPos at) {
        SqlNode known =
                switch (operands.size()) {
                    case 0 -> constant(name, at);
                    case 1 -> ofOne(name, operands.get(0), at);
                    case 2 -> ofTwo(name, operands.get(0), operands.get(1), at);
                    case 3 -> ofThree(name, operands, at);
                    default -> null;
                };
        return known == null ? DialectDates.rewritten(name, operands, at) : known;
    }

    private static @Nullable SqlNode constant(String name, SqlParserPos at) {
        return switch (name) {
            case "NOW", "GETDATE", "SYSDATETIME", "CURRENT_TIMESTAMP" ->
                cast(call(SqlStdOperatorTable.CURRENT_TIMESTAMP, at), SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE, at);
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
            case "NTILE" -> call(Aggregates.NTILE, at, x);
            case "MEDIAN" ->
                call(
                        SqlStdOperatorTable.WITHIN_GROUP,
                        at,
                        call(Aggregates.PERCENTILE_CONT, at, SqlLiteral.createExactNumeric("0.5", at)),
                        SqlNodeList.of(x));
            default -> DialectOperators.part(name, x, at);
        };
    }

    private static @Nullable SqlNode ofTwo(String name, SqlNode x, SqlNode y, SqlParserPos at) {
        return switch (name) {
            case "IFNULL", "NVL", "ISNULL" -> call(SqlStdOperatorTable.COALESCE, at, x, y);
            case "DATE_FORMAT" ->
                y instanceof SqlLiteral format ? own("TO_CHAR", at, x, text(format(format), at)) : null;
            default -> null;
        };
    }

    private static @Nullable SqlNode ofThree(String name, List<SqlNode> operands, SqlParserPos at) {
        if (!name.equals("IF") && !name.equals("IIF")) {
            return null;
        }
        return new SqlCase(at, null, SqlNodeList.of(operands.get(0)), SqlNodeList.of(operands.get(1)), operands.get(2));
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

    /** Whether a name is that of a function of the driver's own. */
    static boolean isOwn(String name) {
        return OWN.contains(name);
    }

    /** A call of a function of the driver's own. */
    static SqlNode own(String name, SqlParserPos at, SqlNode... operands) {
        return ScalarFunctions.named(name).createCall(at, operands);
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
