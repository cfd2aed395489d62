package io.github.paradigmreporting.core.client;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Bodies for tests, written here by hand. */
final class Answers {
    static final String EMPTY = "{\"metadata\": {}, \"reporting\": []}";

    private Answers() {}

    /** Sessions of one company, one row per day; the count is the day of the month. */
    static String sessions(long company, LocalDate from, LocalDate to) {
        return envelope(company(
                company,
                from.datesUntil(to.plusDays(1))
                        .map(day -> "{\"date\": \"" + day + "\", \"sessions\": {\"sessions_count\": "
                                + day.getDayOfMonth() + "}}")
                        .collect(Collectors.joining(","))));
    }

    /** Documents of one day in several companies. */
    static String documents(LocalDate day, int companies, int documents) {
        return envelope(LongStream.rangeClosed(1, companies)
                .mapToObj(id -> company(
                        id,
                        "{\"date\": \"" + day + "\", \"documents\": ["
                                + IntStream.rangeClosed(1, documents)
                                        .mapToObj(d -> "{\"document_filename\": \"file-" + d
                                                + ".pdf\", \"document_title\": null, \"document_id\": " + d
                                                + ", \"usage_count\": 1}")
                                        .collect(Collectors.joining(","))
                                + "]}"))
                .collect(Collectors.joining(",")));
    }

    static String company(long id, String dates) {
        return "{\"company\": {\"name\": \"Company " + id + "\", \"id\": " + id + "}, \"dates\": [" + dates + "]}";
    }

    static String envelope(String companies) {
        return "{\"metadata\": {}, \"reporting\": [" + companies + "]}";
    }
}
