package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.List;

/** The columns that decide the order of a statement's rows. */
final class SortKeys {
    private SortKeys() {}

    /**
     * Numbers from 0 of the columns by which rows are sorted, as far as they can be seen in the answer: keys that are
     * neither numbers nor labels end the list.
     */
    static List<Integer> of(String sql, List<String> labels) {
        List<String> tokens = SqlTokens.of(sql);
        List<Integer> keys = new ArrayList<>();
        int at = start(tokens);
        if (at < 0) {
            return keys;
        }
        List<String> key = new ArrayList<>();
        int depth = 0;
        for (String token : tokens.subList(at, tokens.size())) {
            boolean ends = depth == 0
                    && (token.equals(",")
                            || token.equals(";")
                            || List.of("LIMIT", "OFFSET", "FETCH").contains(token.toUpperCase(java.util.Locale.ROOT)));
            if (ends) {
                if (!add(key, labels, keys) || !token.equals(",")) {
                    return keys;
                }
                key.clear();
            } else {
                depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
                key.add(token);
            }
        }
        add(key, labels, keys);
        return keys;
    }

    private static int start(List<String> tokens) {
        int depth = 0;
        int start = -1;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            String token = tokens.get(i);
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth == 0
                    && token.equalsIgnoreCase("ORDER")
                    && tokens.get(i + 1).equalsIgnoreCase("BY")) {
                start = i + 2;
            }
        }
        return start;
    }

    private static boolean add(List<String> key, List<String> labels, List<Integer> keys) {
        if (key.isEmpty()) {
            return false;
        }
        String name = key.get(0).replace("\"", "");
        boolean plain = key.stream().skip(1).allMatch(word -> List.of("ASC", "DESC", "NULLS", "FIRST", "LAST")
                .contains(word.toUpperCase(java.util.Locale.ROOT)));
        if (!plain) {
            return false;
        }
        int index = SqlTokens.isNumber(name)
                ? Integer.parseInt(name) - 1
                : labels.stream()
                        .map(label -> label.toLowerCase(java.util.Locale.ROOT))
                        .toList()
                        .indexOf(name.toLowerCase(java.util.Locale.ROOT));
        return index >= 0 && index < labels.size() && keys.add(index);
    }
}
