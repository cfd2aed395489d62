package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private final CamelCatalog catalog = new DefaultCamelCatalog();

    CatalogTest() {
        catalog.addComponent("paradigm-reporting", ParadigmReportingComponent.class.getName(), MetadataTest.text());
    }

    @Test
    void findsEveryReportValid() {
        assertThat(Reports.ALL).allSatisfy(report -> assertThat(
                        validate("paradigm-reporting:" + report.name()).isSuccess())
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paradigm-reporting:sessions?startDate=-P30D",
                "paradigm-reporting:documents?companies=2,7&outputType=Map&batchSize=500&delay=6h",
                "paradigm-reporting:feedback?apiKey=RAW(abc)&baseUrl=https://paradigm.example.com&totalTimeout=5m",
                "paradigm-reporting:tools?operation=count&streaming=true&maxMessagesPerPoll=10"
            })
    void findsWhatTheGuideShowsValid(String uri) {
        assertThat(validate(uri).isSuccess()).as(uri).isTrue();
    }

    @Test
    void namesAMisspeltOption() {
        assertThat(validate("paradigm-reporting:sessions?startDat=-P30D").getUnknown())
                .containsExactly("startDat");
    }

    @Test
    void namesAnUnknownReport() {
        assertThat(validate("paradigm-reporting:session").getInvalidEnum()).containsEntry("report", "session");
    }

    @Test
    void refusesValuesOfTheWrongType() {
        assertThat(validate("paradigm-reporting:sessions?gzip=maybe").getInvalidBoolean())
                .containsKey("gzip");
        assertThat(validate("paradigm-reporting:sessions?batchSize=many").getInvalidInteger())
                .containsKey("batchSize");
        assertThat(validate("paradigm-reporting:sessions?totalTimeout=soon").getInvalidDuration())
                .containsKey("totalTimeout");
        assertThat(validate("paradigm-reporting:sessions?outputType=Xml").getInvalidEnum())
                .containsKey("outputType");
    }

    private EndpointValidationResult validate(String uri) {
        return catalog.validateEndpointProperties(uri);
    }
}
