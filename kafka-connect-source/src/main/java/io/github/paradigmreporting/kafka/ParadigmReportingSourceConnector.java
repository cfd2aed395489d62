package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.jspecify.annotations.Nullable;

/**
 * A source connector that keeps topics equal to the reports of a Paradigm instance: history first, then each day as it
 * grows and settles; restated rows as updates, vanished rows as tombstones; exactly once where the worker offers it.
 */
public final class ParadigmReportingSourceConnector extends SourceConnector {
    private final Clock clock;
    private Map<String, String> given = Map.of();
    private @Nullable CompanyDiscovery discovery;

    /** Made by Connect. */
    public ParadigmReportingSourceConnector() {
        this(Clock.systemUTC());
    }

    ParadigmReportingSourceConnector(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public ConfigDef config() {
        return ConfigDefinition.create();
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ParadigmReportingSourceTask.class;
    }

    @Override
    public void start(Map<String, String> props) {
        given = Map.copyOf(props);
        ConnectorConfig config = read(props);
        if (config.discovers()) {
            Set<Long> known;
            try (ParadigmReportingClient client = config.newClient(clock)) {
                known = config.knownCompanies(client.baseUrl()).read(context().offsetStorageReader(), config);
            }
            discovery = new CompanyDiscovery(
                    config, clock, known, context()::requestTaskReconfiguration, context()::raiseError);
            discovery.start();
        }
    }

    @Override
    public void stop() {
        if (discovery != null) {
            discovery.close();
        }
        ParadigmReportingSourceTask.release(given.getOrDefault("name", ""));
    }

    /** The connector's whole configuration for each task, and the task's units in a stable order: a change of order would restart tasks. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        ConnectorConfig config = read(given);
        Set<Long> companies = discovery == null ? config.companies() : discovery.companies();
        List<Map<String, String>> tasks = new ArrayList<>();
        for (List<WorkUnit> units : Assignment.of(WorkUnit.all(config.reports(), companies), maxTasks)) {
            Map<String, String> task = new HashMap<>(given);
            task.put(TaskUnits.KEY, TaskUnits.write(units));
            task.put(TaskUnits.NUMBER_KEY, Integer.toString(tasks.size()));
            if (discovery != null && tasks.isEmpty()) {
                task.put(TaskUnits.COMPANIES_KEY, TaskUnits.writeCompanies(discovery.companies()));
            }
            tasks.add(task);
        }
        return tasks;
    }

    /** Checks each setting, then the settings against each other, then tries them once against the instance. */
    @Override
    public Config validate(Map<String, String> props) {
        Config result = withUnknownNames(super.validate(props), props);
        if (result.configValues().stream()
                .anyMatch(value -> !value.errorMessages().isEmpty())) {
            return result;
        }
        try {
            ConnectorConfig config = ConnectorConfig.of(props);
            config.checkStart(config.day(clock.instant()));
            config.newClient(clock).close();
            if (config.get(ConnectSettings.VALIDATE_PROBE)) {
                LiveProbe.Finding finding = LiveProbe.of(config, clock);
                if (finding != null) {
                    blame(result, finding.setting(), finding.message());
                }
            }
        } catch (InvalidSettingException e) {
            blame(result, e.setting(), Messages.of(e));
        }
        return result;
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> props) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Yes, for those whose slices are larger than a batch; for all others a transaction per poll does the same. */
    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> props) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }

    @Override
    public boolean alterOffsets(Map<String, String> props, Map<Map<String, ?>, Map<String, ?>> offsets) {
        ConnectorConfig config = read(props);
        try (ParadigmReportingClient client = config.newClient(clock)) {
            OffsetCheck check = new OffsetCheck(config, client.baseUrl(), config.day(clock.instant()));
            offsets.forEach(check::accept);
        }
        return true;
    }

    private static ConnectorConfig read(Map<String, String> props) {
        try {
            return ConnectorConfig.of(props);
        } catch (InvalidSettingException e) {
            throw new ConnectException(Messages.of(e), e);
        }
    }

    private static Config withUnknownNames(Config known, Map<String, String> props) {
        List<ConfigValue> values = new ArrayList<>(known.configValues());
        SettingNames.unknown(props.keySet())
                .forEach((name, problem) ->
                        values.add(new ConfigValue(name, null, List.of(), List.of(name + ": " + problem))));
        return new Config(values);
    }

    private static void blame(Config result, String setting, String message) {
        String name = SettingNames.isOurs(setting) ? setting : ConnectSettings.name(setting);
        Map<String, ConfigValue> values =
                result.configValues().stream().collect(Collectors.toMap(ConfigValue::name, value -> value));
        ConfigValue value = values.get(name);
        if (value == null) {
            throw new ConnectException(message);
        }
        value.addErrorMessage(message);
    }
}
