package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.apache.camel.Endpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Options are found whatever the machine's language is. */
class EndpointOptionsTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void findsNamesWithACapitalIWhereItsLowerCaseHasNoDot() throws Exception {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            Endpoint endpoint =
                    context.getEndpoint("paradigm-reporting:sessions?apiKey=key&baseUrl=https://host&commitInterval=50&"
                            + "backoffIdleThreshold=3&backoffMultiplier=2&sendEmptyMessageWhenIdle=true");

            assertThat(endpoint).isInstanceOf(ParadigmReportingEndpoint.class);
        }
    }
}
