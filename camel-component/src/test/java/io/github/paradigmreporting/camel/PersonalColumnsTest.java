package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name in a report may become before anyone sees it. */
class PersonalColumnsTest {
    private static final String HASH = "[0-9a-f]{64}";

    @TempDir
    Path directory = Path.of("");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void hashesAConsumersRecordsAndHeaders() throws Exception {
        try (Polled route = polled("hashColumns=document_filename,company_name&secretKey=RAW(k)")) {
            List<Polled.Sent> sent = route.poll();

            assertThat(sent).hasSameSizeAs(world.truth(Reports.DOCUMENTS)).allSatisfy(message -> {
                DocumentUse row = (DocumentUse) message.body();
                assertThat(row.documentFilename()).matches(HASH);
                assertThat(row.companyName()).matches(HASH);
                assertThat(message.header(ParadigmReportingConstants.COMPANY_NAME))
                        .isEqualTo(row.companyName());
                assertThat(String.valueOf(row.documentTitle())).doesNotMatch(HASH);
            });
            assertThat(sent.stream()
                            .map(message -> ((DocumentUse) message.body()).companyName())
                            .distinct())
                    .as("equal stays equal, different stays different")
                    .hasSize(3);
            assertThat(route.poll()).as("nothing has changed").isEmpty();
        }
    }

    @Test
    void leavesColumnsOutOfEveryBody() throws Exception {
        try (Polled route = polled("excludeColumns=document_title, company_name&outputType=Map&batchSize=10")) {
            List<Polled.Sent> sent = route.poll();

            assertThat(sent).isNotEmpty();
            for (Polled.Sent message : sent) {
                assertThat((List<?>) message.body()).isNotEmpty().allSatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(Map.class, PersonalColumnsTest::hasTheFilenameOnly));
            }
        }
    }

    @Test
    void doesNotTellOfAChangeInAColumnThatIsLeftOut() throws Exception {
        try (Polled route = polled("excludeColumns=document_title")) {
            route.poll();
            DocumentUse first = world.truth(Reports.DOCUMENTS).stream()
                    .filter(row -> row.date().equals(world.today()))
                    .findFirst()
                    .orElseThrow();
            world.simulator()
                    .edits()
                    .set(Reports.DOCUMENTS, first.companyId(), first.date(), "document_title", "renamed");
            assertThat(route.poll()).isEmpty();
        }
    }

    @Test
    void hidesThemInAProducersAnswer() throws Exception {
        try (CamelContext context = world.context()) {
            context.start();
            String rows = context.createFluentProducerTemplate()
                    .to("paradigm-reporting:documents?outputType=Json&excludeColumns=document_title"
                            + "&hashColumns=document_filename&secretKey=RAW(k)&startDate=" + World.FIRST_DAY)
                    .request(String.class);

            assertThat(rows).contains("document_filename").doesNotContain("document_title");
            assertThat(world.truth(Reports.DOCUMENTS))
                    .noneMatch(row -> rows.contains(String.valueOf(row.documentFilename())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hashColumns=company_name: secretKey",
                "excludeColumns=sessions_count: sessions_count",
                "hashColumns=usage_count&secretKey=RAW(k): exclude it instead",
                "excludeColumns=document_id: key"
            })
    void saysWhatCannotBeDone(String optionsAndWords) {
        String[] parts = optionsAndWords.split(": ", 2);

        assertThatThrownBy(() -> polled(parts[0]).close()).hasStackTraceContaining(parts[1]);
    }

    private static void hasTheFilenameOnly(Map<?, ?> row) {
        assertThat(row.containsKey("document_filename")).isTrue();
        assertThat(row.containsKey("document_title")).isFalse();
        assertThat(row.containsKey("company_name")).isFalse();
    }

    private Polled polled(String options) throws Exception {
        return new Polled(world, "paradigm-reporting:documents?" + options + "&stateDirectory=" + directory);
    }
}
