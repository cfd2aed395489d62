package io.github.paradigmreporting.jdbc.oracle;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known to differ and not yet corrected, of {@code oracle/known.txt}: {@code family name} leaves a family of
 * random statements out of the build, every other line is a statement of {@code oracle/cases} or a check.
 */
final class Known {
    private static final Set<String> LINES = Resource.text("oracle/known.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .collect(Collectors.toSet());

    private Known() {}

    static boolean is(String line) {
        return LINES.contains(line.replace('\n', ' '));
    }

    static boolean is(Family family) {
        return is("family " + family);
    }
}
