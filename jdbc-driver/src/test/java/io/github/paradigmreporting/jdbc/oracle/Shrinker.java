package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a statement smaller as long as it still differs: leaves out runs of words, takes a call's argument for the call,
 * and a simple value for an expression in parentheses.
 */
final class Shrinker {
    private static final int MOST_TRIES = 4_000;
    private static final List<String> SIMPLE = List.of("1", "'a'", "NULL", "TRUE", "company_id");

    private final Predicate<String> differs;
    private final Set<String> tried = new HashSet<>();
    private boolean ordered;
    private long orders;

    Shrinker(Predicate<String> differs) {
        this.differs = differs;
    }

    String shrink(String sql) {
        List<String> tokens = SqlTokens.of(sql);
        ordered = tokens.stream().anyMatch(Set.of("LIMIT", "OFFSET", "FETCH", "OVER")::contains);
        orders = orders(tokens);
        int length;
        do {
            length = tokens.size();
            for (int size = Math.max(1, length / 2); size > 0; size /= 2) {
                tokens = without(tokens, size);
            }
            tokens = withoutCalls(tokens);
        } while (tokens.size() < length);
        return SqlTokens.join(tokens);
    }

    /** Without each run of so many words that can go. */
    private List<String> without(List<String> tokens, int size) {
        List<String> rest = tokens;
        for (int at = 0; at + size <= rest.size(); ) {
            List<String> candidate = replaced(rest, at, at + size, List.of());
            if (balanced(rest.subList(at, at + size)) && differs(candidate)) {
                rest = candidate;
            } else {
                at++;
            }
        }
        return rest;
    }

    /** With an argument, a simple value or what is in the parentheses in the place of a call or of parentheses. */
    private List<String> withoutCalls(List<String> tokens) {
        List<String> rest = tokens;
        for (int at = 0; at < rest.size(); at++) {
            if (rest.get(at).equals("(")) {
                rest = withoutCall(rest, at);
            }
        }
        return rest;
    }

    private List<String> withoutCall(List<String> tokens, int open) {
        int close = close(tokens, open);
        int begin = open > 0 && Character.isLetter(tokens.get(open - 1).charAt(0)) ? open - 1 : open;
        List<List<String>> inner = arguments(tokens.subList(open + 1, close));
        for (String value : SIMPLE) {
            inner.add(List.of(value));
        }
        for (List<String> candidate : inner) {
            List<String> with = replaced(tokens, begin, close + 1, candidate);
            if (candidate.size() < close + 1 - begin && differs(with)) {
                return with;
            }
        }
        return tokens;
    }

    private static List<List<String>> arguments(List<String> tokens) {
        List<List<String>> arguments = new ArrayList<>();
        List<String> argument = new ArrayList<>();
        int depth = 0;
        for (String token : tokens) {
            depth += depth(token);
            if (depth == 0 && Set.of(",", "AS", "FROM", "IN", "FOR").contains(token)) {
                arguments.add(argument);
                argument = new ArrayList<>();
            } else {
                argument.add(token);
            }
        }
        arguments.add(argument);
        return arguments;
    }

    private boolean differs(List<String> tokens) {
        String sql = SqlTokens.join(tokens);
        // Without its order, what a limit or a window gives is not determined.
        if (ordered && orders(tokens) < orders) {
            return false;
        }
        return tried.size() < MOST_TRIES && tried.add(sql) && differs.test(sql);
    }

    private static long orders(List<String> tokens) {
        return tokens.stream().filter(token -> token.equals("ORDER")).count();
    }

    private static List<String> replaced(List<String> tokens, int from, int to, List<String> with) {
        List<String> rest = new ArrayList<>(tokens.subList(0, from));
        rest.addAll(with);
        rest.addAll(tokens.subList(to, tokens.size()));
        return rest;
    }

    private static int depth(String token) {
        return token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
    }

    private static int close(List<String> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += depth(tokens.get(i));
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private static boolean balanced(List<String> tokens) {
        int depth = 0;
        for (String token : tokens) {
            depth += depth(token);
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
