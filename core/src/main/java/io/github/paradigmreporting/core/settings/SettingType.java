package io.github.paradigmreporting.core.settings;

import java.util.List;
import java.util.function.Function;

/**
 * A kind of value: how it is read from text and how its form is explained.
 *
 * @param name for docs, for example {@code duration}
 * @param form what a user may write, completing "expected …"
 * @param parser text to value; throws {@link RuntimeException} for text it does not take
 * @param choices the only texts there are, empty when any text of the form will do
 * @param <T> the value's class
 */
public record SettingType<T>(String name, String form, Function<String, T> parser, List<String> choices) {
    /** Copies the choices. */
    public SettingType {
        choices = List.copyOf(choices);
    }

    static <T> SettingType<T> of(String name, String form, Function<String, T> parser) {
        return new SettingType<>(name, form, parser, List.of());
    }
}
