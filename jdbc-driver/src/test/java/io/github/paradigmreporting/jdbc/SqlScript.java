package io.github.paradigmreporting.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements of a file, each with the lines after {@code -->}. Blocks end with an empty line; # begins a comment. */
public final class SqlScript {
    /**
     * One block.
     *
     * @param sql the statement
     * @param expected what follows the arrows
     */
    public record Block(String sql, List<String> expected) {
        @Override
        public String toString() {
            return sql;
        }
    }

    private SqlScript() {}

    /**
     * The blocks of a file among the resources.
     *
     * @param file its name
     * @return in order
     */
    public static List<Block> blocks(String file) {
        List<Block> blocks = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SqlScript.class.getResourceAsStream("/" + file)), StandardCharsets.UTF_8))) {
            StringBuilder sql = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("--> ")) {
                    expected.add(line.substring(4));
                } else if (line.isBlank()) {
                    if (!expected.isEmpty()) {
                        blocks.add(new Block(sql.toString().trim(), List.copyOf(expected)));
                    }
                    sql.setLength(0);
                    expected.clear();
                } else if (!line.startsWith("#")) {
                    sql.append(line).append('\n');
                }
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows as text, or the SQLState of what went wrong. */
    static List<String> answer(Connection connection, String sql) {
        List<String> rows = new ArrayList<>();
        try {
            for (List<@Nullable Object> row : SqlFixture.query(connection, sql)) {
                rows.add(row.stream().map(SqlScript::text).collect(Collectors.joining(" | ")));
            }
        } catch (SQLException e) {
            rows.add("error " + e.getSQLState());
        }
        return rows;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Timestamp timestamp
                ? timestamp.toLocalDateTime().toString()
                : String.valueOf(value);
    }
}
