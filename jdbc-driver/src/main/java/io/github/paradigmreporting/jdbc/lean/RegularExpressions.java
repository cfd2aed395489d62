package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Functions with regular expressions: patterns, replacements and flags as PostgreSQL has them. */
final class RegularExpressions {
    /** {@code (REGEXP_MATCHES(text, pattern))[number]}. */
    static final String GROUP = "REGEXP_GROUP_OF";

    private static final SqlTypeFamily TEXT = SqlTypeFamily.CHARACTER;

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
        all.add(function(
                GROUP,
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, SqlTypeFamily.NUMERIC),
                3,
                (values, run) -> group(matcher(values, "", run), ((Number) values[2]).intValue())));
        all.add(function(
                "REGEXP_REPLACE",
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, TEXT, TEXT),
                3,
                (values, run) -> replaced(values, values.length == 4 ? (String) values[3] : "", run)));
        all.add(test("REGEXP_LIKE"));
        all.add(test("RLIKE"));
        all.add(function("REGEXP_SUBSTR", SqlTypeName.VARCHAR, List.of(TEXT, TEXT), 2, (values, run) -> {
            RegexProgram.Matcher matcher = matcher(values, "", run);
            return matcher.find(0) ? matcher.group(0) : null;
        }));
        all.add(function("REGEXP_COUNT", SqlTypeName.INTEGER, List.of(TEXT, TEXT), 2, (values, run) -> {
            String text = (String) values[0];
            RegexProgram.Matcher matcher = matcher(values, "", run);
            int count = 0;
            for (int from = 0; from <= text.length() && matcher.find(from); from = next(matcher)) {
                count++;
            }
            return count;
        }));
        all.add(function("REGEXP_INSTR", SqlTypeName.INTEGER, List.of(TEXT, TEXT), 2, (values, run) -> {
            RegexProgram.Matcher matcher = matcher(values, "", run);
            return matcher.find(0) ? ((String) values[0]).codePointCount(0, matcher.start(0)) + 1 : 0;
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

    /** The part of a text that matches: its first group, or all of it where the pattern has no groups. */
    static @Nullable String part(Object[] values, Run run) {
        return group(matcher(values, "", run), 1);
    }

    private static ScalarFunction test(String name) {
        return function(name, SqlTypeName.BOOLEAN, List.of(TEXT, TEXT, TEXT), 2, (values, run) -> matcher(
                        values, values.length == 3 ? (String) values[2] : "", run)
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

    /** Where the search goes on behind a match. */
    private static int next(RegexProgram.Matcher matcher) {
        return matcher.end(0) > matcher.start(0) ? matcher.end(0) : matcher.end(0) + 1;
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
        while (from <= text.length() && matcher.find(from)) {
            out.append(text, copied, matcher.start(0));
            append(out, with, matcher);
            CodePoints.checkLength(out.length());
            copied = matcher.end(0);
            from = next(matcher);
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
