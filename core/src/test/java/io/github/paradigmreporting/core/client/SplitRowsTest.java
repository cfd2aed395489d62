package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.InvalidQueryException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many windows are fetched ahead of the one that is being read. */
final class SplitRowsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int MANY = 1000;

    private final Cancellation caller = new Cancellation();
    private final List<WindowRows<LocalDate>> opened = new ArrayList<>();
    private @Nullable RuntimeException refusal;

    @Test
    void fetchesNothingBeforeTheFirstRowIsRequested() {
        split(10, MANY);

        assertThat(opened).isEmpty();
    }

    @Test
    void fetchesOneWindowAtFirstAndFourTimesAsManyAheadWithEachFurtherOne() {
        SplitRows<LocalDate> rows = split(200, MANY);

        assertThat(openAfterEachRow(rows, 4)).containsExactly(1, 4, 16, 64);
    }

    @Test
    void neverFetchesMoreWindowsAtOnceThanAllowed() {
        SplitRows<LocalDate> rows = split(50, 10);

        assertThat(openAfterEachRow(rows, 50))
                .startsWith(1, 4, 10, 10, 10)
                .allMatch(open -> open <= 10)
                .endsWith(5, 4, 3, 2, 1);
    }

    @Test
    void fetchesOneWindowAtATimeWhereOneRequestIsAllowed() {
        assertThat(openAfterEachRow(split(5, 1), 5)).containsOnly(1);
    }

    @Test
    void returnsTheRowsOfEachWindowInOrder() {
        SplitRows<LocalDate> rows = split(30, 4);

        assertThat(IntStream.range(0, 30).mapToObj(row -> rows.next()))
                .containsExactlyElementsOf(FIRST.datesUntil(FIRST.plusDays(30)).toList());
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void throwsARefusalOfAWindowOnlyWhenThatWindowIsNeeded() {
        SplitRows<LocalDate> rows = split(10, MANY);
        rows.next();
        rows.next();
        assertThat(opened).hasSize(5);
        refusal = new InvalidQueryException("too many requests");
        rows.next();
        rows.next();
        rows.next();

        assertThatThrownBy(rows::hasNext).isSameAs(refusal);
        assertThat(opened).hasSize(5);
    }

    @Test
    void fetchesARefusedWindowLaterWhenItIsAllowedThen() {
        SplitRows<LocalDate> rows = split(10, MANY);
        rows.next();
        rows.next();
        refusal = new InvalidQueryException("too many requests");
        rows.next();
        refusal = null;

        assertThat(rows.toList())
                .containsExactlyElementsOf(
                        FIRST.plusDays(3).datesUntil(FIRST.plusDays(10)).toList());
    }

    @Test
    void closesEveryOpenWindowWhenClosed() {
        SplitRows<LocalDate> rows = split(10, MANY);
        rows.next();
        rows.next();

        rows.close();

        assertThat(opened).hasSize(5).allMatch(window -> window.cancellation().isCancelled());
        assertThat(caller.isCancelled()).isFalse();
        assertThatThrownBy(rows::hasNext).isInstanceOf(CancelledException.class);
    }

    @Test
    void closesEveryOpenWindowWhenTheCallerCancels() {
        SplitRows<LocalDate> rows = split(10, MANY);
        rows.next();
        rows.next();

        caller.cancel();

        assertThat(opened).hasSize(5).allMatch(window -> window.cancellation().isCancelled());
        assertThatThrownBy(rows::hasNext).isInstanceOf(CancelledException.class);
    }

    @Test
    void closesAWindowWhoseRowsAreRead() {
        SplitRows<LocalDate> rows = split(3, 1);
        rows.next();
        assertThat(opened.get(0).cancellation().isCancelled()).isFalse();

        rows.next();
        assertThat(opened.get(0).cancellation().isCancelled()).isTrue();
    }

    /** The windows open after each of the first rows, the one being read among them. */
    private List<Integer> openAfterEachRow(SplitRows<LocalDate> rows, int count) {
        return IntStream.range(0, count)
                .map(read -> {
                    rows.next();
                    return opened.size() - read;
                })
                .boxed()
                .toList();
    }

    /** Windows of one day, each with one row. */
    private SplitRows<LocalDate> split(int windows, int mostAhead) {
        List<Window> days = FIRST.datesUntil(FIRST.plusDays(windows))
                .map(day -> new Window(day, day))
                .toList();
        return new SplitRows<>(days, this::fetch, mostAhead, caller);
    }

    private WindowRows<LocalDate> fetch(Window window) {
        if (refusal != null) {
            throw refusal;
        }
        WindowRows<LocalDate> rows = new WindowRows<>(1000);
        try {
            rows.put(List.of(window.from()), 1);
        } catch (InterruptedException e) {
            throw new AssertionError("the buffer has room", e);
        }
        rows.complete(List.of());
        opened.add(rows);
        return rows;
    }
}
