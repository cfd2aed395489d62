package io.github.paradigmreporting.jdbc.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlSelectKeyword;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Operators and special forms that mean something else in PostgreSQL or MySQL than in Calcite. */
final class DialectOperators {
    private static final Set<String> PARTS =
            Set.of("YEAR", "QUARTER", "MONTH", "WEEK", "DAYOFYEAR", "DAYOFMONTH", "DAYOFWEEK", "DAYNAME", "MONTHNAME");

    private DialectOperators() {}

    /** The expression that a call means, or null when Calcite understands it the same. */
    static @Nullable SqlNode rewritten(SqlCall call, SqlParserPos at) {
        SqlOperator operator = call.getOperator();
        if (operator.equals(SqlStdOperatorTable.EXTRACT)) {
            return extracted((SqlIntervalQualifier) call.operand(0), call.operand(1), at);
        }
        if (operator instanceof SqlBinaryOperator && operator.getName().equals("^")) {
            return SqlStdOperatorTable.POWER.createCall(
                    at, DialectFunctions.cast(call.operand(0), SqlTypeName.DOUBLE, at), call.operand(1));
        }
        if (call.getKind() == SqlKind.OVER && call.operand(0) instanceof SqlCall of) {
            refuseWrongWindows(of);
        }
        if (call.getKind() == SqlKind.ITEM) {
            return group(call.operand(0), call.operand(1), at);
        }
        if (operator instanceof SqlJdbcFunctionCall && call.operandCount() == 1) {
            String name = operator.getName().toUpperCase(Locale.ROOT).replaceAll("[{}]|FN ", "");
            SqlNode day = DialectDates.day(call.operand(0), at);
            boolean text = PARTS.contains(name) && day != call.operand(0);
            return text ? operator.createCall(at, day) : null;
        }
        return null;
    }

    /** What Calcite takes and answers wrongly: it drops DISTINCT, and counts NTH_VALUE over the wrong rows. */
    private static void refuseWrongWindows(SqlCall of) {
        SqlLiteral quantifier = of.getFunctionQuantifier();
        String name = of.getOperator().getName();
        if (quantifier != null && quantifier.getValue() == SqlSelectKeyword.DISTINCT) {
            throw new UnsupportedOperationException(
                    name + "(DISTINCT …) OVER is not possible; count in a sub-query with GROUP BY, and join it");
        }
        if (name.equalsIgnoreCase("NTH_VALUE")) {
            throw new UnsupportedOperationException(
                    "NTH_VALUE is not possible; number the rows by ROW_NUMBER() OVER in a sub-query");
        }
    }

    /** {@code YEAR('2026-11-03')} and the like: of a text that is a day. */
    static @Nullable SqlNode part(String name, SqlNode of, SqlParserPos at) {
        SqlNode day = DialectDates.day(of, at);
        return PARTS.contains(name) && day != of ? DialectFunctions.call(name, at, List.of(day)) : null;
    }

    /** Days of a week from 0 on Sunday as PostgreSQL counts them, seconds between two moments, parts of a text. */
    static @Nullable SqlNode extracted(SqlIntervalQualifier unit, SqlNode of, SqlParserPos at) {
        SqlNode from = DialectDates.day(of, at);
        if (unit.getUnit() == TimeUnit.EPOCH && isDifference(from)) {
            SqlCall minus = (SqlCall) from;
            return SqlStdOperatorTable.TIMESTAMP_DIFF.createCall(
                    at,
                    new SqlIntervalQualifier(TimeUnit.SECOND, null, at),
                    DialectFunctions.cast(minus.operand(1), SqlTypeName.TIMESTAMP, at),
                    minus.operand(0));
        }
        boolean sundayIsZero = unit.getUnit() == TimeUnit.DOW;
        if (from == of && !sundayIsZero) {
            return null;
        }
        SqlNode extract = SqlStdOperatorTable.EXTRACT.createCall(at, unit, from);
        return sundayIsZero
                ? SqlStdOperatorTable.MINUS.createCall(at, extract, DialectFunctions.number(1, at))
                : extract;
    }

    /** Whether it is plainly one moment less another, and not less an interval. */
    private static boolean isDifference(SqlNode node) {
        return node instanceof SqlCall minus
                && minus.getOperator().equals(SqlStdOperatorTable.MINUS)
                && DialectDates.isTimestamp(minus.operand(0))
                && !(minus.operand(1) instanceof SqlIntervalLiteral)
                && minus.operand(1).getKind() != SqlKind.INTERVAL
                && minus.operand(1).getKind() != SqlKind.TIMES;
    }

    /** {@code (REGEXP_MATCHES(text, pattern))[1]}. */
    private static @Nullable SqlNode group(SqlNode of, SqlNode number, SqlParserPos at) {
        boolean matches = of instanceof SqlCall call
                && call.getOperator() instanceof SqlUnresolvedFunction
                && Set.of("REGEXP_MATCHES", "REGEXP_MATCH")
                        .contains(call.getOperator().getName().toUpperCase(Locale.ROOT))
                && call.operandCount() == 2;
        if (!matches) {
            return null;
        }
        SqlCall call = (SqlCall) of;
        return DialectFunctions.call(TextFunctions.GROUP, at, List.of(call.operand(0), call.operand(1), number));
    }
}
