package io.github.paradigmreporting.jdbc.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        List<SqlTable> tables = new ArrayList<>(SqlTables.ALL);
        tables.addAll(views);
        return List.copyOf(tables);
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
     * Other names of the reports' tables: the API's own path segments, also with underscores. A segment that two reports
     * share names the first of them, and no table's or view's name is among them.
     *
     * @return tables by such names in lower case
     */
    public Map<String, SqlTable> synonyms() {
        Map<String, SqlTable> synonyms = new LinkedHashMap<>();
        for (SqlTable table : tables()) {
            if (table.source() instanceof TableSource.OfReport of) {
                synonyms.putIfAbsent(of.report().endpoint(), table);
                synonyms.putIfAbsent(of.report().endpoint().replace('-', '_'), table);
            }
        }
        tables().forEach(table -> synonyms.remove(table.name().toLowerCase(Locale.ROOT)));
        return synonyms;
    }

    /**
     * This catalog and one more view.
     *
     * @param view the view
     * @return a new catalog
     */
    public Catalog with(SqlTable view) {
        List<SqlTable> more = new ArrayList<>(views);
        more.add(view);
        return new Catalog(more);
    }

    /** Written out, as is {@link #hashCode()}: catalogs are keys of maps, and a JVM makes a record's own at run time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog that && views.equals(that.views);
    }

    @Override
    public int hashCode() {
        return views.hashCode();
    }
}
