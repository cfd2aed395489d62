package io.github.paradigmreporting.core.docs;

import static io.github.paradigmreporting.core.docs.Page.code;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingGroup;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import java.util.List;

/** docs/settings.md: every shared setting, from the list that the adapters read. */
final class SettingsPage {
    private SettingsPage() {}

    static String text() {
        Page page = new Page()
                .line("# Settings")
                .empty()
                .line("Generated from `Settings.ALL`; do not edit.")
                .empty()
                .line("The settings that all adapters share, under the name each ecosystem expects: camelCase for JDBC")
                .line(
                        "properties and Camel options, dotted for Kafka Connect. JDBC driver, Camel component and Java client")
                .line(
                        "take what is not set there from the environment, then the default. What an adapter has beyond these")
                .line("stands in its guide.")
                .empty()
                .line(
                        "A duration without a unit is refused, but for Camel's options, where a number counts milliseconds, as")
                .line(
                        "everywhere in Camel. A secret is never shown again: not in logs, messages, addresses or `toString`.");
        for (SettingGroup group : SettingGroup.values()) {
            page.empty().line("## " + group.title()).empty();
            if (group == SettingGroup.STORE) {
                page.line("Of the JDBC driver; Kafka Connect and Camel keep no days.")
                        .empty();
            }
            page.head("JDBC, Camel", "Kafka Connect", "Environment", "Value", "Default", "Meaning");
            Settings.ALL.stream()
                    .filter(setting -> setting.group() == group)
                    .forEach(setting -> page.row(cells(setting)));
        }
        return page.toString();
    }

    private static List<String> cells(Setting<?> setting) {
        String value = setting.type().form() + (setting.secret() ? "; **secret**" : "");
        return List.of(
                code(Spelling.CAMEL_CASE.spell(setting.name())),
                setting.group() == SettingGroup.STORE ? "" : code(Spelling.DOTTED.spell(setting.name())),
                code(Spelling.ENVIRONMENT.spell(setting.name())),
                value,
                setting.defaultText() == null ? "" : code(setting.defaultText()),
                setting.description());
    }
}
