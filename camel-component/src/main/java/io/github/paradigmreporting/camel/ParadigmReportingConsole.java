package io.github.paradigmreporting.camel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Route;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;

/** The dev console's page on this component: each route that reads a report, and where it stands. */
@DevConsole(name = "paradigm-reporting", description = "Where the readers of Paradigm reports stand")
public final class ParadigmReportingConsole extends AbstractDevConsole {
    /** The page. */
    public ParadigmReportingConsole() {
        super("camel", "paradigm-reporting", "Paradigm Reporting", "Where the readers of Paradigm reports stand");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        routes().forEach(route -> text.append(route).append('\n'));
        return text.toString();
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        return Map.of("consumers", routes());
    }

    private List<Map<String, Object>> routes() {
        List<Map<String, Object>> routes = new ArrayList<>();
        for (Route route : getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof ParadigmReportingConsumer<?> consumer) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("routeId", route.getRouteId());
                entry.putAll(consumer.status().details());
                routes.add(entry);
            }
        }
        return routes;
    }
}
