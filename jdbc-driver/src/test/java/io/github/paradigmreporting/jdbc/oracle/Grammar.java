package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions of {@code oracle/expressions.txt}, at random. */
final class Grammar {
    private static final Pattern KIND = Pattern.compile("\\{(\\w+)}");
    private static final int FAR = 1_000;

    private record Alternative(String text, List<String> kinds) {
        static Alternative of(String text) {
            return new Alternative(
                    text,
                    KIND.matcher(text).results().map(result -> result.group(1)).toList());
        }
    }

    private final Map<String, List<Alternative>> alternatives = new HashMap<>();
    private final Map<String, Integer> shallowest = new HashMap<>();

    Grammar(String file) {
        List<Alternative> current = new ArrayList<>();
        for (String line : Resource.text(file).lines().toList()) {
            if (line.startsWith("  ")) {
                current.add(Alternative.of(line.substring(2)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current = alternatives.computeIfAbsent(line, key -> new ArrayList<>());
            }
        }
        measure();
    }

    /** How deep the least alternative of each kind is. */
    private void measure() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, List<Alternative>> kind : alternatives.entrySet()) {
                int least = kind.getValue().stream().mapToInt(this::depth).min().orElse(FAR);
                if (least < shallowest.getOrDefault(kind.getKey(), FAR)) {
                    shallowest.put(kind.getKey(), least);
                    changed = true;
                }
            }
        }
    }

    /** Columns and words of a list do not count. */
    private int depth(Alternative alternative) {
        int depth = 0;
        for (String kind : alternative.kinds()) {
            List<Alternative> inner = alternatives.get(kind);
            boolean words = inner == null
                    || inner.stream().allMatch(word -> word.kinds().isEmpty());
            depth = Math.max(depth, words ? 0 : shallowest.getOrDefault(kind, FAR) + 1);
        }
        return depth;
    }

    /**
     * An expression.
     *
     * @param kind what it is
     * @param depth how deep it may be; kinds that cannot be so flat are as flat as they can be
     * @param columns gives a column for a kind that is not in the file
     */
    String next(String kind, int depth, Random random, UnaryOperator<String> columns) {
        List<Alternative> all = alternatives.get(kind);
        if (all == null) {
            return columns.apply(kind);
        }
        List<Alternative> flat =
                all.stream().filter(alternative -> depth(alternative) <= depth).toList();
        int least = Objects.requireNonNull(shallowest.get(kind));
        List<Alternative> choices = !flat.isEmpty()
                ? flat
                : all.stream()
                        .filter(alternative -> depth(alternative) == least)
                        .toList();
        Alternative chosen = choices.get(random.nextInt(choices.size()));
        return KIND.matcher(chosen.text())
                .replaceAll(result -> Matcher.quoteReplacement(next(result.group(1), depth - 1, random, columns)));
    }
}
