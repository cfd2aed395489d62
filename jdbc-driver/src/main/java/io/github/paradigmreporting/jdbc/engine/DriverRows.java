package io.github.paradigmreporting.jdbc.engine;

import io.github.paradigmreporting.jdbc.table.SqlTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of tables about the driver itself come from. */
@FunctionalInterface
public interface DriverRows {
    /**
     * All rows of a table, as they are now.
     *
     * @param table one of {@link io.github.paradigmreporting.jdbc.table.SystemTables}
     * @return a value per column of the table
     */
    List<List<@Nullable Object>> rows(SqlTable table);
}
