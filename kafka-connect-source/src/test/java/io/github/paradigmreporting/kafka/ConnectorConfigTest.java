package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.report.Reports;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorConfigTest {
    @Test
    void streamsAllReportsOfAllCompaniesUnlessToldOtherwise() {
        ConnectorConfig config = config(Map.of());
        assertThat(config.reports()).containsExactlyElementsOf(Reports.ALL);
        assertThat(config.companies()).isNull();
        assertThat(config.topics().of(Reports.SESSIONS)).isEqualTo("paradigm.sessions");
        assertThat(config.topics().progress()).isEqualTo("paradigm.progress");
    }

    @Test
    void takesTheApisOwnNamesOfReports() {
        assertThat(config(Map.of("paradigm.reports", "used-documents, chat-sessions"))
                        .reports())
                .containsExactly(Reports.DOCUMENTS, Reports.SESSIONS);
    }

    @Test
    void asksCompanyByCompanyWhenTheyAreListed() {
        assertThat(config(Map.of("paradigm.companies", "7,2")).companies()).containsExactly(2L, 7L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            paradigm.reports       | sessions,nonsense  | reports       | nonsense
            paradigm.reports       | tools,tools        | reports       | tools
            paradigm.topic.pattern | usage              | topicPattern  | ${report}
            paradigm.topic.pattern | a b/${report}      | topicPattern  | 249 letters
            paradigm.progress.topic| paradigm.tools     | progressTopic | choose another
            paradigm.progress.topic| ..                 | progressTopic | not a topic name
            paradigm.company.mode  | list               | companies     | is required
            paradigm.api.key.file  | /run/secrets/key   | apiKey        | only one of them
            paradigm.exclude.columns | document_tittle  | excludeColumns | none of the reports
            paradigm.exclude.columns | document_id      | excludeColumns | part of the key
            paradigm.hash.columns  | usage_count        | hashColumns   | is not a text
            paradigm.hash.columns  | document_title     | hashKey       | is required to hash
            paradigm.poll.interval | soon               | pollInterval  | a duration such as
            """)
    void refusesWhatCannotWork(String name, String value, String blamed, String remedy) {
        assertThatThrownBy(() -> config(Map.of(name, value)))
                .isInstanceOfSatisfying(InvalidSettingException.class, e -> assertThat(e.setting())
                        .isEqualTo(blamed))
                .hasMessageContaining(remedy);
    }

    @Test
    void refusesACompanyListThatWouldBeIgnored() {
        assertThatThrownBy(() -> config(Map.of("paradigm.company.mode", "all", "paradigm.companies", "2")))
                .hasMessageContaining("has no effect");
    }

    @Test
    void wantsAKeyOfItsOwnAndNotTheWorkers() {
        Map<String, String> keyless = new HashMap<>(given(Map.of()));
        keyless.remove("paradigm.api.key");
        assertThatThrownBy(() -> ConnectorConfig.of(keyless))
                .hasMessageContaining("paradigm.api.key.file")
                .hasMessageContaining("config provider");
    }

    @Test
    void showsNoValueOfASetting() {
        assertThat(config(Map.of("paradigm.proxy", "proxy:3128", "paradigm.proxy.password", "s3cret-marker"))
                        .toString())
                .contains("apiKey")
                .doesNotContain("s3cret-marker")
                .doesNotContain("key-marker");
    }

    private static ConnectorConfig config(Map<String, String> more) {
        return ConnectorConfig.of(given(more));
    }

    private static Map<String, String> given(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(
                Map.of("paradigm.base.url", "https://paradigm.example.com", "paradigm.api.key", "key-marker"));
        given.putAll(more);
        return given;
    }
}
