package io.github.paradigmreporting.core.settings;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values a user gave to settings, read and checked. Immutable; prints the names of what was given, never a value.
 */
public final class SettingValues {
    private final Map<Setting<?>, Object> values;

    private SettingValues(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * Reads settings from wherever an ecosystem keeps them.
     *
     * @param settings the settings to read
     * @param spelling how they are spelled there
     * @param lookup spelled name to text; null or blank means not given
     * @return the values
     * @throws InvalidSettingException for the first text that is not of its setting's form
     */
    public static SettingValues read(
            Collection<? extends Setting<?>> settings,
            Spelling spelling,
            Function<String, ? extends @Nullable String> lookup) {
        Map<Setting<?>, Object> values = new HashMap<>();
        for (Setting<?> setting : settings) {
            String text = lookup.apply(spelling.spell(setting.name()));
            if (text != null && !text.isBlank()) {
                values.put(setting, setting.parse(text, spelling));
            }
        }
        return new SettingValues(values);
    }

    /**
     * These values, and others for the settings that were not given here.
     *
     * @param others what holds where nothing was given
     * @return the values together
     */
    public SettingValues orElse(SettingValues others) {
        Map<Setting<?>, Object> all = new HashMap<>(others.values);
        all.putAll(values);
        return new SettingValues(all);
    }

    /**
     * The value given, or else the setting's default.
     *
     * @param setting the setting
     * @return the value, or null when none was given and there is no default
     * @param <T> class of the value
     */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Setting<T> setting) {
        T given = (T) values.get(setting);
        return given != null ? given : setting.defaultValue();
    }

    /**
     * The value given, or else the setting's default; one of them must be there.
     *
     * @param setting the setting
     * @return the value
     * @param <T> class of the value
     * @throws InvalidSettingException when none was given and there is no default
     */
    public <T> T require(Setting<T> setting) {
        T value = get(setting);
        if (value == null) {
            throw new InvalidSettingException(setting.name(), "is required: " + setting.description());
        }
        return value;
    }

    /**
     * Whether the user gave a value.
     *
     * @param setting the setting
     * @return false when only the default holds
     */
    public boolean given(Setting<?> setting) {
        return values.containsKey(setting);
    }

    @Override
    public String toString() {
        return "SettingValues" + values.keySet();
    }
}
