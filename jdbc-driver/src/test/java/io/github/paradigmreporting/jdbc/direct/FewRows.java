package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.core.store.DaysObserver;
import io.github.paradigmreporting.jdbc.engine.RowSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An instance with a few rows in memory, full of gaps, ties and odd texts, that remembers what it was asked. */
final class FewRows implements RowSource {
    static final LocalDate FIRST = LocalDate.parse("2026-01-28");
    static final int DAYS = 20;

    private static final @Nullable String[] NAMES = {
        "Acme", "acme", "Zeta", "ACME Ltd", null, "O'Neil", "Société", "a%b_c", "Acme ", ""
    };

    private final List<SessionsDay> sessions = new ArrayList<>();
    private final List<DocumentUse> documents = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    FewRows(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = FIRST.plusDays(i);
            for (long company = 1; company <= 3; company++) {
                if (random.nextInt(5) > 0) {
                    sessions.add(session(company, day, random));
                }
                for (long document = random.nextInt(3); document > 0; document--) {
                    documents.add(new DocumentUse(
                            company,
                            name(random),
                            day,
                            document + random.nextInt(3),
                            name(random),
                            name(random),
                            count(random)));
                }
            }
        }
    }

    private static SessionsDay session(long company, LocalDate day, Random random) {
        return new SessionsDay(
                company,
                name(random),
                day,
                count(random),
                count(random),
                random.nextInt(4) == 0 ? null : random.nextInt(5) - 1 + (random.nextBoolean() ? 0.5 : -0.0),
                count(random),
                count(random),
                count(random),
                random.nextInt(3) == 0
                        ? null
                        : day.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(1L + random.nextInt(3)));
    }

    private static @Nullable String name(Random random) {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private static @Nullable Long count(Random random) {
        return random.nextInt(4) == 0 ? null : (long) random.nextInt(6) - 1;
    }

    /** What was asked since the last call. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    @SuppressWarnings("unchecked") // the rows of a report are of its row type
    public <R extends Row> Rows<R> rows(ReportQuery<R> query, Cancellation cancellation, DaysObserver observer) {
        asked.add(query.report().name() + " " + query.window() + " " + query.companies());
        Window window = query.window();
        List<? extends Row> all;
        if (query.report() == (Object) Reports.SESSIONS) {
            all = sessions.stream().filter(row -> in(window, row.date())).toList();
        } else if (query.report() == (Object) Reports.DOCUMENTS) {
            all = documents.stream().filter(row -> in(window, row.date())).toList();
        } else if (query.report() == (Object) Reports.MEMBERS) {
            all = List.of(
                    new Members(1, "Acme", window.from(), window.to(), 5L, 2L),
                    new Members(2, null, window.from(), window.to(), null, 7L));
        } else {
            all = List.of();
        }
        Iterator<R> rows = ((List<R>) all)
                .stream()
                        .filter(row ->
                                query.companies().isEmpty() || query.companies().contains(row.companyId()))
                        .iterator();
        return new Rows<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public R next() {
                return rows.next();
            }

            @Override
            public void close() {}
        };
    }

    private static boolean in(Window window, LocalDate day) {
        return !day.isBefore(window.from()) && !day.isAfter(window.to());
    }

    /** Today for who reads these rows. */
    static Instant now() {
        return FIRST.plusDays(DAYS).atTime(11, 30).toInstant(ZoneOffset.UTC);
    }
}
