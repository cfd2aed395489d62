package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Functions with regular expressions: patterns, replacements and flags as PostgreSQL has them. */
final class RegularExpressions {
    /** {@code (REGEXP_MATCHES(text, pattern))[number]}. */
    static final String GROUP = "REGEXP_GROUP_OF";

    private static final SqlTypeFamily TEXT = SqlTypeFamily.CHARACTER;
    private static final SqlTypeFamily NUMBER = SqlTypeFamily.NUMERIC;

    private static final int MOST_KEPT = 100;

    /** Programs by pattern and flags: most patterns do not change from row to row. */
    private static final Map<List<String>, RegexProgram> PROGRAMS =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<List<String>, RegexProgram> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    private RegularExpressions() {}

    static List<ScalarFunction> all() {
        List<ScalarFunction> all = new ArrayList<>();
        all.add(new ScalarFunction(
                "REGEXP_MATCH",
                binding -> binding.getTypeFactory()
                        .createTypeWithNullability(binding.getTypeFactory().createArrayType(text(binding), -1), true),
                ScalarFunction.parameters(SqlTypeName.VARCHAR),
                ScalarFunction.families(List.of(TEXT, TEXT, TEXT), 2),
                (call, operands) -> TextFunctions.heeding(operands, RegularExpressions::groups)));
        all.add(found(
                GROUP,
                List.of(TEXT, TEXT, NUMBER, TEXT),
                3,
                (values, run) -> group(one(values, flags(values, 3), run), ((Number) values[2]).intValue())));
        all.add(function(
                "REGEXP_REPLACE",
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, TEXT, TEXT),
                3,
                (values, run) -> replaced(values, flags(values, 3), run)));
        all.add(test("REGEXP_LIKE"));
        all.add(test("RLIKE"));
        all.add(found("REGEXP_SUBSTR", List.of(TEXT, TEXT, NUMBER, NUMBER, TEXT, NUMBER), 2, (values, run) -> {
            RegexProgram.Matcher matcher = one(values, flags(values, 4), run);
            int group = number(values, 5, "subexpression", 0, 0);
            return isFound(matcher, values, run) && group <= matcher.groups() ? matcher.group(group) : null;
        }));
        all.add(function("REGEXP_COUNT", SqlTypeName.INTEGER, List.of(TEXT, TEXT, NUMBER, TEXT), 2, (values, run) -> {
            RegexProgram.Matcher matcher = one(values, flags(values, 3), run);
            int count = 0;
            for (int from = start(values); from >= 0 && matcher.find(from); from = next(matcher, values)) {
                CodePoints.look(++count, run);
            }
            return count;
        }));
        all.add(function(
                "REGEXP_INSTR",
                SqlTypeName.INTEGER,
                List.of(TEXT, TEXT, NUMBER, NUMBER, NUMBER, TEXT, NUMBER),
                2,
                (values, run) -> {
                    RegexProgram.Matcher matcher = one(values, flags(values, 5), run);
                    boolean behind = number(values, 4, "end option", 0, 0) == 1;
                    int group = number(values, 6, "subexpression", 0, 0);
                    if (!isFound(matcher, values, run) || group > matcher.groups() || matcher.group(group) == null) {
                        return 0;
                    }
                    int at = behind ? matcher.end(group) : matcher.start(group);
                    return ((String) values[0]).codePointCount(0, at) + 1;
                }));
        all.add(function("SIMILAR", SqlTypeName.BOOLEAN, List.of(TEXT, TEXT, TEXT), 2, (values, run) -> {
            String escape = values.length == 3 ? (String) values[2] : "\\";
            return program(similar((String) values[1], escape), "")
                    .matcher((String) values[0], run::check)
                    .matches();
        }));
        return all;
    }

    private static ScalarFunction function(
            String name, SqlTypeName type, List<SqlTypeFamily> operands, int atLeast, TextFunctions.Heeding function) {
        return TextFunctions.heeding(name, type, operands, atLeast, function);
    }

    /** A function that may find nothing, which is NULL. */
    private static ScalarFunction found(
            String name, List<SqlTypeFamily> operands, int atLeast, TextFunctions.Heeding function) {
        return new ScalarFunction(
                name,
                RegularExpressions::text,
                function(name, SqlTypeName.VARCHAR, operands, atLeast, function).getOperandTypeInference(),
                ScalarFunction.families(operands, atLeast),
                (call, expressions) -> TextFunctions.heeding(expressions, function));
    }

    private static RelDataType text(SqlOperatorBinding binding) {
        return binding.getTypeFactory()
                .createTypeWithNullability(binding.getTypeFactory().createSqlType(SqlTypeName.VARCHAR), true);
    }

    /** The part of a text that matches: its first group, or all of it where the pattern has no groups. */
    static @Nullable String part(Object[] values, Run run) {
        return group(matcher(values, "", run), 1);
    }

    /** All groups of the first match, or all that matches where there are none; NULL where nothing does. */
    private static @Nullable Object groups(Object[] values, Run run) {
        RegexProgram.Matcher matcher = one(values, flags(values, 2), run);
        if (!matcher.find(0)) {
            return null;
        }
        List<@Nullable Object> groups = new ArrayList<>();
        for (int i = Math.min(1, matcher.groups()); i <= matcher.groups(); i++) {
            groups.add(matcher.group(i));
        }
        return groups;
    }

    private static String flags(Object[] values, int operand) {
        return operand < values.length ? (String) values[operand] : "";
    }

    /** A number among the operands, within what it may be. */
    private static int number(Object[] values, int operand, String what, int otherwise, int atLeast) {
        int number = operand < values.length
                ? (int) Arithmetic.whole((Number) values[operand], Integer.MIN_VALUE, Integer.MAX_VALUE)
                : otherwise;
        boolean choice = what.equals("end option");
        if (number < atLeast || (choice && number > 1)) {
            throw new ValueException(
                    ValueException.Kind.BAD_VALUE,
                    "the " + what + " of a regular expression is " + number + "; it must be "
                            + (choice ? "0 or 1" : "at least " + atLeast));
        }
        return number;
    }

    /** A matcher of a function that looks for one match. */
    private static RegexProgram.Matcher one(Object[] values, String flags, Run run) {
        if (flags.contains("g")) {
            throw new ValueException(ValueException.Kind.BAD_VALUE, "the flag g is for REGEXP_REPLACE; leave it out");
        }
        return matcher(values, flags, run);
    }

    /** Where the search begins: at the character that the third operand counts from 1; -1 where that is behind the text. */
    private static int start(Object[] values) {
        String text = (String) values[0];
        int start = number(values, 2, "start", 1, 1);
        return start > text.length() + 1 || start - 1 > CodePoints.count(text)
                ? -1
                : text.offsetByCodePoints(0, start - 1);
    }

    /** Whether the match whose number is the fourth operand, or the first one, is there. */
    private static boolean isFound(RegexProgram.Matcher matcher, Object[] values, Run run) {
        int from = start(values);
        for (int left = number(values, 3, "match", 1, 1); left > 0; left--) {
            if (from < 0 || !matcher.find(from)) {
                return false;
            }
            from = next(matcher, values);
            CodePoints.look(left, run);
        }
        return true;
    }

    private static ScalarFunction test(String name) {
        return function(name, SqlTypeName.BOOLEAN, List.of(TEXT, TEXT, TEXT), 2, (values, run) -> one(
                        values, flags(values, 2), run)
                .find(0));
    }

    private static RegexProgram.Matcher matcher(Object[] values, String flags, Run run) {
        return program((String) values[1], flags).matcher((String) values[0], run::check);
    }

    private static RegexProgram program(String pattern, String flags) {
        List<String> key = List.of(pattern, flags);
        RegexProgram program = PROGRAMS.get(key);
        if (program == null) {
            program = RegexParser.program(pattern, flags);
            PROGRAMS.put(key, program);
        }
        return program;
    }

    /** A group of the first match from 1; of a pattern without groups, 1 is all that matches. */
    private static @Nullable String group(RegexProgram.Matcher matcher, int number) {
        if (!matcher.find(0)) {
            return null;
        }
        if (matcher.groups() == 0) {
            return number == 1 ? matcher.group(0) : null;
        }
        return number < 1 || number > matcher.groups() ? null : matcher.group(number);
    }

    /** Where the search goes on behind a match, behind a whole character; -1 at the end of the text. */
    private static int next(RegexProgram.Matcher matcher, Object[] values) {
        String text = (String) values[0];
        int end = matcher.end(0);
        if (end > matcher.start(0)) {
            return end;
        }
        return end == text.length() ? -1 : end + Character.charCount(text.codePointAt(end));
    }

    /** The first match replaced, with the flag g all of them. */
    private static String replaced(Object[] values, String flags, Run run) {
        String text = (String) values[0];
        String with = (String) values[2];
        RegexProgram.Matcher matcher = matcher(values, flags, run);
        boolean all = flags.toLowerCase(Locale.ROOT).contains("g");
        StringBuilder out = new StringBuilder();
        int copied = 0;
        int from = 0;
        int found = 0;
        while (from >= 0 && matcher.find(from)) {
            out.append(text, copied, matcher.start(0));
            append(out, with, matcher);
            CodePoints.checkLength(out.length());
            copied = matcher.end(0);
            from = next(matcher, values);
            CodePoints.look(++found, run);
            if (!all) {
                break;
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** {@code \1} is a group, {@code \&} the match, {@code \\} a backslash. */
    private static void append(StringBuilder out, String with, RegexProgram.Matcher matcher) {
        for (int i = 0; i < with.length(); i++) {
            char c = with.charAt(i);
            char next = c == '\\' && i + 1 < with.length() ? with.charAt(i + 1) : 0;
            if (next >= '0' && next <= '9') {
                int number = next - '0';
                String group = number <= matcher.groups() ? matcher.group(number) : null;
                out.append(group == null ? "" : group);
                CodePoints.checkLength(out.length());
                i++;
            } else if (next == '&') {
                out.append(matcher.group(0));
                i++;
            } else if (next == '\\') {
                out.append('\\');
                i++;
            } else {
                out.append(c);
            }
        }
    }

    /** A pattern of SIMILAR TO as a regular expression. */
    private static String similar(String pattern, String escape) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (!escape.isEmpty() && c == escape.charAt(0) && i + 1 < pattern.length()) {
                char literal = pattern.charAt(++i);
                out.append(Character.isLetterOrDigit(literal) || literal > 127 ? "" : "\\")
                        .append(literal);
            } else if (inClass) {
                inClass = c != ']';
                out.append(c == '\\' ? "\\\\" : String.valueOf(c));
            } else {
                inClass = c == '[';
                out.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            case '(' -> "(?:";
                            case '.', '^', '$', '\\' -> "\\" + c;
                            default -> String.valueOf(c);
                        });
            }
        }
        return out.toString();
    }
}
