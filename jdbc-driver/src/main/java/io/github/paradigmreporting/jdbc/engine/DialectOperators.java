package io.github.paradigmreporting.jdbc.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.SqlBinaryOperator;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLikeOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Operators and special forms that mean something else in PostgreSQL or MySQL than in Calcite. */
final class DialectOperators {
    private static final Set<String> PARTS =
            Set.of("YEAR", "QUARTER", "MONTH", "WEEK", "DAYOFYEAR", "DAYOFMONTH", "DAYOFWEEK", "DAYNAME", "MONTHNAME");

    private static final Set<SqlKind> ARITHMETIC =
            Set.of(SqlKind.PLUS, SqlKind.MINUS, SqlKind.TIMES, SqlKind.DIVIDE, SqlKind.MOD);

    private DialectOperators() {}

    /** The expression that a call means, or null when Calcite understands it the same. */
    static @Nullable SqlNode rewritten(SqlCall call, SqlParserPos at) {
        SqlOperator operator = call.getOperator();
        if (operator instanceof SqlBinaryOperator && ARITHMETIC.contains(operator.getKind())) {
            return arithmetic(operator, call.operand(0), call.operand(1), at);
        }
        if (operator.equals(SqlStdOperatorTable.EXTRACT)) {
            return part((SqlIntervalQualifier) call.operand(0), call.operand(1), at);
        }
        if (operator instanceof SqlLikeOperator like) {
            return like(like, call.getOperandList(), at);
        }
        if (operator.equals(SqlStdOperatorTable.TRIM)) {
            SqlLiteral side = call.operand(0);
            return DialectFunctions.own(
                    "TRIM_OF",
                    at,
                    call.operand(2),
                    call.operand(1),
                    SqlLiteral.createCharString(String.valueOf(side.getValue()), at));
        }
        if (operator.equals(SqlStdOperatorTable.OVERLAPS)
                && call.operand(0) instanceof SqlCall first
                && call.operand(1) instanceof SqlCall second
                && first.operandCount() == 2
                && second.operandCount() == 2) {
            return DialectFunctions.own(
                    "OVERLAPS", at, first.operand(0), first.operand(1), second.operand(0), second.operand(1));
        }
        if (operator.equals(SqlStdOperatorTable.CURRENT_TIMESTAMP)) {
            return DialectFunctions.cast(call, SqlTypeName.TIMESTAMP_WITH_LOCAL_TIME_ZONE, at);
        }
        if (operator.getName().equals("TRANSLATE3")) {
            return DialectFunctions.own("TRANSLATE", at, call.getOperandList().toArray(new SqlNode[0]));
        }
        if (operator instanceof SqlFunction && DialectFunctions.isOwn(operator.getName())) {
            return DialectFunctions.own(
                    operator.getName(), at, call.getOperandList().toArray(new SqlNode[0]));
        }
        if (operator.equals(SqlStdOperatorTable.CAST)
                && call.operand(1) instanceof SqlDataTypeSpec type
                && type.getTypeName().isSimple()
                && type.getTypeName().getSimple().equalsIgnoreCase("INTERVAL")) {
            return DialectFunctions.own("INTERVAL_OF", at, call.<SqlNode>operand(0));
        }
        if (operator instanceof SqlBinaryOperator && operator.getName().equals("^")) {
            return DialectFunctions.own("POWER", at, call.operand(0), call.operand(1));
        }
        if (isOfRows(call)) {
            return rows(operator, call.operand(0), call.operand(1), 0, at);
        }
        if ((call.getKind() == SqlKind.IN || call.getKind() == SqlKind.NOT_IN)
                && call.operand(1) instanceof SqlNodeList list
                && !list.isEmpty()
                && list.stream()
                        .allMatch(row -> isOfRows(SqlStdOperatorTable.EQUALS.createCall(at, call.operand(0), row)))) {
            SqlNode any = anyOf(call.operand(0), list, at);
            return call.getKind() == SqlKind.IN ? any : SqlStdOperatorTable.NOT.createCall(at, any);
        }
        if (call.getKind() == SqlKind.ITEM) {
            return group(call.operand(0), call.operand(1), at);
        }
        if (operator instanceof SqlJdbcFunctionCall escape) {
            return escaped(escape, call, at);
        }
        return DialectArithmetic.instead(call);
    }

    /** {@code 'a' || 1 + 2} is 'a3': || is weaker than + and *, and not as strong as *, as the parser has it. */
    private static @Nullable SqlNode arithmetic(SqlOperator operator, SqlNode left, SqlNode right, SqlParserPos at) {
        if (isConcatenation(left)) {
            SqlCall texts = (SqlCall) left;
            return SqlStdOperatorTable.CONCAT.createCall(
                    at, texts.operand(0), computed(operator, texts.operand(1), right, at));
        }
        if (isConcatenation(right)) {
            SqlCall texts = (SqlCall) right;
            return SqlStdOperatorTable.CONCAT.createCall(
                    at, computed(operator, left, texts.operand(0), at), texts.operand(1));
        }
        return DialectArithmetic.instead(operator.createCall(at, left, right));
    }

    private static SqlNode computed(SqlOperator operator, SqlNode left, SqlNode right, SqlParserPos at) {
        SqlNode known = arithmetic(operator, left, right, at);
        return known == null ? operator.createCall(at, left, right) : known;
    }

    private static boolean isConcatenation(SqlNode node) {
        return node instanceof SqlCall call && call.getOperator().equals(SqlStdOperatorTable.CONCAT);
    }

    private static boolean isOfRows(SqlCall call) {
        return SqlKind.COMPARISON.contains(call.getKind())
                && call.operandCount() == 2
                && call.operand(0) instanceof SqlCall left
                && call.operand(1) instanceof SqlCall right
                && left.getKind() == SqlKind.ROW
                && right.getKind() == SqlKind.ROW
                && left.operandCount() == right.operandCount()
                && left.operandCount() > 0
                && call.getKind() != SqlKind.IS_DISTINCT_FROM
                && call.getKind() != SqlKind.IS_NOT_DISTINCT_FROM;
    }

    /** Whether a row is one of some: Calcite knows no type for a parameter or NULL in one of them. */
    private static SqlNode anyOf(SqlCall row, List<SqlNode> rows, SqlParserPos at) {
        int half = rows.size() / 2;
        return half == 0
                ? rows(SqlStdOperatorTable.EQUALS, row, (SqlCall) rows.get(0), 0, at)
                : SqlStdOperatorTable.OR.createCall(
                        at, anyOf(row, rows.subList(0, half), at), anyOf(row, rows.subList(half, rows.size()), at));
    }

    /** From a pair on: rows are equal in all of them, and otherwise the first pair that is not equal decides. */
    private static SqlNode rows(SqlOperator operator, SqlCall left, SqlCall right, int pair, SqlParserPos at) {
        SqlNode first = operator.createCall(at, left.<SqlNode>operand(pair), right.<SqlNode>operand(pair));
        if (pair == left.operandCount() - 1) {
            return first;
        }
        SqlNode rest = rows(operator, left, right, pair + 1, at);
        SqlNode equal = SqlStdOperatorTable.EQUALS.createCall(at, left.operand(pair), right.operand(pair));
        return switch (operator.getKind()) {
            case EQUALS -> SqlStdOperatorTable.AND.createCall(at, first, rest);
            case NOT_EQUALS -> SqlStdOperatorTable.OR.createCall(at, first, rest);
            case LESS_THAN, LESS_THAN_OR_EQUAL ->
                decided(SqlStdOperatorTable.LESS_THAN, left, right, pair, equal, rest, at);
            default -> decided(SqlStdOperatorTable.GREATER_THAN, left, right, pair, equal, rest, at);
        };
    }

    private static SqlNode decided(
            SqlOperator strictly, SqlCall left, SqlCall right, int pair, SqlNode equal, SqlNode rest, SqlParserPos at) {
        return SqlStdOperatorTable.OR.createCall(
                at,
                strictly.createCall(at, left.<SqlNode>operand(pair), right.<SqlNode>operand(pair)),
                SqlStdOperatorTable.AND.createCall(at, equal, rest));
    }

    /** {@code {fn LEFT(x, 2)}}: by the name alone, but that JDBC's LOG is the natural one. */
    private static @Nullable SqlNode escaped(SqlJdbcFunctionCall operator, SqlCall call, SqlParserPos at) {
        String name = operator.getName()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[{}]|FN ", "")
                .trim();
        String meant = name.equals("LOG") ? "LN" : name;
        if (DialectFunctions.isOwn(meant)) {
            return DialectFunctions.own(meant, at, call.getOperandList().toArray(new SqlNode[0]));
        }
        if (call.operandCount() != 1 || !PARTS.contains(name)) {
            return null;
        }
        SqlNode day = DialectDates.day(call.operand(0), at);
        return day == call.operand(0) ? null : operator.createCall(at, day);
    }

    /** LIKE and the like by functions of the driver's, for which NULL is a pattern and no pattern is another. */
    private static SqlNode like(SqlLikeOperator operator, List<SqlNode> operands, SqlParserPos at) {
        String name =
                switch (operator.getKind()) {
                    case SIMILAR -> "SIMILAR";
                    case RLIKE -> "RLIKE";
                    default -> operator.isCaseSensitive() ? "LIKE" : "ILIKE";
                };
        SqlNode test = DialectFunctions.own(name, at, operands.toArray(new SqlNode[0]));
        return operator.isNegated() ? SqlStdOperatorTable.NOT.createCall(at, test) : test;
    }

    /** {@code YEAR('2026-11-03')} and the like: of a text that is a day. */
    static @Nullable SqlNode part(String name, SqlNode of, SqlParserPos at) {
        SqlNode day = DialectDates.day(of, at);
        return PARTS.contains(name) && day != of ? DialectFunctions.call(name, at, List.of(day)) : null;
    }

    /** EXTRACT: by PostgreSQL's counting of days of a week, and with the decimals of a second. */
    static SqlNode part(SqlIntervalQualifier unit, SqlNode of, SqlParserPos at) {
        String name = unit.timeFrameName == null ? unit.getUnit().name() : unit.timeFrameName;
        return DialectFunctions.own("DATE_PART", at, SqlLiteral.createCharString(name, at), of);
    }

    /** {@code (REGEXP_MATCHES(text, pattern))[1]}, or with flags. */
    private static @Nullable SqlNode group(SqlNode of, SqlNode number, SqlParserPos at) {
        boolean matches = of instanceof SqlCall call
                && Set.of("REGEXP_MATCHES", "REGEXP_MATCH")
                        .contains(call.getOperator().getName().toUpperCase(Locale.ROOT))
                && (call.operandCount() == 2 || call.operandCount() == 3);
        if (!matches) {
            return null;
        }
        SqlCall call = (SqlCall) of;
        List<SqlNode> operands = new ArrayList<>(call.getOperandList());
        operands.add(2, number);
        return DialectFunctions.own("REGEXP_GROUP_OF", at, operands.toArray(new SqlNode[0]));
    }
}
