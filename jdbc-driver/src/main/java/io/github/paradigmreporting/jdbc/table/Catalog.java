package io.github.paradigmreporting.jdbc.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All tables of a connection: the built-in ones and the user's own views. Immutable.
 *
 * @param views the user's views; one may use those before it
 */
public record Catalog(List<SqlTable> views) {
    /** The built-in tables. */
    public static final Catalog BUILT_IN = new Catalog(List.of());

    /** Copies the views. */
    public Catalog {
        views = List.copyOf(views);
    }

    /**
     * The tables of the one schema that metadata calls show.
     *
     * @return in order
     */
    public List<SqlTable> tables() {
        return Stream.concat(SqlTables.ALL.stream(), views.stream()).toList();
    }

    /**
     * Every schema there is.
     *
     * @return its tables by its name
     */
    public Map<String, List<SqlTable>> schemas() {
        Map<String, List<SqlTable>> schemas = new LinkedHashMap<>();
        schemas.put(SystemTables.INFORMATION_SCHEMA, SystemTables.informationSchema());
        schemas.put(SqlTables.SCHEMA, tables());
        schemas.put(SystemTables.SYSTEM, SystemTables.system());
        return schemas;
    }

    /**
     * This catalog and one more view.
     *
     * @param view the view
     * @return a new catalog
     */
    public Catalog with(SqlTable view) {
        return new Catalog(Stream.concat(views.stream(), Stream.of(view)).toList());
    }
}
