package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the units of a task stand, as Connect keeps it. Read once, when the task starts: at no other time is the reader
 * safe to ask under exactly-once.
 */
final class StoredPositions {
    private static final Logger LOG = LoggerFactory.getLogger(StoredPositions.class);

    private final OffsetStorageReader reader;
    private final String instance;
    private final LocalDate today;

    StoredPositions(OffsetStorageReader reader, String instance, LocalDate today) {
        this.reader = reader;
        this.instance = instance;
        this.today = today;
    }

    /**
     * The position of each unit.
     *
     * @throws ConnectException when a stored offset cannot be read
     */
    Map<WorkUnit, Positions> read(List<WorkUnit> units) {
        Map<WorkUnit, SourceOffset.Directory> directories = directories(units);
        Map<Map<String, String>, Map<String, Object>> offsets = offsets(units.stream()
                .flatMap(unit ->
                        companies(unit, directories.get(unit)).stream().map(company -> partition(unit, company)))
                .toList());
        Map<WorkUnit, Positions> positions = new HashMap<>();
        for (WorkUnit unit : units) {
            Map<Long, FeedState> states = new HashMap<>();
            SourceOffset.Directory directory = directories.get(unit);
            if (directory != null && directory.state() != null) {
                String state = directory.state();
                states.put(Feed.ALL_COMPANIES, readable(partition(unit, null), () -> state(state)));
            }
            for (Long company : companies(unit, directory)) {
                SourcePartition partition = partition(unit, company);
                Map<String, Object> offset = offsets.get(partition.toMap());
                if (offset != null) {
                    states.put(
                            company, readable(partition, () -> state(SourceOffset.state(offset, partition.company()))));
                }
            }
            LOG.info("{}: {}", unit.description(), states.isEmpty() ? "starts from nothing" : "goes on where it was");
            LOG.debug("{} stands at {}", unit, states);
            positions.put(unit, new Positions(states));
        }
        return positions;
    }

    private FeedState state(String text) {
        return SourceOffset.credible(FeedState.decode(text), today);
    }

    private Map<WorkUnit, SourceOffset.Directory> directories(List<WorkUnit> units) {
        List<WorkUnit> ofAll =
                units.stream().filter(unit -> unit.company() == null).toList();
        Map<Map<String, String>, Map<String, Object>> offsets =
                offsets(ofAll.stream().map(unit -> partition(unit, null)).toList());
        Map<WorkUnit, SourceOffset.Directory> directories = new HashMap<>();
        for (WorkUnit unit : ofAll) {
            SourcePartition partition = partition(unit, null);
            Map<String, Object> offset = offsets.get(partition.toMap());
            if (offset != null) {
                directories.put(unit, readable(partition, () -> SourceOffset.directory(offset)));
            }
        }
        return directories;
    }

    private static Collection<Long> companies(WorkUnit unit, SourceOffset.@Nullable Directory directory) {
        if (unit.company() != null) {
            return Set.of(unit.company());
        }
        return directory == null ? Set.of() : directory.companies();
    }

    private Map<Map<String, String>, Map<String, Object>> offsets(Collection<SourcePartition> partitions) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        List<Map<String, String>> keys = new ArrayList<>();
        partitions.forEach(partition -> keys.add(partition.toMap()));
        return reader.offsets(keys);
    }

    private SourcePartition partition(WorkUnit unit, @Nullable Long company) {
        return SourcePartition.of(instance, unit.report().name(), company);
    }

    private static <T> T readable(SourcePartition partition, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException | InvalidSettingException e) {
            throw new ConnectException(
                    "the stored offset of " + partition + " cannot be read: "
                            + (e instanceof InvalidSettingException invalid ? Messages.of(invalid) : e.getMessage())
                            + ". Stop the connector and reset its offsets to send everything again.",
                    e);
        }
    }
}
