package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.jdbc.dialect.ViewDefinition;
import io.github.paradigmreporting.jdbc.engine.SqlEngine;
import io.github.paradigmreporting.jdbc.engine.SqlStates;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the user's own views. Each may use the tables, the built-in views, and the views before it. Errors name places in
 * the file and repeat nothing of it: the path may lead to any file of this machine.
 */
final class ViewFile {
    private static final String SETTING = JdbcSettings.VIEW_DEFINITIONS.name();
    private static final long LARGEST = 10L << 20;
    private static final Pattern PLACE = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");

    private ViewFile() {}

    /** The tables together with the file's views, all of them planned once. */
    static Catalog read(Path file) {
        Catalog catalog = Catalog.BUILT_IN;
        for (ViewDefinition definition : definitions(file)) {
            String name = definition.name();
            if (catalog.tables().stream().map(SqlTable::name).anyMatch(name::equalsIgnoreCase)) {
                throw wrong(
                        file,
                        definition.place()
                                + ": there is already a table or view of this name; give the view another name");
            }
            try {
                catalog = catalog.with(SqlEngine.calcite(catalog).view(name, definition.sql(), definition.remarks()));
            } catch (SQLException e) {
                throw wrong(file, definition.place() + ": " + problem(e) + place(e, definition));
            }
        }
        return catalog;
    }

    private static Iterable<ViewDefinition> definitions(Path file) {
        try {
            // A device or FIFO could be read without end.
            if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > LARGEST)) {
                throw wrong(file, "it is no file, or one of more than " + (LARGEST >> 20) + " MiB; check the path");
            }
            return ViewDefinition.parse(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidSettingException(SETTING, file + " cannot be read; check path and permissions", e);
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
    }

    /** Without a cause, whose message may repeat the file. */
    private static InvalidSettingException wrong(Path file, String problem) {
        return new InvalidSettingException(SETTING, file + ", " + problem);
    }

    private static String problem(SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
                    case SqlStates.NO_TABLE -> "it reads a table that does not exist";
                    case SqlStates.NO_COLUMN -> "it names a column that does not exist";
                    case SqlStates.NO_FUNCTION -> "it calls a function that does not exist, or with other arguments";
                    case SqlStates.AMBIGUOUS_COLUMN ->
                        "it has two columns of one name, or a column of which there are two";
                    case SqlStates.READ_ONLY -> "the driver only reads; write SELECT";
                    case SqlStates.SYNTAX -> "a word cannot stand where it is";
                    case SqlStates.TYPES ->
                        "the types of values do not go together, or a column has a type that a view cannot have";
                    case SqlStates.GROUPING -> "a column is neither grouped nor aggregated";
                    default -> "it cannot be planned";
                }
                + " (SQLState " + e.getSQLState() + "; the SELECT alone, sent as a statement, says more)";
    }

    /** Where in the file; errors count lines and columns of the query alone. */
    private static String place(SQLException e, ViewDefinition view) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        if (!place.find()) {
            return "";
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        return ", at line " + (view.line() + line - 1) + ", column "
                + (line == 1 ? view.column() + column - 1 : column);
    }
}
