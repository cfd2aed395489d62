package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers, texts and signs of a statement, without blanks and comments. */
final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|--[^\n]*|'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|[\\p{L}_][\\p{L}\\p{N}_$]*"
                    + "|::|<=|>=|<>|!=|\\|\\||!~~\\*?|~~\\*?|!~\\*?|~\\*?|.",
            Pattern.DOTALL);

    private SqlTokens() {}

    static List<String> of(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group();
            if (!token.isBlank() && !token.startsWith("--")) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    static String join(List<String> tokens) {
        return String.join(" ", tokens)
                .replace("( ", "(")
                .replace(" )", ")")
                .replace(" ,", ",")
                .replace(" . ", ".");
    }

    static boolean isNumber(String token) {
        return Character.isDigit(token.charAt(0));
    }

    static boolean isText(String token) {
        return token.charAt(0) == '\'';
    }
}
