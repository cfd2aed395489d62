package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.github.paradigmreporting.core.model.DocumentUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransformerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final DocumentUse PLAIN = new DocumentUse(2, "Acme", DAY, 7, "a.pdf", null, 3L);
    private static final DocumentUse HARD = new DocumentUse(2, "A, \"B\"\nC", DAY, 8, "b.pdf", "T", 0L);

    private final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:json").transformDataType(new DataType("paradigm-reporting:application-json"));
                from("direct:csv").transformDataType(new DataType("paradigm-reporting:text-csv"));
            }
        });
        context.start();
    }

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @Test
    void makesJsonOfARowAndOfRows() {
        String object = "{\"company_id\":2,\"company_name\":\"Acme\",\"date\":\"2026-03-10\",\"document_id\":7,"
                + "\"document_filename\":\"a.pdf\",\"document_title\":null,\"usage_count\":3}";

        assertThat(sent("json", PLAIN).getMessage().getBody()).isEqualTo(object);
        assertThat(sent("json", List.of(PLAIN)).getMessage().getBody()).isEqualTo("[" + object + "]");
        assertThat(sent("json", List.of(PLAIN).iterator()).getMessage().getHeader(Exchange.CONTENT_TYPE))
                .isEqualTo("application/json");
    }

    @Test
    void isNotNeededWhereMarshalHasAMapperThatKnowsDates() throws Exception {
        try (CamelContext other = new DefaultCamelContext()) {
            ObjectMapper mapper = new ObjectMapper()
                    .registerModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance));
            other.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:marshal").marshal(new JacksonDataFormat(mapper, Object.class));
                }
            });
            other.start();
            for (Object body : List.of(PLAIN, List.of(PLAIN), Map.of("date", DAY))) {
                assertThat(other.createProducerTemplate().requestBody("direct:marshal", body, String.class))
                        .contains("\"date\":\"2026-03-10\"");
            }
        }
    }

    @Test
    void makesCsvThatSpreadsheetsRead() {
        assertThat(sent("csv", List.of(PLAIN, HARD))
                        .getMessage()
                        .getBody(String.class)
                        .split("\r\n", -1))
                .containsExactly(
                        "company_id,company_name,date,document_id,document_filename,document_title,usage_count",
                        "2,Acme,2026-03-10,7,a.pdf,,3",
                        "2,\"A, \"\"B\"\"\nC\",2026-03-10,8,b.pdf,T,0",
                        "");
        assertThat(sent("csv", PLAIN).getMessage().getHeader(Exchange.CONTENT_TYPE))
                .isEqualTo("text/csv");
    }

    @Test
    void knowsTheReportOfAnEmptyListByTheHeader() {
        assertThat(sent("csv", List.of()).getMessage().getBody())
                .asString()
                .startsWith("company_id,")
                .hasLineCount(1);
        assertThat(sent("json", List.of()).getMessage().getBody()).isEqualTo("[]");
    }

    @Test
    void refusesABodyWithoutRows() {
        assertThatThrownBy(() -> {
                    throw sent("csv", Map.of("a", 1)).getException();
                })
                .hasMessageContaining("no rows of one report")
                .hasMessageContaining("use outputType=Record");
    }

    private Exchange sent(String route, Object body) {
        try (FluentProducerTemplate template = context.createFluentProducerTemplate()) {
            return template.withBody(body)
                    .withHeader(ParadigmReportingConstants.REPORT, "documents")
                    .to("direct:" + route)
                    .send();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
