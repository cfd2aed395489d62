package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @TempDir
    Path directory = Path.of("");

    private final Positions<DocumentUse> reached = new Positions<>(Reports.DOCUMENTS);
    private final Steps<DocumentUse> steps = new Steps<>();

    @Test
    void findsAfterEachSaveWhatWasReached() {
        Random random = new Random(4);
        PositionFiles<DocumentUse> files = open();
        for (int save = 0; save < 60; save++) {
            for (int left = random.nextInt(4); left >= 0; left--) {
                long company = random.nextInt(5) == 0 ? Feed.ALL_COMPANIES : 1 + random.nextInt(3);
                move(company > 0 && random.nextBoolean() ? told(company, random) : whole(company, random));
            }
            save(files);
            if (random.nextInt(3) == 0) {
                files.close();
                files = open();
            }
            assertThat(read()).isEqualTo(reached.states());
        }
        assertThat(directory.resolve("key.journal.previous"))
                .as("of a generation before")
                .exists();
    }

    @Test
    void findsWhatWasReachedBeforeOrAfterASaveThatDiedAtAnyByte() throws IOException {
        PositionFiles<DocumentUse> files = open();
        move(whole(2, new Random(1)));
        save(files);
        move(told(2, new Random(2)));
        save(files);
        Map<Long, FeedState> before = reached.states();
        Path journal = directory.resolve("key.journal");
        int from = Files.readAllBytes(journal).length;
        move(told(3, new Random(3)));
        save(files);
        files.close();
        byte[] whole = Files.readAllBytes(journal);

        for (int length = from; length < whole.length; length++) {
            Files.write(journal, Arrays.copyOf(whole, length));
            assertThat(read()).isEqualTo(before);
        }
        Files.write(journal, whole);
        assertThat(read()).isEqualTo(reached.states());
    }

    @Test
    void readsAPositionOfTheFirstVersions() {
        move(whole(2, new Random(1)));
        move(told(3, new Random(1)));
        new FileStateStore(directory).setState("key", reached.encode());

        assertThat(read()).isEqualTo(reached.states());
        PositionFiles<DocumentUse> files = open();
        steps.clear();
        move(whole(3, new Random(2)));
        save(files);
        assertThat(read()).isEqualTo(reached.states());
    }

    @Test
    void losesNothingWhenTheNewestWholePositionIsDamaged() throws IOException {
        PositionFiles<DocumentUse> files = open();
        move(whole(2, new Random(1)));
        save(files);
        move(whole(3, new Random(1)));
        save(files);
        files.replace(reached);
        Files.writeString(directory.resolve("key.state"), "damaged");

        assertThat(read()).isEqualTo(reached.states());
        files = open();
        move(whole(4, new Random(1)));
        save(files);
        assertThat(read()).isEqualTo(reached.states());
    }

    @Test
    void knowsAJournalThatBelongsToAnotherPosition() throws IOException {
        PositionFiles<DocumentUse> files = open();
        move(whole(2, new Random(1)));
        save(files);
        Map<Long, FeedState> first = reached.states();
        Files.copy(directory.resolve("key.state"), directory.resolve("kept"));
        move(whole(2, new Random(2)));
        files.replace(reached);
        move(whole(2, new Random(3)));
        save(files);
        // As if the process had died between the new position and its journal, or somebody had copied a file back.
        Files.move(directory.resolve("kept"), directory.resolve("key.state"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(read()).isEqualTo(first);
    }

    @Test
    void writesTheWholeAgainOnlyWhenTheJournalIsLong() throws IOException {
        PositionFiles<DocumentUse> files = open();
        Random random = new Random(6);
        List<Long> sizes = new ArrayList<>();
        for (int save = 0; save < 100; save++) {
            move(whole(2, random));
            save(files);
            sizes.add(Files.size(directory.resolve("key.journal")));
        }

        assertThat(sizes).allMatch(size -> size < 80_000);
        assertThat(LongStream.range(1, 100).filter(i -> sizes.get((int) i) < sizes.get((int) i - 1)))
                .as("new journals")
                .hasSizeBetween(1, 10);
    }

    @Test
    void keepsAJournalUpToOneMebibyteBesideAShortPosition() throws IOException {
        PositionFiles<DocumentUse> files = new PositionFiles<>(Reports.DOCUMENTS, directory, "key");
        files.read();

        assertThat(longestJournal(files)).isBetween(1024 * 1024L, 1024 * 1024L + 10_000);
    }

    @Test
    void keepsAJournalUpToTwiceTheLengthOfALongPosition() throws IOException {
        for (int company = 10; company < 60; company++) {
            move(whole(company, new Random(company)));
        }
        PositionFiles<DocumentUse> files = open();
        files.replace(reached);
        long whole = Files.size(directory.resolve("key.state"));
        assertThat(whole).isGreaterThan(64 * 1024);

        assertThat(longestJournal(files)).isBetween(2 * whole, 2 * whole + 10_000);

        files.close();
        files = open();
        assertThat(longestJournal(files)).as("after a restart").isBetween(2 * whole, 2 * whole + 10_000);
    }

    /** Saves until the journal begins again; says how many bytes it had then. */
    private long longestJournal(PositionFiles<DocumentUse> files) throws IOException {
        Random random = new Random(7);
        long longest = 0;
        for (long size = 0; size >= longest; size = Files.size(directory.resolve("key.journal"))) {
            longest = size;
            move(whole(2, random));
            files.save(steps, reached);
            steps.clear();
        }
        return longest;
    }

    private PositionFiles<DocumentUse> open() {
        PositionFiles<DocumentUse> files = new PositionFiles<>(Reports.DOCUMENTS, directory, "key", 64 * 1024);
        files.read();
        return files;
    }

    private Map<Long, FeedState> read() {
        PositionFiles<DocumentUse> files = new PositionFiles<>(Reports.DOCUMENTS, directory, "key", 64 * 1024);
        Map<Long, FeedState> states = files.read().states();
        files.close();
        return states;
    }

    private void move(Position<DocumentUse> position) {
        reached.move(position);
        steps.add(position);
    }

    private void save(PositionFiles<DocumentUse> files) {
        files.save(steps, reached);
        files.force(reached);
        steps.clear();
    }

    private static Position<DocumentUse> told(long company, Random random) {
        return Position.within(company, changes(company, random, 1 + random.nextInt(20)));
    }

    private static Position<DocumentUse> whole(long company, Random random) {
        return Position.after(company, FeedState.partly(Reports.DOCUMENTS, null, changes(company, random, 300)));
    }

    private static List<Change<DocumentUse>> changes(long company, Random random, int rows) {
        List<Change<DocumentUse>> changes = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            long document = random.nextInt(1_000);
            changes.add(new Change<>(
                    ChangeKind.NEW,
                    List.of(company, DAY, document),
                    new DocumentUse(company, "Acme", DAY, document, "file.pdf", null, random.nextLong())));
        }
        return changes;
    }
}
