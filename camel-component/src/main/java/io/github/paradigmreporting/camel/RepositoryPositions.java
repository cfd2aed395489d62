package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.spi.StateRepository;

/**
 * A position in a repository of the user's: under the key the last round and the ids of the companies, under the key, a dot and an id the state
 * of that company, so that a save costs what it saves. Written in an order in which each value may be the last one.
 *
 * @param <R> the row type
 */
final class RepositoryPositions<R extends Row> implements PositionStore<R> {
    private static final String FORMAT = "paradigm-reporting-position 3 ";
    private static final String WITHOUT_ROUND = "paradigm-reporting-position 2 ";

    private final Report<R> report;
    private final StateRepository<String, String> repository;
    private final String key;
    private final Set<Long> listed = new TreeSet<>();
    private long listedRound;

    RepositoryPositions(Report<R> report, StateRepository<String, String> repository, String key) {
        this.report = report;
        this.repository = repository;
        this.key = key;
    }

    @Override
    public Positions<R> read() {
        String index = repository.getState(key);
        if (index == null || !(index.startsWith(FORMAT) || index.startsWith(WITHOUT_ROUND))) {
            // The first versions kept all of it under the key.
            return Positions.decode(report, index);
        }
        Positions<R> positions = new Positions<>(report);
        String ids = index.substring(FORMAT.length());
        if (index.startsWith(FORMAT)) {
            int blank = ids.indexOf(' ');
            listedRound = Long.parseLong(ids.substring(0, blank));
            positions.endRound(listedRound);
            ids = ids.substring(blank + 1);
        }
        for (String id : ids.isEmpty() ? List.<String>of() : List.of(ids.split(",", -1))) {
            long company = Long.parseLong(id);
            String state = repository.getState(entry(company));
            if (state == null) {
                throw new IllegalArgumentException("the saved position " + key + " lists company " + id
                        + ", but there is no " + entry(company) + " in " + repository
                        + "; restore it, or use another stateKey to send everything again from startDate");
            }
            listed.add(company);
            positions.move(company, state);
        }
        return positions;
    }

    @Override
    public void save(Steps<R> steps, Positions<R> reached) {
        Set<Long> changed = new TreeSet<>(steps.states().keySet());
        changed.addAll(steps.told().keySet());
        save(changed, reached);
    }

    @Override
    public void replace(Positions<R> reached) {
        save(reached.companies(), reached);
    }

    private void save(Set<Long> changed, Positions<R> reached) {
        Set<Long> companies = reached.companies();
        for (long company : companies) {
            if (company != Feed.ALL_COMPANIES && (changed.contains(company) || !listed.contains(company))) {
                put(company, reached.state(company));
            }
        }
        Set<Long> now = new TreeSet<>(companies);
        if (!listed.contains(Feed.ALL_COMPANIES)) {
            now.remove(Feed.ALL_COMPANIES);
        }
        list(now, listedRound);
        // The scope's last: it tells that everything before it is done.
        if (companies.contains(Feed.ALL_COMPANIES)
                && (changed.contains(Feed.ALL_COMPANIES) || !listed.contains(Feed.ALL_COMPANIES))) {
            put(Feed.ALL_COMPANIES, reached.state(Feed.ALL_COMPANIES));
        }
        list(companies, reached.round());
    }

    private void put(long company, FeedState state) {
        repository.setState(entry(company), state.encode());
    }

    private void list(Set<Long> companies, long round) {
        if (!listed.equals(companies) || listedRound != round) {
            String ids = companies.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
            repository.setState(key, FORMAT + round + " " + ids);
            listed.clear();
            listed.addAll(companies);
            listedRound = round;
        }
    }

    private String entry(long company) {
        return key + "." + (company == Feed.ALL_COMPANIES ? "all" : String.valueOf(company));
    }

    @Override
    public void force(Positions<R> reached) {
        // A repository keeps what it is given.
    }

    @Override
    public void close() {
        // The repository is not ours.
    }
}
