package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepositoryPositionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final Values values = new Values();
    private Positions<SessionsDay> reached = new Positions<>(Reports.SESSIONS);
    private final Steps<SessionsDay> steps = new Steps<>();

    @Test
    void writesOnlyTheCompaniesThatMoved() {
        RepositoryPositions<SessionsDay> positions = open();
        move(2, 1);
        move(7, 1);
        move(Feed.ALL_COMPANIES, 1);
        save(positions);
        assertThat(values.map).containsOnlyKeys("key", "key.2", "key.7", "key.all");

        values.written = 0;
        move(7, 2);
        save(positions);
        assertThat(values.written).isEqualTo(1);
        assertThat(open().read().states()).isEqualTo(reached.states());
    }

    @Test
    void readsAPositionOfTheFirstVersionsAndThenKeepsItByCompany() {
        move(2, 1);
        move(Feed.ALL_COMPANIES, 1);
        values.setState("key", reached.encode());
        steps.clear();

        RepositoryPositions<SessionsDay> positions = open();
        assertThat(open().read().states()).isEqualTo(reached.states());
        move(7, 1);
        save(positions);
        assertThat(open().read().states()).isEqualTo(reached.states());
        assertThat(values.map).containsOnlyKeys("key", "key.2", "key.7", "key.all");
    }

    @Test
    void neverSaysThatAllIsReadBeforeItIs() {
        int died = 0;
        for (int writes = 0; writes < 12; writes++) {
            values.map.clear();
            values.left = writes;
            reached = new Positions<>(Reports.SESSIONS);
            RepositoryPositions<SessionsDay> positions = open();
            try {
                for (int step = 1; step < 4; step++) {
                    move(2, step);
                    move(10 + step, step);
                    move(Feed.ALL_COMPANIES, step);
                    save(positions);
                }
            } catch (IllegalStateException e) {
                died++;
                steps.clear();
            }
            Map<Long, FeedState> read = open().read().states();
            FeedState all = read.get(Feed.ALL_COMPANIES);
            for (int step = 1; all != null && step <= all.openRows(); step++) {
                assertThat(read).containsKey(10L + step);
                assertThat(Objects.requireNonNull(read.get(2L)).openRows()).isGreaterThanOrEqualTo(step);
            }
        }
        assertThat(died).isGreaterThan(10);
    }

    @Test
    void forgetsWhatALifeBeforeItLeftUnderOtherKeys() {
        move(2, 1);
        move(Feed.ALL_COMPANIES, 3);
        save(open());
        // What a user removes to begin again.
        values.map.remove("key");
        RepositoryPositions<SessionsDay> positions = open();
        assertThat(open().read().states()).isEmpty();

        steps.clear();
        Positions<SessionsDay> again = new Positions<>(Reports.SESSIONS);
        Position<SessionsDay> step = position(2, 1);
        again.move(step);
        steps.add(step);
        positions.save(steps, again);
        assertThat(open().read().states()).isEqualTo(again.states());
    }

    @Test
    void refusesToGuessTheStateOfACompany() {
        move(2, 1);
        save(open());
        values.map.remove("key.2");

        assertThatThrownBy(this::open).hasMessageContaining("no key.2").hasMessageContaining("use another stateKey");
    }

    private RepositoryPositions<SessionsDay> open() {
        RepositoryPositions<SessionsDay> positions = new RepositoryPositions<>(Reports.SESSIONS, values, "key");
        positions.read();
        return positions;
    }

    private void move(long company, int days) {
        Position<SessionsDay> position = position(company, days);
        reached.move(position);
        steps.add(position);
    }

    private void save(RepositoryPositions<SessionsDay> positions) {
        positions.save(steps, reached);
        steps.clear();
    }

    private static Position<SessionsDay> position(long company, int days) {
        FeedState state = null;
        for (int i = 0; i < days; i++) {
            LocalDate day = DAY.plusDays(i);
            SessionsDay row = new SessionsDay(company, "Acme", day, 1L, null, null, null, null, null, null);
            state = FeedState.partly(
                    Reports.SESSIONS, state, List.of(new Change<>(ChangeKind.NEW, List.of(company, day), row)));
        }
        return Position.after(company, Objects.requireNonNull(state));
    }

    /** A repository that stops to write when told. */
    private static final class Values extends ServiceSupport implements StateRepository<String, String> {
        private final Map<String, String> map = new TreeMap<>();
        private int left = Integer.MAX_VALUE;
        private int written;

        @Override
        public void setState(String key, String value) {
            if (left == 0) {
                throw new IllegalStateException("the process died");
            }
            left--;
            written++;
            map.put(key, value);
        }

        @Override
        public @Nullable String getState(String key) {
            return map.get(key);
        }
    }
}
