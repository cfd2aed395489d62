package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.SettingGroup;
import io.github.paradigmreporting.core.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ConfigDefinitionTest {
    private final ConfigDef definition = ConfigDefinition.create();

    @Test
    void definesEverySharedSettingButTheDayStores() {
        for (Setting<?> setting : Settings.ALL) {
            assertThat(definition.names().contains(ConnectSettings.name(setting)))
                    .as(setting.name())
                    .isEqualTo(setting.group() != SettingGroup.STORE);
        }
    }

    @Test
    void spellsAndDescribesEverySettingForUsersOfConnect() {
        assertThat(definition.names())
                .hasSameSizeAs(ConnectSettings.ALL)
                .allMatch(name -> name.startsWith("paradigm."));
        assertThat(definition.configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).endsWith(".");
            assertThat(key.group).isNotBlank();
            assertThat(key.orderInGroup).isPositive();
        });
    }

    @Test
    void hidesSecretsFromConnect() {
        Map<String, ConfigDef.Type> types = new HashMap<>();
        definition.configKeys().forEach((name, key) -> types.put(name, key.type));
        assertThat(types)
                .containsEntry("paradigm.api.key", ConfigDef.Type.PASSWORD)
                .containsEntry("paradigm.proxy.password", ConfigDef.Type.PASSWORD);
        for (Setting<?> setting : ConnectSettings.ALL) {
            assertThat(types.get(ConnectSettings.name(setting)) == ConfigDef.Type.PASSWORD)
                    .as(setting.name())
                    .isEqualTo(setting.secret());
        }
    }

    @Test
    void takesEveryDefault() {
        assertThat(definition.parse(Map.of("paradigm.base.url", "https://paradigm.example.com")))
                .containsEntry("paradigm.poll.interval", "15m")
                .containsEntry("paradigm.window.days", 31)
                .containsEntry("paradigm.tombstones", true);
    }

    @Test
    void refusesMalformedTextsByTheSettingsOwnForm() {
        Map<String, String> wrong = new HashMap<>(Map.of("paradigm.base.url", "https://paradigm.example.com"));
        wrong.put("paradigm.poll.interval", "soon");
        assertThatThrownBy(() -> definition.parse(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("paradigm.poll.interval")
                .hasMessageContaining("soon")
                .hasMessageContaining("a duration such as");
        wrong.put("paradigm.poll.interval", "1m");
        wrong.put("paradigm.window.days", "0");
        assertThatThrownBy(() -> definition.parse(wrong)).hasMessageContaining("a whole number from 1 to 366");
        wrong.put("paradigm.window.days", "7");
        wrong.put("paradigm.reports", "sessions,sesions");
        assertThatThrownBy(() -> definition.parse(wrong)).hasMessageContaining("sessions, threads, feedback");
    }

    @Test
    void hidesWhatSaysNothingAsThingsStand() {
        assertThat(hidden(Map.of()))
                .containsExactlyInAnyOrder(
                        "paradigm.proxy.user",
                        "paradigm.proxy.password",
                        "paradigm.trust.store.password",
                        "paradigm.trust.store.type",
                        "paradigm.key.store.password",
                        "paradigm.key.store.type",
                        "paradigm.cron.zone",
                        "paradigm.cron.jitter",
                        "paradigm.hash.key",
                        "paradigm.recheck.interval",
                        "paradigm.discovery.interval");
        assertThat(hidden(Map.of(
                        "paradigm.proxy", "proxy:3128",
                        "paradigm.trust.store", "trust.p12",
                        "paradigm.key.store", "key.p12",
                        "paradigm.cron", "0 6 * * *",
                        "paradigm.hash.columns", "document_title",
                        "paradigm.recheck.days", "35",
                        "paradigm.company.mode", "discover")))
                .containsExactly("paradigm.companies");
    }

    private List<String> hidden(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(more);
        config.put("paradigm.base.url", "https://paradigm.example.com");
        return definition.validate(config).stream()
                .filter(value -> !value.visible())
                .map(ConfigValue::name)
                .toList();
    }

    @Test
    void requiresTheAddress() {
        assertThatThrownBy(() -> definition.parse(Map.of())).hasMessageContaining("paradigm.base.url");
    }
}
