package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Feed;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.file.OwnerFiles;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A position in files: a whole one from time to time, and in a journal what has changed since, so that a save costs what it
 * saves. Both are kept together with the generation before.
 *
 * @param <R> the row type
 */
final class PositionFiles<R extends Row> implements PositionStore<R> {
    /** A journal may be so long, in bytes, however short the position is. */
    private static final long SHORT = 1024 * 1024;

    private final Report<R> report;
    private final FileStateStore files;
    private final String key;
    private @Nullable Journal journal;
    private final long shortest;
    private long longest;
    private boolean created;

    PositionFiles(Report<R> report, Path directory, String key) {
        this(report, directory, key, SHORT);
    }

    PositionFiles(Report<R> report, Path directory, String key, long shortest) {
        this.report = report;
        this.shortest = shortest;
        this.longest = shortest;
        this.files = new FileStateStore(directory);
        this.key = key;
    }

    @Override
    public Positions<R> read() {
        for (String suffix : List.of("", ".previous")) {
            try {
                boolean unused = OwnerFiles.exists(journal(suffix));
            } catch (IOException e) {
                throw StateFile.unreadable(journal(suffix), e);
            }
        }
        Optional<StateFile> whole = files.newest(key);
        if (whole.isEmpty()) {
            return new Positions<>(report);
        }
        StateFile from = whole.get();
        try {
            Positions<R> positions = read(from);
            for (Path path : new Path[] {journal(""), journal(".previous")}) {
                journal = Journal.open(path, owner(from), line -> apply(line, positions))
                        .orElse(null);
                if (journal != null) {
                    break;
                }
            }
            longest = longest(from);
            return positions;
        } catch (IOException e) {
            throw StateFile.unreadable(from.file(), e);
        }
    }

    private Positions<R> read(StateFile from) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from.open(), StandardCharsets.UTF_8))) {
            return Positions.decode(report, lines.lines().iterator());
        }
    }

    private static String owner(StateFile whole) {
        return whole.generation() + " " + whole.checksum();
    }

    private long longest(StateFile whole) throws IOException {
        return Math.max(shortest, 2 * Files.size(whole.file()));
    }

    private void apply(String line, Positions<R> positions) {
        String[] words = line.split(" ", -1);
        long company = Long.parseLong(words[1]); // or the number of a round
        switch (words[0]) {
            case "state" -> positions.move(company, words[2]);
            case "told" -> positions.tell(company, words[2]);
            case "round" -> positions.endRound(Long.parseLong(words[1]));
            default ->
                throw new IllegalArgumentException("the journal of the saved position " + key + " has '" + words[0]
                        + "', which is not understood; upgrade, or use another stateKey to send everything again from"
                        + " startDate");
        }
    }

    @Override
    public void save(Steps<R> steps, Positions<R> reached) {
        Journal open = journal;
        if (open == null || open.size() > longest) {
            replace(reached);
            return;
        }
        try {
            open.add(lines(steps).iterator());
        } catch (IOException e) {
            throw files.unsaved(key, e);
        }
    }

    /** Line by line, and the scope's last: it tells that everything before it is done. */
    private Stream<String> lines(Steps<R> steps) {
        Stream<String> states = steps.states().entrySet().stream()
                .filter(state -> state.getKey() != Feed.ALL_COMPANIES)
                .map(PositionFiles::line);
        Stream<String> told = steps.told().entrySet().stream()
                .map(company -> "told " + company.getKey() + " " + FeedState.told(report, company.getValue()));
        Stream<String> scope = steps.states().entrySet().stream()
                .filter(state -> state.getKey() == Feed.ALL_COMPANIES)
                .map(PositionFiles::line);
        Stream<String> round =
                Stream.of(steps.round()).filter(number -> number > 0).map(number -> "round " + number);
        return Stream.of(states, told, scope, round).flatMap(lines -> lines);
    }

    private static String line(Map.Entry<Long, FeedState> state) {
        return "state " + state.getKey() + " " + state.getValue().encode();
    }

    @Override
    public void replace(Positions<R> reached) {
        StateFile whole = files.write(key, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            reached.encode(writer);
            writer.flush();
        });
        try {
            close();
            if (OwnerFiles.exists(journal(""))) {
                FileStateStore.move(journal(""), journal(".previous"));
            }
            journal = Journal.create(journal(""), owner(whole));
            created = true;
            longest = longest(whole);
        } catch (IOException e) {
            throw files.unsaved(key, e);
        }
    }

    @Override
    public void force(Positions<R> reached) {
        Journal open = journal;
        if (open == null) {
            replace(reached);
            return;
        }
        try {
            open.force();
            if (created) {
                files.forceDirectory();
                created = false;
            }
        } catch (IOException e) {
            // What a disk has refused once it may have forgotten: the next attempt begins with the whole.
            close();
            throw files.unsaved(key, e);
        }
    }

    @Override
    public void close() {
        Journal open = journal;
        journal = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw files.unsaved(key, e);
            }
        }
    }

    private Path journal(String suffix) {
        return files.beside(key, ".journal" + suffix);
    }
}
