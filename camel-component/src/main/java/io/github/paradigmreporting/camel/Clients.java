package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ParadigmReportingClientBuilder;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.settings.Setting;
import io.github.paradigmreporting.core.settings.Settings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Makes the client that an endpoint's options describe: every setting by the option of its name. */
final class Clients {
    private Clients() {}

    static ParadigmReportingClient open(ParadigmReportingEndpoint endpoint) {
        ParadigmReportingClientBuilder builder =
                ParadigmReportingClient.builder().product("camel").clock(endpoint.clock());
        for (Setting<?> setting : Settings.ALL) {
            builder.set(setting, Options.text(endpoint, setting.name()));
        }
        try {
            SSLContextParameters parameters = endpoint.sslContextParameters();
            if (parameters != null) {
                builder.sslContext(parameters.createSSLContext(endpoint.getCamelContext()));
            }
            return builder.build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "no SSL context can be made from the sslContextParameters of " + endpoint + ": " + e, e);
        } catch (InvalidSettingException e) {
            throw ParadigmReportingException.of(e);
        }
    }
}
