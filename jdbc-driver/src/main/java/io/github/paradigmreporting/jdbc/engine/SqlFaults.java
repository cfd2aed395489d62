package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.dialect.SqlText;
import io.github.paradigmreporting.jdbc.lean.FailedCallException;
import io.github.paradigmreporting.jdbc.lean.ValueException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.jspecify.annotations.Nullable;

/** What Calcite says of a statement, as a SQLException with a SQLState, line and column. */
final class SqlFaults {
    private record Rule(Pattern pattern, String state) {}

    /** In this order: the first that is found in a message counts. */
    private static final List<Rule> RULES = List.of(
            rule("Object '.*' not found|Table '.*' not found", SqlStates.NO_TABLE),
            rule("Column '.*' is ambiguous", SqlStates.AMBIGUOUS_COLUMN),
            rule("Column '.*' not found|Unknown field|Unknown identifier", SqlStates.NO_COLUMN),
            rule(
                    "No match found for function signature|Invalid number of arguments to function",
                    SqlStates.NO_FUNCTION),
            rule("is not being grouped|Aggregate expression is illegal", SqlStates.GROUPING),
            rule("Illegal (DATE|TIME|TIMESTAMP|INTERVAL) literal|Invalid (DATE|TIME|TIMESTAMP)", SqlStates.BAD_DATE),
            rule("Cannot apply|Cast function cannot convert|type mismatch|Illegal mixing", SqlStates.TYPES));

    /** What the parser does not know, since it would write; tools try it when they connect. */
    private static final Pattern WRITING = Pattern.compile(
            "(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*"
                    + "(CREATE|DROP|ALTER|TRUNCATE|RENAME|GRANT|REVOKE|INSERT|UPDATE|DELETE|MERGE|UPSERT|REPLACE|COMMENT)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SqlFaults() {}

    static SQLException of(Throwable thrown, SqlText sql) {
        if (find(thrown, StackOverflowError.class) != null) {
            return SqlStates.of(SqlStates.TOO_COMPLEX, "the statement is nested too deeply; simplify it", thrown);
        }
        if (thrown instanceof SqlParseException parse) {
            Matcher write = WRITING.matcher(sql.text());
            if (write.lookingAt()) {
                return SqlStates.of(
                        SqlStates.READ_ONLY,
                        "the driver only reads: " + write.group(1).toUpperCase(Locale.ROOT)
                                + " is not possible; use SELECT",
                        parse);
            }
            return SqlStates.of(SqlStates.SYNTAX, syntax(parse, sql), parse);
        }
        ValueException value = find(thrown, ValueException.class);
        if (value != null) {
            return SqlStates.of(value.sqlState(), String.valueOf(value.getMessage()), thrown);
        }
        CalciteContextException context = find(thrown, CalciteContextException.class);
        if (context != null) {
            String problem = context.getCause() == null
                    ? String.valueOf(context.getMessage())
                    : String.valueOf(context.getCause().getMessage());
            String at = context.getPosLine() > 0
                    ? " (" + sql.place(context.getPosLine(), context.getPosColumn()) + ")"
                    : "";
            return SqlStates.of(state(problem, SqlStates.SYNTAX), problem + at + Suggestion.name(problem), context);
        }
        String message = String.valueOf(thrown.getMessage());
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof ArithmeticException) {
            return SqlStates.of(SqlStates.DIVISION_BY_ZERO, "a constant divides by zero: " + root.getMessage(), thrown);
        }
        FailedCallException call = find(thrown, FailedCallException.class);
        if (call != null) {
            return SqlStates.of(
                    state(message, SqlStates.BAD_VALUE), call.function() + ": " + call.getMessage(), thrown);
        }
        return SqlStates.of(
                state(message, SqlStates.NOT_SUPPORTED),
                "the statement cannot be planned: " + firstLine(message) + "; statement: " + sql,
                thrown);
    }

    private static String syntax(SqlParseException parse, SqlText sql) {
        String message = firstLine(String.valueOf(parse.getMessage()));
        String named = sql.namedParameter();
        if (named != null) {
            return "the statement cannot be parsed: " + named + "; a parameter is written ?";
        }
        if (parse.getPos() == null) {
            return "the statement cannot be parsed: " + message;
        }
        int line = parse.getPos().getLineNum();
        int column = parse.getPos().getColumnNum();
        if (message.contains("<EOF>")) {
            return "the statement cannot be parsed: it ends too soon (" + sql.place(line, column) + ")";
        }
        List<String> words = sql.words(line, column);
        String what = "'" + words.get(0) + "' cannot stand here";
        return "the statement cannot be parsed: " + what + " (" + sql.place(line, column) + ")"
                + Suggestion.syntax(words, parse.getExpectedTokenNames());
    }

    private static String state(String message, String other) {
        return RULES.stream()
                .filter(rule -> rule.pattern.matcher(message).find())
                .map(Rule::state)
                .findFirst()
                .orElse(other);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }

    private static Rule rule(String pattern, String state) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), state);
    }
}
