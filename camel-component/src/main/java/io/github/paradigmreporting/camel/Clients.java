package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ParadigmReportingClientBuilder;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.Settings;

/** Makes the client that an endpoint's options describe: every setting by the option of its name. */
final class Clients {
    private Clients() {}

    static ParadigmReportingClient open(ParadigmReportingEndpoint endpoint) {
        ParadigmReportingClientBuilder builder =
                ParadigmReportingClient.builder().product("camel");
        for (Setting<?> setting : Settings.ALL) {
            builder.set(setting, Options.text(endpoint, setting.name()));
        }
        try {
            return builder.build();
        } catch (InvalidSettingException e) {
            throw ParadigmReportingException.of(e);
        }
    }
}
