package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceHelper;

/**
 * A running consumer's hold on its position: where it is kept, under which key, and that nobody else moves it.
 *
 * @param keeper saves it
 * @param claim keeps others away
 * @param <R> the row type
 */
record KeptState<R extends Row>(PositionKeeper<R> keeper, StateClaim claim) implements AutoCloseable {
    static <R extends Row> KeptState<R> open(ParadigmReportingEndpoint endpoint, Report<R> report) throws IOException {
        ParadigmReportingConfiguration configuration = endpoint.getConfiguration();
        String key = configuration.getStateKey() != null ? configuration.getStateKey() : defaultKey(endpoint, report);
        if (key.isBlank()) {
            throw new IllegalArgumentException("stateKey is empty; leave it out to have a key made");
        }
        StateRepository<String, String> repository = configuration.getStateRepository();
        StateClaim claim;
        PositionStore<R> store;
        if (repository == null) {
            Path directory = StateDirectory.open(configuration.getStateDirectory());
            claim = StateClaim.of(directory, StateDirectory.checkedKey(key));
            if (configuration.getStateKey() == null) {
                StateDirectory.sayWhenOthersAreThere(directory, report.name(), key);
            }
            store = new PositionFiles<>(report, directory, key);
        } else {
            ServiceHelper.startService(repository);
            claim = repository instanceof FileStateStore files
                    ? StateClaim.of(files.directory(), StateDirectory.checkedKey(key))
                    : StateClaim.of(repository, key);
            store = new RepositoryPositions<>(report, repository, key);
        }
        try {
            PositionKeeper<R> keeper =
                    new PositionKeeper<>(store, key, configuration.getCommitEvery(), configuration.getCommitInterval());
            keeper.countRoundsFrom(endpoint.clock().instant());
            return new KeptState<>(keeper, claim);
        } catch (RuntimeException | Error e) {
            store.close();
            claim.close();
            throw e;
        }
    }

    /** The report, and a few digits that tell instances and companies apart; a new key for the instance changes nothing. */
    private static String defaultKey(ParadigmReportingEndpoint endpoint, Report<?> report) {
        String address = endpoint.client().baseUrl();
        CRC32C crc = new CRC32C();
        crc.update((address + " " + endpoint.feedOptions().companies()).getBytes(StandardCharsets.UTF_8));
        return String.format("%s-%08x", report.name(), crc.getValue());
    }

    @Override
    public void close() throws IOException {
        try {
            keeper.close();
        } finally {
            claim.close();
        }
    }
}
