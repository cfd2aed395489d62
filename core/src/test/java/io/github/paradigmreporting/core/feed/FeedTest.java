package io.github.paradigmreporting.core.feed;

import static io.github.paradigmreporting.core.feed.DocumentsFeed.SETTLED;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.START;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.TODAY;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.options;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedTest {
    private final DocumentsFeed feed = new DocumentsFeed();

    @Test
    void givesEveryRowOnceAndThenOnlyWhatChanged() {
        feed.has(use(1, TODAY.minusDays(40), 7, 3), use(1, TODAY, 7, 3), use(2, TODAY, 8, 1));

        assertThat(feed.changes())
                .extracting(Change::kind)
                .containsOnly(ChangeKind.NEW)
                .hasSize(3);
        assertThat(feed.changes()).isEmpty();
        assertThat(feed.pass()).isEmpty();

        feed.has(use(1, TODAY, 7, 4));
        feed.api.remove(2L, TODAY);

        assertThat(feed.changes())
                .containsExactly(
                        new Change<>(ChangeKind.RESTATED, List.of(1L, TODAY, 7L), use(1, TODAY, 7, 4)),
                        new Change<>(ChangeKind.VANISHED, List.of(2L, TODAY, 8L), null));
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void asksForOpenDaysFirstAndThenForHistoryOldestFirst() {
        feed.pass();

        assertThat(feed.asked())
                .containsExactly(
                        "2026-03-07..2026-03-10",
                        "2026-01-01..2026-01-31",
                        "2026-02-01..2026-03-03",
                        "2026-03-04..2026-03-06");
    }

    @Test
    void asksOnceWhereEverythingFitsIntoOneWindow() {
        feed.options = options(TODAY.minusDays(20), 3, 31, Set.of());

        feed.pass();

        assertThat(feed.asked()).containsExactly("2026-02-18..2026-03-10");
    }

    @Test
    void splitsALongLookBackNewestFirst() {
        feed.options = options(START, 60, 31, Set.of());

        feed.pass();

        assertThat(feed.asked())
                .containsExactly("2026-02-08..2026-03-10", "2026-01-09..2026-02-07", "2026-01-01..2026-01-08");
    }

    @Test
    void asksForOpenDaysOnlyOnceHistoryIsRead() {
        feed.has(use(1, TODAY, 7, 3));
        feed.settle();

        assertThat(feed.pass()).isEmpty();
        assertThat(feed.asked()).containsExactly("2026-03-07..2026-03-10");
        assertThat(feed.state(1).from()).isEqualTo(START);
        assertThat(feed.state(1).settledThrough()).isEqualTo(SETTLED);
    }

    @Test
    void readsADayOnceMoreWhenItSettlesAndNeverAgain() {
        LocalDate settlesTomorrow = SETTLED.plusDays(1);
        feed.has(use(1, settlesTomorrow, 7, 3));
        feed.pass();
        feed.now = feed.now.plus(Duration.ofDays(1));
        feed.has(use(1, settlesTomorrow, 7, 4));

        assertThat(feed.changes()).extracting(Change::kind).containsExactly(ChangeKind.RESTATED);

        feed.has(use(1, settlesTomorrow, 7, 5));
        feed.now = feed.now.plus(Duration.ofDays(1));

        assertThat(feed.changes()).isEmpty();
        assertThat(feed.asked()).containsExactly("2026-03-08..2026-03-12");
    }

    @Test
    void readsAnInstanceWithoutRowsOnce() {
        assertThat(feed.pass()).extracting(SliceDelta::companyId).containsOnly(Feed.ALL_COMPANIES);
        assertThat(feed.asked()).hasSize(4);
        assertThat(feed.state(Feed.ALL_COMPANIES).settledDays()).isZero();

        assertThat(feed.pass()).extracting(SliceDelta::companyId).containsOnly(Feed.ALL_COMPANIES);
        assertThat(feed.state(Feed.ALL_COMPANIES).settledThrough()).isEqualTo(SETTLED);

        assertThat(feed.pass()).isEmpty();
        assertThat(feed.asked()).containsExactly("2026-03-07..2026-03-10");
    }

    @Test
    void staysSettledWhenTheClockStepsBack() {
        feed.has(use(1, SETTLED, 7, 3));
        feed.settle();
        FeedState before = feed.state(1);
        feed.now = feed.now.minus(Duration.ofDays(3));

        assertThat(feed.pass()).isEmpty();
        assertThat(feed.asked()).containsExactly("2026-03-07");
        assertThat(feed.state(1)).isEqualTo(before);
    }

    @Test
    void refusesAStateThatCallsDaysAfterTomorrowSettled() {
        feed.has(use(1, TODAY, 7, 3));
        feed.now = feed.now.plus(Duration.ofDays(400));
        feed.settle();
        feed.now = feed.now.minus(Duration.ofDays(400));

        assertThatThrownBy(feed::pass)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("feedState")
                .hasMessageContaining("today is " + TODAY)
                .hasMessageContaining("Set this machine's clock right, or remove the state");
        feed.now = feed.now.plus(Duration.ofDays(395));
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void refusesStatesOfCompaniesThatCannotBe() {
        feed.has(use(1, TODAY, 7, 3));
        feed.pass();
        for (long company : new long[] {0, -2, Long.MIN_VALUE}) {
            feed.saved.put(company, feed.state(1));
            assertThatThrownBy(feed::pass)
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("no company " + company);
            feed.saved.remove(company);
        }
    }

    @Test
    void endsBeforeARequestWhenItIsToldTo() {
        feed.has(use(1, TODAY, 7, 3), use(1, START, 7, 3));
        try (FeedPass<DocumentUse> pass = feed.begin()) {
            pass.endWhen(() -> pass.progress().windowsDone() == 2);
            for (SliceDelta<DocumentUse> delta = pass.next(); delta != null; delta = pass.next()) {
                feed.saved.put(delta.companyId(), delta.state());
            }
            assertThat(pass.progress()).isEqualTo(new FeedProgress(2, 4));
            assertThat(feed.asked()).containsExactly("2026-03-07..2026-03-10", "2026-01-01..2026-01-31");
        }

        assertThat(feed.changes()).as("nothing is given twice").isEmpty();
        assertThat(feed.asked())
                .containsExactly("2026-03-07..2026-03-10", "2026-02-01..2026-03-03", "2026-03-04..2026-03-06");
    }

    @Test
    void countsTheRequestsOfAPass() {
        feed.has(use(1, TODAY, 7, 3));
        try (FeedPass<DocumentUse> pass = feed.begin()) {
            assertThat(pass.progress()).isEqualTo(new FeedProgress(0, 4));
            for (SliceDelta<DocumentUse> delta = pass.next(); delta != null; delta = pass.next()) {
                assertThat(pass.progress().windowsTotal()).isEqualTo(4);
            }
            assertThat(pass.progress()).isEqualTo(new FeedProgress(4, 4));
        }
    }

    @Test
    void sendsNothingBeforeADeltaIsWanted() {
        feed.begin().close();

        assertThat(feed.asked()).isEmpty();
    }

    @Test
    void goesOnFromTheSavedStatesAfterAnError() {
        feed.has(use(1, TODAY, 7, 3), use(1, TODAY.minusDays(1), 7, 3));
        feed.api.breaksAfter = 2;
        try (FeedPass<DocumentUse> pass = feed.begin()) {
            SliceDelta<DocumentUse> good = Objects.requireNonNull(pass.next());
            feed.saved.put(good.companyId(), good.state());

            assertThatThrownBy(pass::next).isInstanceOf(ConnectionFailedException.class);
            assertThatThrownBy(pass::next).isInstanceOf(IllegalStateException.class);
        }
        feed.api.breaksAfter = -1;

        assertThat(feed.changes()).hasSize(1);
    }

    @Test
    void saysThatMemoryIsMissingInItsOwnWords() {
        Feed<DocumentUse> hungry = new Feed<>(Reports.DOCUMENTS, feed.options, query -> {
            throw new OutOfMemoryError("Java heap space");
        });
        try (FeedPass<DocumentUse> pass = hungry.begin(feed.saved, feed.now)) {
            assertThatThrownBy(pass::next)
                    .isInstanceOf(UnexpectedResponseException.class)
                    .hasMessageContaining("comparing documents")
                    .hasMessageContaining("needs more memory than the JVM has");
        }
    }

    @Test
    void givesNothingAfterItWasClosed() {
        feed.has(use(1, TODAY, 7, 3), use(1, TODAY.minusDays(1), 7, 3));
        FeedPass<DocumentUse> pass = feed.begin();
        pass.next();
        pass.close();
        pass.close();

        assertThatThrownBy(pass::next).isInstanceOf(CancelledException.class);
    }
}
