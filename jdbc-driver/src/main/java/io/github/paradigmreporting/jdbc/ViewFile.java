package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.jdbc.dialect.ViewDefinition;
import io.github.paradigmreporting.jdbc.engine.SqlEngine;
import io.github.paradigmreporting.jdbc.table.Catalog;
import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** A file of the user's own views. Each may use the tables, the built-in views, and the views before it. */
final class ViewFile {
    private static final String SETTING = JdbcSettings.VIEW_DEFINITIONS.name();

    private ViewFile() {}

    /** The tables together with the file's views, all of them planned once. */
    static Catalog read(Path file) {
        Catalog catalog = Catalog.BUILT_IN;
        for (ViewDefinition definition : definitions(file)) {
            String name = definition.name();
            if (catalog.tables().stream().map(SqlTable::name).anyMatch(name::equalsIgnoreCase)) {
                throw new InvalidSettingException(
                        SETTING, file + ": there is already a table or view " + name + "; give the view another name");
            }
            try {
                catalog = catalog.with(SqlEngine.calcite(catalog).view(name, definition.sql(), definition.remarks()));
            } catch (SQLException e) {
                throw new InvalidSettingException(SETTING, file + ", view " + name + ": " + e.getMessage(), e);
            }
        }
        return catalog;
    }

    private static Iterable<ViewDefinition> definitions(Path file) {
        try {
            return ViewDefinition.parse(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidSettingException(SETTING, file + " cannot be read; check path and permissions", e);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(SETTING, file + ": " + e.getMessage(), e);
        }
    }
}
