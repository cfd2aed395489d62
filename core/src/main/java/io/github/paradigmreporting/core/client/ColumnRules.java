package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What happens to columns with personal data before anything leaves an adapter: left out, or replaced by a keyed hash that
 * still tells equal values from different ones. Immutable; prints no key.
 */
public final class ColumnRules {
    /** Name of the setting that lists columns to leave out. */
    public static final String EXCLUDE_COLUMNS = "excludeColumns";

    /** Name of the setting that lists columns to hash. */
    public static final String HASH_COLUMNS = "hashColumns";

    /** Every column as it is. */
    public static final ColumnRules NONE = new ColumnRules(Set.of(), Set.of(), null);

    private static final String ALGORITHM = "HmacSHA256";

    private final Set<String> excluded;
    private final Set<String> hashed;
    private final @Nullable SecretKeySpec key;

    private ColumnRules(Set<String> excluded, Set<String> hashed, @Nullable SecretKeySpec key) {
        this.excluded = excluded;
        this.hashed = hashed;
        this.key = key;
    }

    /**
     * Checks the rules.
     *
     * @param reports the reports they are for
     * @param excluded names of columns to leave out
     * @param hashed names of text columns to hash
     * @param key secret key of the hashes; needed when there is something to hash
     * @param keySetting what the setting of the key is called
     * @return the rules
     * @throws InvalidSettingException when a column is in none of the reports, part of a key, or not a text to hash; or
     *     when there is something to hash and no key
     */
    public static ColumnRules of(
            Collection<? extends Report<?>> reports,
            Set<String> excluded,
            Set<String> hashed,
            @Nullable String key,
            String keySetting) {
        for (String name : excluded) {
            check(EXCLUDE_COLUMNS, name, reports);
        }
        for (String name : hashed) {
            if (excluded.contains(name)) {
                throw new InvalidSettingException(
                        HASH_COLUMNS,
                        "'" + name + "' is in " + EXCLUDE_COLUMNS + ", too; remove it from one of the two");
            }
            if (check(HASH_COLUMNS, name, reports).type() != ColumnType.TEXT) {
                throw new InvalidSettingException(HASH_COLUMNS, "'" + name + "' is not a text; exclude it instead");
            }
        }
        if (key != null && key.isEmpty()) {
            throw new InvalidSettingException(keySetting, "is empty; give a secret text, or leave it out");
        }
        if (!hashed.isEmpty() && key == null) {
            throw new InvalidSettingException(
                    keySetting,
                    "is required to hash columns: without a secret key, hashes of names are easily guessed");
        }
        byte[] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return new ColumnRules(
                Set.copyOf(excluded), Set.copyOf(hashed), bytes == null ? null : new SecretKeySpec(bytes, ALGORITHM));
    }

    private static Column<?> check(String setting, String name, Collection<? extends Report<?>> reports) {
        Column<?> found = null;
        for (Report<?> report : reports) {
            Column<?> column = report.column(name).orElse(null);
            if (column != null && column.key()) {
                throw new InvalidSettingException(
                        setting, "'" + name + "' is part of the key of the report " + report + " and must stay");
            }
            found = column == null ? found : column;
        }
        if (found == null) {
            throw new InvalidSettingException(
                    setting, "none of the reports " + reports + " has a column '" + name + "'");
        }
        return found;
    }

    /**
     * Whether a column is not left out; a key always stays.
     *
     * @param column a column of any report
     * @return true for those that stay, hashed or not
     */
    public boolean keeps(Column<?> column) {
        return column.key() || !excluded.contains(column.name());
    }

    /**
     * A question without the columns that are left out: they are not read, and null in its rows.
     *
     * @param query the question
     * @param <R> the row type
     * @return the narrower question
     */
    public <R extends Row> ReportQuery<R> select(ReportQuery<R> query) {
        if (excluded.isEmpty()) {
            return query;
        }
        return query.select(query.report().columns().stream()
                .filter(column -> keeps(column) && query.columns().contains(column.name()))
                .map(Column::name)
                .toList());
    }

    /**
     * A cell as others may see it.
     *
     * @param column its column
     * @param cell what the instance gave
     * @return the cell, or its hash
     */
    public @Nullable Object apply(Column<?> column, @Nullable Object cell) {
        boolean hide = hashed.contains(column.name()) && !column.key();
        return hide && key != null && cell instanceof String text ? hash(key, text) : cell;
    }

    /**
     * A row as others may see it.
     *
     * @param report its report
     * @param row what the instance gave
     * @param <R> the row type
     * @return the row itself, or one with nulls for what is left out and hashes
     */
    public <R extends Row> R apply(Report<R> report, R row) {
        if (excluded.isEmpty() && hashed.isEmpty()) {
            return row;
        }
        List<Column<R>> columns = report.columns();
        Cells cells = new Cells(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object cell =
                    keeps(columns.get(i)) ? apply(columns.get(i), columns.get(i).value(row)) : null;
            if (cell == null) {
                cells.setNull(1L << i);
            } else if (cell instanceof Long number) {
                cells.setLong(i, number);
            } else if (cell instanceof Double number) {
                cells.setDouble(i, number);
            } else {
                cells.set(i, cell);
            }
        }
        return report.row(cells);
    }

    private static String hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
