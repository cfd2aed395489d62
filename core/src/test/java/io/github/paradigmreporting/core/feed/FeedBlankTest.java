package io.github.paradigmreporting.core.feed;

import static io.github.paradigmreporting.core.feed.DocumentsFeed.SETTLED;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.START;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.TODAY;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.options;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers without any row: a single one is not believed. */
class FeedBlankTest {
    private final DocumentsFeed feed = new DocumentsFeed();

    private void hasARowOnEachDay() {
        for (LocalDate day = START; !day.isAfter(TODAY); day = day.plusDays(1)) {
            feed.has(use(1, day, 7, 3), use(2, day, 8, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void historyOfOneSuchAnswerComesWithTheNextPass(int number) {
        hasARowOnEachDay();
        long days = SETTLED.toEpochDay() - START.toEpochDay() + 5;
        feed.api.blank = query -> feed.api.asked.size() == number;

        int rows = feed.changes().size();
        Window lost = feed.api.asked.get(number - 1).window();
        assertThat(rows).isEqualTo(2 * (days - lost.days()));
        assertThat(feed.asked()).doesNotHaveDuplicates().hasSize(4);
        feed.api.blank = query -> false;

        assertThat(feed.changes()).hasSize(2 * (int) lost.days()).allMatch(change -> change.kind() == ChangeKind.NEW);
        assertThat(feed.state(2).settledThrough()).isEqualTo(SETTLED);
        assertThat(feed.pass()).isEmpty();
    }

    @Test
    void nothingVanishesByOneSuchAnswer() {
        hasARowOnEachDay();
        feed.pass();
        feed.api.blank = query -> true;
        assertThat(feed.changes()).isEmpty();
        feed.api.blank = query -> false;
        feed.has(use(1, TODAY, 7, 4));

        assertThat(feed.changes()).extracting(Change::kind).containsExactly(ChangeKind.RESTATED);
        feed.api.blank = query -> true;
        assertThat(feed.changes()).as("the answer between had rows").isEmpty();
    }

    @Test
    void warnsWhenRowsWouldVanishByIt() {
        hasARowOnEachDay();
        assertThat(warned()).isEmpty();
        feed.api.blank = query -> true;
        assertThat(warned())
                .contains("documents: the answer for 2026-03-07..2026-03-10 holds no rows")
                .contains("they stay until the answer of the next pass has none either");
        assertThat(warned()).as("they vanish now").isEmpty();
        assertThat(warned()).as("they are gone").isEmpty();
    }

    /** What a pass says on the standard error, where the tests' log goes. */
    @SuppressWarnings("SystemOut") // It is read here, not written to.
    private String warned() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            feed.pass();
        } finally {
            System.setErr(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everythingVanishesByTwo() {
        hasARowOnEachDay();
        feed.pass();
        feed.api.blank = query -> true;
        feed.pass();

        assertThat(feed.changes()).hasSize(8).extracting(Change::kind).containsOnly(ChangeKind.VANISHED);
        assertThat(feed.pass()).isEmpty();
        feed.api.blank = query -> false;

        assertThat(feed.changes()).hasSize(8).extracting(Change::kind).containsOnly(ChangeKind.NEW);
    }

    @Test
    void onlyDaysOfBothAnswersAreDecided() {
        hasARowOnEachDay();
        feed.pass();
        feed.api.blank = query -> true;
        feed.pass();
        feed.now = feed.now.plus(Duration.ofDays(1));
        feed.has(use(1, TODAY.plusDays(1), 7, 3));

        assertThat(feed.changes()).hasSize(8);
        assertThat(feed.state(Feed.ALL_COMPANIES).settledThrough()).isEqualTo(SETTLED.plusDays(1));
        assertThat(feed.state(Feed.ALL_COMPANIES).blank().ranges())
                .containsExactly(new Window(SETTLED.plusDays(2), TODAY.plusDays(1)));
    }

    @Test
    void listedCompaniesRememberItThemselves() {
        feed.options = options(START, 3, 100, Set.of(1L, 2L));
        hasARowOnEachDay();
        feed.pass();
        feed.api.blank = query -> true;
        assertThat(feed.changes()).isEmpty();
        assertThat(feed.saved).doesNotContainKey(Feed.ALL_COMPANIES);

        assertThat(feed.changes()).hasSize(8);
    }

    @Test
    void oneCompanyAmongOthersVanishesAtOnce() {
        hasARowOnEachDay();
        feed.pass();
        feed.api.remove(2);

        assertThat(feed.changes()).hasSize(4).extracting(Change::kind).containsOnly(ChangeKind.VANISHED);
    }

    @Test
    void companiesThatDoNotCountByDayVanishByTwoAnswersToo() {
        Instant now = feed.now;
        ModelApi<Members> api = new ModelApi<>(Reports.MEMBERS, 1);
        api.put(new Members(1, "One", START, TODAY, 10L, 5L));
        api.put(new Members(2, "Two", START, TODAY, 10L, 5L));
        Feed<Members> members = new Feed<>(Reports.MEMBERS, feed.options, api::rows);
        Map<Long, FeedState> saved = new HashMap<>();
        assertThat(changes(members, saved, now)).hasSize(2);

        api.blank = query -> true;
        assertThat(changes(members, saved, now)).isEmpty();
        api.blank = query -> false;
        assertThat(changes(members, saved, now)).isEmpty();
        api.blank = query -> true;
        assertThat(changes(members, saved, now)).isEmpty();
        assertThat(changes(members, saved, now))
                .extracting(Change::kind)
                .containsExactly(ChangeKind.VANISHED, ChangeKind.VANISHED);
    }

    private static List<Change<Members>> changes(Feed<Members> feed, Map<Long, FeedState> saved, Instant now) {
        List<Change<Members>> changes = new ArrayList<>();
        try (FeedPass<Members> pass = feed.begin(saved, now)) {
            for (SliceDelta<Members> delta = pass.next(); delta != null; delta = pass.next()) {
                changes.addAll(delta.changes());
                saved.put(delta.companyId(), FeedState.decode(delta.state().encode()));
            }
        }
        return changes;
    }
}
