package io.github.paradigmreporting.jdbc.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that the driver answers otherwise than PostgreSQL on purpose, of {@code oracle/differences.sql}.
 *
 * @param title what it is
 * @param reason why
 * @param rule name of a rule of {@link Comparison}, or empty
 * @param definitions SQL that makes PostgreSQL answer as the driver does, or empty
 */
record Difference(String title, String reason, String rule, String definitions) {
    private static final Pattern BLOCKS = Pattern.compile("^-- ## ", Pattern.MULTILINE);
    private static final String RULE = "-- -> ";
    private static final String COMMENT = "-- ";

    /** All there are. */
    static final List<Difference> ALL = parse(Resource.text("oracle/differences.sql"));

    private static List<Difference> parse(String file) {
        List<Difference> all = new ArrayList<>();
        for (String block : BLOCKS.splitAsStream(file).skip(1).toList()) {
            List<String> lines = block.lines().toList();
            StringBuilder reason = new StringBuilder();
            StringBuilder definitions = new StringBuilder();
            String rule = "";
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith(RULE)) {
                    rule = line.substring(RULE.length());
                } else if (line.startsWith(COMMENT)) {
                    reason.append(reason.isEmpty() ? "" : " ").append(line.substring(COMMENT.length()));
                } else {
                    definitions.append(line).append('\n');
                }
            }
            all.add(new Difference(
                    lines.get(0),
                    reason.toString(),
                    rule,
                    definitions.toString().trim()));
        }
        return List.copyOf(all);
    }
}
