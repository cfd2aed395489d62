package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What happens to columns with personal data before anything leaves the task: left out, or replaced by a keyed hash that
 * still tells equal values from different ones. Immutable; prints no key.
 */
final class ColumnRules {
    /** Every column as it is. */
    static final ColumnRules NONE = new ColumnRules(Set.of(), Set.of(), null);

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
     * @throws InvalidSettingException when a column is in none of the reports, part of a key, or not a text to hash; or
     *     when there is something to hash and no key
     */
    static ColumnRules of(
            Collection<? extends Report<?>> reports, Set<String> excluded, Set<String> hashed, @Nullable String key) {
        for (String name : excluded) {
            check(ConnectSettings.EXCLUDE_COLUMNS.name(), name, reports);
        }
        for (String name : hashed) {
            if (check(ConnectSettings.HASH_COLUMNS.name(), name, reports).type() != ColumnType.TEXT) {
                throw new InvalidSettingException(
                        ConnectSettings.HASH_COLUMNS.name(), "'" + name + "' is not a text; exclude it instead");
            }
        }
        if (!hashed.isEmpty() && key == null) {
            throw new InvalidSettingException(
                    ConnectSettings.HASH_KEY.name(),
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

    boolean keeps(Column<?> column) {
        return !excluded.contains(column.name());
    }

    /** The cell, or its hash. */
    @Nullable
    Object apply(Column<?> column, @Nullable Object cell) {
        return cell instanceof String text && key != null && hashed.contains(column.name()) ? hash(key, text) : cell;
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
