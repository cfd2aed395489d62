package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a statement what is not needed for a difference: any run of words, as long as the rest still differs. */
final class Shrinker {
    private static final int MOST_TRIES = 3_000;

    private final Predicate<String> differs;
    private int tries;

    Shrinker(Predicate<String> differs) {
        this.differs = differs;
    }

    String shrink(String sql) {
        List<String> tokens = SqlTokens.of(sql);
        for (int size = Math.max(1, tokens.size() / 2); size > 0 && tries < MOST_TRIES; size /= 2) {
            boolean smaller = true;
            while (smaller && tries < MOST_TRIES) {
                List<String> rest = without(tokens, size);
                smaller = rest.size() < tokens.size();
                tokens = rest;
            }
        }
        return SqlTokens.join(tokens);
    }

    /** Without each run of so many words that can go, and without pairs of parentheses that can. */
    private List<String> without(List<String> tokens, int size) {
        List<String> rest = tokens;
        for (int at = 0; at + size <= rest.size() && tries < MOST_TRIES; ) {
            List<String> candidate = new ArrayList<>(rest.subList(0, at));
            candidate.addAll(rest.subList(at + size, rest.size()));
            if (balanced(rest.subList(at, at + size)) && differs(candidate)) {
                rest = candidate;
            } else if (size == 1 && rest.get(at).equals("(") && differs(unwrapped(rest, at))) {
                rest = unwrapped(rest, at);
            } else {
                at++;
            }
        }
        return rest;
    }

    private boolean differs(List<String> tokens) {
        tries++;
        return differs.test(SqlTokens.join(tokens));
    }

    private static boolean balanced(List<String> tokens) {
        int depth = 0;
        for (String token : tokens) {
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static List<String> unwrapped(List<String> tokens, int at) {
        List<String> rest = new ArrayList<>(tokens);
        int depth = 0;
        for (int i = at; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                rest.remove(i);
                break;
            }
        }
        rest.remove(at);
        return rest;
    }
}
