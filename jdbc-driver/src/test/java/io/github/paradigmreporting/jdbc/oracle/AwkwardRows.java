package io.github.paradigmreporting.jdbc.oracle;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import io.github.paradigmreporting.core.model.ToolUse;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that both engines hold: few, always the same, and full of what goes wrong elsewhere. NULLs in every metric,
 * companies without days, days without rows, equal names and titles, texts beyond Latin-1, quotes, backslashes, line
 * breaks, blanks at the ends, ids that no double holds, a leap day, month ends and a turn of the year.
 */
final class AwkwardRows {
    /** Today, for the driver and in every statement. A Tuesday. */
    static final LocalDate TODAY = LocalDate.parse("2024-04-02");

    /** Now, for the driver. */
    static final Instant NOW = Instant.parse("2024-04-02T11:22:33.456Z");

    /** First day of the calendar and of every report. */
    static final LocalDate FIRST = LocalDate.parse("2023-12-28");

    /** Two to the power of 53, and one: the first whole number that no double holds. */
    static final long BEYOND_DOUBLE = 9_007_199_254_740_993L;

    /** Two to the power of 62, and one: twice that overflows. */
    static final long HALF_OF_ALL = 4_611_686_018_427_387_905L;

    private static final Map<Long, @Nullable String> COMPANIES = companies();

    private static final List<LocalDate> DAYS = List.of(
            LocalDate.parse("2023-12-31"),
            LocalDate.parse("2024-01-01"),
            LocalDate.parse("2024-01-02"),
            LocalDate.parse("2024-01-15"),
            LocalDate.parse("2024-01-30"),
            LocalDate.parse("2024-01-31"),
            LocalDate.parse("2024-02-01"),
            LocalDate.parse("2024-02-28"),
            LocalDate.parse("2024-02-29"),
            LocalDate.parse("2024-03-01"),
            LocalDate.parse("2024-03-30"),
            LocalDate.parse("2024-03-31"));

    private static final List<String> TITLES = List.of(
            "Rapport d’activité – cœur de métier",
            "Rapport d’activité – cœur de métier",
            "Prix: 100 €",
            "Ελληνικά Ωμέγα",
            "中文报告",
            "smile 😀 end",
            "ｆullwidth",
            "it's \"quoted\"",
            "back\\slash\\",
            "line\nbreak",
            "  leading",
            "trailing  ",
            "100%_sure",
            "",
            "straße",
            "ÉCOLE élémentaire",
            "Zebra",
            "apple",
            "12",
            "-3.5");

    private static final List<String> TOOLS = List.of(
            "document_search",
            "web_search",
            "Code_Execution",
            "outil œuvre",
            "工具",
            "tool 😀",
            "a\\b",
            "x%y",
            " blank ");

    private static final List<Double> LENGTHS = List.of(
            0.1 + 0.2, 1.0 / 3, 311.0, 0.0, 1e-7, 123.456789012345, 98765.4321, 2.5, 3.5, 0.005, 60.000000001, 12.345);

    private static final List<LocalTime> TIMES = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.parse("23:59:59.999999"),
            LocalTime.parse("12:00:00.000001"),
            LocalTime.parse("08:09:10.5"),
            LocalTime.parse("17:41:09.123456"),
            LocalTime.parse("20:00:00"));

    private final Map<Report<?>, List<Row>> rows = new LinkedHashMap<>();
    private final Random random = new Random(20_240_229);

    AwkwardRows() {
        Reports.ALL.forEach(report -> rows.put(report, new ArrayList<>()));
        for (Map.Entry<Long, @Nullable String> company : COMPANIES.entrySet()) {
            members(company.getKey(), company.getValue());
            // One company has no days.
            if (company.getKey() != 7) {
                DAYS.forEach(day -> day(company.getKey(), company.getValue(), day));
            }
        }
    }

    private static Map<Long, @Nullable String> companies() {
        Map<Long, @Nullable String> companies = new LinkedHashMap<>();
        companies.put(1L, "Œuvre d’été, 50 €");
        companies.put(2L, null);
        companies.put(3L, "Ωmega \"Δ\" O'Neil \\ Söhne");
        companies.put(5L, "中文 😀");
        companies.put(7L, "  no days  ");
        companies.put(BEYOND_DOUBLE, "Acme");
        companies.put(HALF_OF_ALL, "Acme");
        return companies;
    }

    /** The companies with their names, in the order of their ids. */
    Map<Long, @Nullable String> names() {
        return COMPANIES;
    }

    /** The rows of a report. */
    List<Row> of(Report<?> report) {
        return List.copyOf(rows.getOrDefault(report, List.of()));
    }

    private void add(Report<?> report, Row row) {
        rows.getOrDefault(report, List.of()).add(row);
    }

    private void members(long company, @Nullable String name) {
        add(Reports.MEMBERS, new Members(company, name, FIRST, TODAY, count(), count()));
    }

    private void day(long company, @Nullable String name, LocalDate day) {
        if (random.nextInt(5) > 1) {
            add(
                    Reports.SESSIONS,
                    new SessionsDay(
                            company, name, day, count(), count(), length(), large(), count(), count(), instant(day)));
        }
        if (random.nextInt(5) > 2) {
            add(
                    Reports.THREADS,
                    new ThreadsDay(
                            company, name, day, count(), count(), length(), large(), count(), count(), instant(day)));
        }
        if (random.nextInt(5) > 1) {
            add(Reports.FEEDBACK, new FeedbackDay(company, name, day, count(), count(), count(), count()));
        }
        Set<Object> keys = new HashSet<>();
        for (int more = random.nextInt(3); more > 0; more--) {
            long id = one(List.of(1L, 2L, 3L, 40L, BEYOND_DOUBLE - 1, BEYOND_DOUBLE, HALF_OF_ALL));
            if (keys.add(id)) {
                add(Reports.DOCUMENTS, new DocumentUse(company, name, day, id, title(), title(), count()));
            }
        }
        for (int more = random.nextInt(3); more > 0; more--) {
            String tool = one(TOOLS);
            if (keys.add(tool)) {
                add(Reports.TOOLS, new ToolUse(company, name, day, tool, count()));
            }
        }
    }

    private @Nullable Long count() {
        return random.nextInt(4) == 0 ? null : (long) random.nextInt(12);
    }

    /** A count that may be more than an INTEGER holds; its square is no more than a BIGINT holds. */
    private @Nullable Long large() {
        return random.nextInt(4) == 0 ? null : one(List.of(0L, 1L, 5L, 12L, 700L, 65_536L, 2_147_483_648L));
    }

    private @Nullable Double length() {
        return random.nextInt(4) == 0 ? null : one(LENGTHS);
    }

    private @Nullable String title() {
        return random.nextInt(5) == 0 ? null : one(TITLES);
    }

    private @Nullable Instant instant(LocalDate day) {
        return random.nextInt(4) == 0
                ? null
                : day.atTime(one(TIMES)).atOffset(ZoneOffset.UTC).toInstant();
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
