package io.github.paradigmreporting.examples.routes;

import io.github.paradigmreporting.core.model.SessionsDay;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.bindy.csv.BindyCsvDataFormat;

/**
 * The last thirty days as a CSV file, written anew once a day and put in place as a whole: who opens it never sees half a
 * report, and a restated day replaces what stood there. Needs {@code files.folder}.
 */
public final class ReportFiles extends RouteBuilder {
    /** The route. */
    public ReportFiles() {}

    @Override
    public void configure() {
        from("timer:daily?period={{files.period:1d}}")
                .to("paradigm-reporting:sessions?startDate=-P30D")
                .transform()
                .body(List.class, ReportFiles::lines)
                .marshal(new BindyCsvDataFormat(SessionsLine.class))
                .to("file:{{files.folder}}?fileName=sessions.csv&tempPrefix=.&eagerDeleteTargetFile=false");
    }

    private static List<SessionsLine> lines(List<?> days) {
        return days.stream().map(day -> new SessionsLine((SessionsDay) day)).toList();
    }
}
