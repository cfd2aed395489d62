package io.github.paradigmreporting.jdbc.lean;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.calcite.sql.type.SqlTypeFamily;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Functions with regular expressions; those are Java's, replacements and flags PostgreSQL's. */
final class RegularExpressions {
    /** {@code (REGEXP_MATCHES(text, pattern))[number]}. */
    static final String GROUP = "REGEXP_GROUP_OF";

    private static final SqlTypeFamily TEXT = SqlTypeFamily.CHARACTER;

    private RegularExpressions() {}

    static List<ScalarFunction> all() {
        List<ScalarFunction> all = new ArrayList<>();
        all.add(TextFunctions.function(
                GROUP,
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, SqlTypeFamily.NUMERIC),
                3,
                values -> group(matcher(values, ""), ((Number) values[2]).intValue())));
        all.add(TextFunctions.function(
                "REGEXP_REPLACE",
                SqlTypeName.VARCHAR,
                List.of(TEXT, TEXT, TEXT, TEXT),
                3,
                values -> replaced(values, values.length == 4 ? (String) values[3] : "")));
        all.add(test("REGEXP_LIKE", ""));
        all.add(test("RLIKE", ""));
        all.add(TextFunctions.function("REGEXP_SUBSTR", SqlTypeName.VARCHAR, List.of(TEXT, TEXT), 2, values -> {
            Matcher matcher = matcher(values, "");
            return matcher.find() ? matcher.group() : null;
        }));
        all.add(TextFunctions.function("REGEXP_COUNT", SqlTypeName.INTEGER, List.of(TEXT, TEXT), 2, values -> {
            return (int) matcher(values, "").results().count();
        }));
        all.add(TextFunctions.function("REGEXP_INSTR", SqlTypeName.INTEGER, List.of(TEXT, TEXT), 2, values -> {
            Matcher matcher = matcher(values, "");
            return matcher.find() ? ((String) values[0]).codePointCount(0, matcher.start()) + 1 : 0;
        }));
        all.add(TextFunctions.function("SIMILAR", SqlTypeName.BOOLEAN, List.of(TEXT, TEXT, TEXT), 2, values -> {
            String escape = values.length == 3 ? (String) values[2] : "\\";
            return pattern(similar((String) values[1], escape), "")
                    .matcher((String) values[0])
                    .matches();
        }));
        return all;
    }

    /** The part of a text that matches: its first group, or all of it where the pattern has no groups. */
    static @Nullable String part(Object[] values) {
        return group(matcher(values, ""), 1);
    }

    private static ScalarFunction test(String name, String flags) {
        return TextFunctions.function(name, SqlTypeName.BOOLEAN, List.of(TEXT, TEXT, TEXT), 2, values -> matcher(
                        values, values.length == 3 ? (String) values[2] : flags)
                .find());
    }

    private static Matcher matcher(Object[] values, String flags) {
        return pattern((String) values[1], flags).matcher((String) values[0]);
    }

    private static Pattern pattern(String pattern, String flags) {
        int java = Pattern.DOTALL;
        for (char flag : flags.toLowerCase(Locale.ROOT).toCharArray()) {
            switch (flag) {
                case 'i' -> java |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'x' -> java |= Pattern.COMMENTS;
                case 'n', 'm' -> java = (java & ~Pattern.DOTALL) | Pattern.MULTILINE;
                case 'c', 's', 'g' -> {}
                default ->
                    throw new ValueException(
                            ValueException.Kind.BAD_VALUE,
                            "'" + flag + "' is no flag of a regular expression; there are g, i, c, n, s and x");
            }
        }
        try {
            return Pattern.compile(pattern, java);
        } catch (PatternSyntaxException e) {
            throw new ValueException(
                    ValueException.Kind.BAD_REGULAR_EXPRESSION,
                    "'" + pattern + "' is no regular expression: " + e.getDescription());
        }
    }

    /** A group of the first match from 1; of a pattern without groups, 1 is all that matches. */
    private static @Nullable String group(Matcher matcher, int number) {
        if (!matcher.find()) {
            return null;
        }
        if (matcher.groupCount() == 0) {
            return number == 1 ? matcher.group() : null;
        }
        return number < 1 || number > matcher.groupCount() ? null : matcher.group(number);
    }

    /** The first match replaced, with the flag g all of them. */
    private static String replaced(Object[] values, String flags) {
        Matcher matcher = matcher(values, flags);
        String with = (String) values[2];
        boolean all = flags.toLowerCase(Locale.ROOT).contains("g");
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, "");
            append(out, with, matcher);
            if (!all) {
                break;
            }
        }
        return matcher.appendTail(out).toString();
    }

    /** {@code \1} is a group, {@code \&} the match, {@code \\} a backslash. */
    private static void append(StringBuilder out, String with, Matcher matcher) {
        for (int i = 0; i < with.length(); i++) {
            char c = with.charAt(i);
            char next = c == '\\' && i + 1 < with.length() ? with.charAt(i + 1) : 0;
            if (next >= '0' && next <= '9') {
                int number = next - '0';
                String group = number <= matcher.groupCount() ? matcher.group(number) : null;
                out.append(group == null ? "" : group);
                i++;
            } else if (next == '&') {
                out.append(matcher.group());
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
                out.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (inClass) {
                inClass = c != ']';
                out.append(c == '\\' || c == '[' || c == '&' ? "\\" + c : String.valueOf(c));
            } else {
                inClass = c == '[';
                out.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            case '.', '^', '$', '\\' -> "\\" + c;
                            default -> String.valueOf(c);
                        });
            }
        }
        return out.toString();
    }
}
