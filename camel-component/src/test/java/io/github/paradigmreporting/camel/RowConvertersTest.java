package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

class RowConvertersTest {
    @Test
    void convertsTheRowsOfEveryReport() throws Exception {
        try (World world = new World();
                CamelContext context = world.context()) {
            context.start();
            for (Report<?> report : Reports.ALL) {
                convert(context, report, world);
            }
        }
    }

    private static <R extends Row> void convert(CamelContext context, Report<R> report, World world) {
        R row = world.truth(report).get(0);
        Map<?, ?> map = context.getTypeConverter().convertTo(Map.class, row);
        String json = context.getTypeConverter().convertTo(String.class, row);

        assertThat(new ArrayList<>(map.values())).isEqualTo(report.values(row));
        List<String> names = report.columns().stream()
                .map(column -> "\"" + column.name() + "\":")
                .toList();
        assertThat(json).startsWith("{").contains(names);
    }
}
