package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No option is silently 0, nothing is accepted that has no effect, and a refusal names option and value. */
class OptionTextsTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final CamelContext context = world.context();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lookBackDays=x",
                "lookBackDays=-1",
                "lookBackDays=3.5",
                "windowDays=many",
                "attempts=0",
                "delay=abc",
                "delay=0",
                "delay=-5",
                "delay=1x",
                "delay=1h abc",
                "initialDelay=abc",
                "initialDelay=-1",
                "settleDelay=abc",
                "settleDelay=-1h",
                "commitInterval=abc",
                "commitInterval=-1s",
                "maxRetryAfter=x",
                "answerTimeout=x",
                "answerTimeout=0",
                "answerTimeout=-1s",
                "connectTimeout=0s",
                "totalTimeout=PT0S",
                "longestRetryAfter=soon",
                "maxMessagesPerPoll=x",
                "maxMessagesPerPoll=-1",
                "repeatCount=x",
                "repeatCount=-1",
                "batchSize=99999999999",
                "batchSize=0",
                "batchSize=1e3",
                "commitEvery=0",
                "backoffMultiplier=-2",
                "backoffErrorThreshold=x",
                "backoffIdleThreshold=-1",
                "timeUnit=FORTNIGHTS",
                "greedy=yes",
                "sendRemoved=1",
                "breakOnFirstError=x",
                "gzip=maybe",
                "maxConcurrentRequests=x",
                "requestsPerMinute=0",
                "settleDelay=99999999999999999h"
            })
    void refusesNonsenseByNameAndValue(String option) {
        String name = option.substring(0, option.indexOf('='));
        String value = option.substring(option.indexOf('=') + 1);

        assertThatThrownBy(() -> endpoint("sessions?" + option.replace(" ", "%20")))
                .hasStackTraceContaining("'" + value + "' is not valid for " + name + "; expected ");
    }

    @ParameterizedTest
    @CsvSource({
        "delay=90s, 90000",
        "delay=60000, 60000",
        "delay=60, 60",
        "delay=PT5M, 300000",
        "delay=1h30m, 5400000",
        "delay=2 hours, 7200000",
        "delay=1d, 86400000",
        "delay=60&timeUnit=SECONDS, 60000",
        "delay=2&timeUnit=hours, 7200000",
        "delay=90s&timeUnit=SECONDS, 90000",
        "timeUnit=SECONDS, 3600000",
        "initialDelay=3, 3600000"
    })
    void readsDelaysWithAndWithoutUnits(String options, long millis) throws Exception {
        ParadigmReportingEndpoint endpoint = endpoint("sessions?" + options.replace(" ", "%20"));

        assertThat(endpoint.getTimeUnit().toMillis(endpoint.getDelay())).isEqualTo(millis);
    }

    @Test
    void countsMillisecondsWhereThereIsNoUnit() throws Exception {
        ParadigmReportingConfiguration configuration = endpoint(
                        "sessions?answerTimeout=2500&commitInterval=50&maxRetryAfter=0&settleDelay=2h30m")
                .getConfiguration();

        assertThat(configuration.getAnswerTimeout()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(configuration.getCommitInterval()).isEqualTo(Duration.ofMillis(50));
        assertThat(configuration.getMaxRetryAfter()).isZero();
        assertThat(configuration.getSettleDelay()).isEqualTo(Duration.ofMinutes(150));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer-timeout=abc",
                "answerTimeout=0",
                "look-back-days=x",
                "settle-delay=-1h",
                "commit-every=0",
                "gzip=perhaps"
            })
    void refusesNonsenseInProperties(String property) {
        String name = property.substring(0, property.indexOf('='));
        String value = property.substring(property.indexOf('=') + 1);
        Main main = new Main();
        main.addInitialProperty("camel.component.paradigm-reporting." + name, value);
        try {
            assertThatThrownBy(main::start)
                    .hasStackTraceContaining("'" + value + "' is not valid for " + OptionTexts.named(name));
        } finally {
            main.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({"endDate=-P1D", "operation=count", "streaming=true"})
    void refusesWhatHasNoEffectForAConsumer(String option) {
        assertThatThrownBy(() -> endpoint("sessions?stateDirectory=" + directory + "&" + option)
                        .createConsumer(exchange -> {}))
                .hasMessageContaining(option.substring(0, option.indexOf('=')) + " has no effect for a consumer");
    }

    @ParameterizedTest
    @CsvSource({"batchSize=5", "delay=5s", "sendRemoved=true", "stateKey=x", "greedy=true"})
    void refusesWhatHasNoEffectForAProducer(String option) {
        assertThatThrownBy(() -> endpoint("sessions?" + option).createProducer())
                .hasMessageContaining(option.substring(0, option.indexOf('=')) + " has no effect for a producer");
    }

    @Test
    void knowsWhichOptionsAreOfOneSideOnly() {
        Set<String> consumer = new HashSet<>();
        Set<String> producer = new HashSet<>();
        MetadataTest.METADATA.path("properties").properties().forEach(option -> {
            String group = option.getValue().path("group").asText();
            if (group.startsWith("consumer") || group.equals("scheduler")) {
                consumer.add(option.getKey());
            } else if (group.startsWith("producer")) {
                producer.add(option.getKey());
            }
        });
        // Camel's own, which every endpoint takes in a URI.
        consumer.remove("exchangePattern");
        assertThat(ParadigmReportingEndpoint.CONSUMER_OPTIONS).isEqualTo(consumer);
        assertThat(ParadigmReportingEndpoint.PRODUCER_OPTIONS).isEqualTo(producer);
    }

    @ParameterizedTest
    @CsvSource({
        "stateKey=, stateKey is empty",
        "stateDirectory=, stateDirectory is ''",
        "hashColumns=company_name&secretKey=, secretKey",
        "proxyUser=me, proxyUser: is given without proxy",
        "trustStorePassword=x, trustStorePassword: is given without trustStore",
        "baseUrl=https://paradigm.example.com:99999, baseUrl"
    })
    void namesTheOptionOfWhatCannotStart(String option, String words) {
        String rest = option.startsWith("stateDirectory") ? "" : "&stateDirectory=" + directory;
        assertThatThrownBy(() -> {
                    try (CamelContext other = world.context()) {
                        other.addRoutes(new RouteBuilder() {
                            @Override
                            public void configure() {
                                from("paradigm-reporting:sessions?" + option + rest)
                                        .to("log:never");
                            }
                        });
                        other.start();
                    }
                })
                .hasStackTraceContaining(words);
    }

    @Test
    void namesTheOptionOfAnEndThatIsNone() {
        assertThatThrownBy(() ->
                        endpoint("sessions?endDate=tomorrow").createProducer().start())
                .hasMessageContaining("endDate is 'tomorrow'");
    }

    @Test
    void knowsEveryDurationNumberAndBooleanOfTheMetadata() {
        MetadataTest.METADATA.path("properties").properties().forEach(option -> {
            String type = option.getValue().path("type").asText();
            if (Set.of("duration", "integer", "boolean").contains(type)) {
                assertThatThrownBy(() -> OptionTexts.read(option.getKey(), "nonsense"))
                        .as(option.getKey())
                        .hasMessageContaining("'nonsense' is not valid for " + option.getKey());
            }
        });
    }

    private ParadigmReportingEndpoint endpoint(String path) {
        return context.getEndpoint("paradigm-reporting:" + path, ParadigmReportingEndpoint.class);
    }
}
