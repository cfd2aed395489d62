package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingGroup;
import io.github.paradigmreporting.core.settings.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The connector's settings in Kafka's own form, derived from {@link ConnectSettings#ALL}. */
final class ConfigDefinition {
    private ConfigDefinition() {}

    /** A new definition; Kafka's is mutable. */
    static ConfigDef create() {
        ConfigDef definition = new ConfigDef();
        Map<SettingGroup, Integer> order = new EnumMap<>(SettingGroup.class);
        for (Setting<?> setting : ConnectSettings.ALL) {
            definition.define(
                    ConnectSettings.name(setting),
                    type(setting),
                    defaultValue(setting),
                    new FormCheck(setting),
                    importance(setting),
                    setting.description(),
                    setting.group().title(),
                    order.merge(setting.group(), 1, Integer::sum),
                    setting.secret() ? Width.LONG : Width.MEDIUM,
                    ConnectSettings.name(setting),
                    dependents(setting),
                    new Advice(setting));
        }
        return definition;
    }

    private static List<String> dependents(Setting<?> setting) {
        return ConnectSettings.ONLY_WITH.entrySet().stream()
                .filter(entry -> entry.getValue().equals(setting))
                .map(entry -> ConnectSettings.name(entry.getKey()))
                .sorted()
                .toList();
    }

    private static ConfigDef.Type type(Setting<?> setting) {
        if (setting.secret()) {
            return ConfigDef.Type.PASSWORD;
        }
        return switch (setting.type().name()) {
            case "boolean" -> ConfigDef.Type.BOOLEAN;
            case "integer" -> ConfigDef.Type.INT;
            // Kafka has no types for durations, sizes, days and zones; their form is checked by us.
            default -> ConfigDef.Type.STRING;
        };
    }

    private static @Nullable Object defaultValue(Setting<?> setting) {
        return setting.equals(Settings.BASE_URL) ? ConfigDef.NO_DEFAULT_VALUE : setting.defaultText();
    }

    private static Importance importance(Setting<?> setting) {
        return switch (setting.group()) {
            case CONNECTION -> setting.type().choices().isEmpty() ? Importance.HIGH : Importance.LOW;
            case SCOPE -> Importance.MEDIUM;
            case LOAD, NETWORK, STORE -> Importance.LOW;
        };
    }

    /** Checks a value by the setting's own parser. */
    private record FormCheck(Setting<?> setting) implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (value == null || value instanceof Password) {
                return;
            }
            try {
                var unused = setting.type().parser().apply(value.toString().trim());
            } catch (RuntimeException e) {
                String problem = "expected " + setting.type().form();
                if (setting.equals(ConnectSettings.REPORTS)) {
                    problem = e.getMessage() + "; " + problem;
                }
                // What stands before an @ in an address may be a password.
                Object shown = value.toString().contains("@") ? Password.HIDDEN : value;
                throw new ConfigException(name, shown, problem);
            }
        }

        @Override
        public String toString() {
            return setting.type().form();
        }
    }

    /** Offers the choices of a setting that has some, and hides one that says nothing as things stand. */
    private record Advice(Setting<?> setting) implements ConfigDef.Recommender {
        @Override
        public List<Object> validValues(String name, Map<String, Object> parsed) {
            return List.copyOf(setting.type().choices());
        }

        @Override
        public boolean visible(String name, Map<String, Object> parsed) {
            Setting<?> other = ConnectSettings.ONLY_WITH.get(setting);
            if (other == null) {
                return true;
            }
            Object value = parsed.get(ConnectSettings.name(other));
            String text = value == null ? "" : value.toString();
            if (setting.equals(Settings.COMPANIES)) {
                return text.isEmpty() || text.equals(CompanyMode.LIST);
            }
            if (setting.equals(ConnectSettings.DISCOVERY_INTERVAL)) {
                return text.equals(CompanyMode.DISCOVER);
            }
            return !text.isBlank() && !text.equals(other.defaultText());
        }
    }
}
