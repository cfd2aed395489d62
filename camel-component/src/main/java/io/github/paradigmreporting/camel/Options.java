package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.settings.SettingValues;
import io.github.paradigmreporting.core.settings.Settings;
import io.github.paradigmreporting.core.settings.Spelling;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.jspecify.annotations.Nullable;

/** Reads settings from the options of the same name, with the settings' own rules. */
final class Options {
    private static final PropertyConfigurerGetter GETTER = new ParadigmReportingEndpointConfigurer();

    private Options() {}

    /** What the user wrote for an option, or null. */
    static @Nullable String text(ParadigmReportingEndpoint endpoint, String option) {
        Object value = GETTER.getOptionValue(endpoint, option, false);
        return value == null ? null : value.toString();
    }

    /** The settings as options give them, else as the environment does. */
    static SettingValues of(ParadigmReportingEndpoint endpoint) {
        return SettingValues.read(Settings.ALL, Spelling.CAMEL_CASE, option -> text(endpoint, option))
                .orElse(SettingValues.read(Settings.ALL, Spelling.ENVIRONMENT, System::getenv));
    }
}
