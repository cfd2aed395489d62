package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.core.settings.DayExpression;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingGroup;
import io.github.paradigmreporting.core.settings.SettingTypes;
import io.github.paradigmreporting.core.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings of a connection: the shared ones, and those that only SQL has. */
final class JdbcSettings {
    /** Whether to use TLS. */
    static final Setting<Boolean> SSL = new Setting<>(
            "ssl",
            SettingGroup.CONNECTION,
            SettingTypes.BOOLEAN,
            "true",
            false,
            "Whether to use TLS; false is for this machine only, unless allowPlainHttp is true.");

    /** First day there is for statements that give none. */
    static final Setting<DayExpression> HISTORY_START = new Setting<>(
            "historyStart",
            SettingGroup.SCOPE,
            SettingTypes.DAY,
            "2023-01-01",
            false,
            "First day of the tables: where a statement gives no first day, it reads from here to today and says so in"
                    + " a warning. A date, or a period back from today such as -P1Y.");

    /** Whether a statement must give a first day. */
    static final Setting<Boolean> REQUIRE_DATE_FILTER = new Setting<>(
            "requireDateFilter",
            SettingGroup.SCOPE,
            SettingTypes.BOOLEAN,
            "false",
            false,
            "Whether a statement that gives no first day is refused instead of reading from historyStart.");

    /** Most requests of one statement. */
    static final Setting<Integer> MAX_REQUESTS = new Setting<>(
            "maxRequestsPerStatement",
            SettingGroup.LOAD,
            SettingTypes.integer(1, 1_000_000),
            null,
            false,
            "Most requests that one statement may send; one that needs more fails instead of sending one too many. No limit"
                    + " by default.");

    /** The user's own views. */
    static final Setting<Path> VIEW_DEFINITIONS = new Setting<>(
            "viewDefinitions",
            SettingGroup.SCOPE,
            SettingTypes.FILE,
            null,
            false,
            true,
            "A file of views of your own, as CREATE VIEW name AS SELECT ...; statements. A comment before a view is its"
                    + " remark.");

    /** All settings of a connection, in reading order; the address is in the URL. */
    static final List<Setting<?>> ALL = inReadingOrder();

    private JdbcSettings() {}

    private static List<Setting<?>> inReadingOrder() {
        List<Setting<?>> all = new ArrayList<>();
        all.add(SSL);
        all.addAll(Settings.ALL);
        all.remove(Settings.BASE_URL);
        all.addAll(List.of(HISTORY_START, REQUIRE_DATE_FILTER, MAX_REQUESTS, VIEW_DEFINITIONS));
        List<Setting<?>> ordered = new ArrayList<>();
        for (SettingGroup group : SettingGroup.values()) {
            for (Setting<?> setting : all) {
                if (setting.group() == group) {
                    ordered.add(setting);
                }
            }
        }
        return List.copyOf(ordered);
    }

    static boolean isKnown(String name) {
        for (Setting<?> setting : ALL) {
            if (setting.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value of a setting, known or not, must not be shown. */
    static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("password") || lower.contains("secret") || lower.contains("token")) {
            return true;
        }
        for (Setting<?> setting : ALL) {
            if (setting.secret() && setting.name().equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
