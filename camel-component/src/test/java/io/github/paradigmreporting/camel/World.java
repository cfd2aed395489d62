package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A simulated instance, and contexts that use it, under one clock that moves only when told. */
final class World extends Clock implements AutoCloseable {
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
    /** The time as long as none has passed, for other processes that ask this world. */
    static final Clock AT_FIRST = Clock.fixed(Instant.parse("2026-03-20T15:00:00Z"), ZoneOffset.UTC);

    private final ParadigmSimulator simulator;
    private volatile Instant now = AT_FIRST.instant();

    World(UnaryOperator<SimulatorBuilder> switches) {
        this.simulator = switches.apply(ParadigmSimulator.builder()
                        .clock(this)
                        .from(FIRST_DAY)
                        .companies(3)
                        .documentsPerDay(4))
                .start();
    }

    World() {
        this(builder -> builder);
    }

    ParadigmSimulator simulator() {
        return simulator;
    }

    /** A context whose component knows this world; to be started and closed by the caller. */
    CamelContext context() {
        CamelContext context = new DefaultCamelContext();
        ParadigmReportingComponent component = new ParadigmReportingComponent();
        component.getConfiguration().setBaseUrl(simulator.baseUrl().toString());
        component.getConfiguration().setApiKey(simulator.key());
        component.getConfiguration().setStartDate(FIRST_DAY.toString());
        component.getConfiguration().setRequestsPerMinute(100_000);
        component.useClock(this);
        context.addComponent("paradigm-reporting", component);
        return context;
    }

    LocalDate today() {
        return LocalDate.now(this);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** What a report holds now, from its first day to today. */
    <R extends Row> List<R> truth(Report<R> report) {
        return simulator.dataset().rows(report, FIRST_DAY, today());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
