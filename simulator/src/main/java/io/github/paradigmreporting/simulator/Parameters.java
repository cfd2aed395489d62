package io.github.paradigmreporting.simulator;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a reporting request, checked as DRF's serializer fields check them: every field that is wrong
 * is named, unknown ones are ignored, an empty optional one counts as missing.
 */
final class Parameters {
    private static final String BAD_DATE = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";

    private final Map<String, String> sent;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final @Nullable Long company;

    Parameters(Map<String, String> sent, LocalDate today) {
        this.sent = sent;
        this.from = start();
        LocalDate end = optional("end_date") == null ? today : date("end_date");
        this.to = from == null ? null : end;
        this.company = company();
    }

    @Nullable
    LocalDate from() {
        return from;
    }

    @Nullable
    LocalDate to() {
        return to;
    }

    @Nullable
    Long companyId() {
        return company;
    }

    /** Days of the range; 0 when it is missing or ends before it starts. */
    long days() {
        return from == null || to == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    Map<String, String> problems() {
        return problems;
    }

    private @Nullable LocalDate start() {
        if (!sent.containsKey("start_date")) {
            problems.put("start_date", "This field is required.");
            return null;
        }
        return date("start_date");
    }

    private @Nullable LocalDate date(String field) {
        String text = sent.getOrDefault(field, "");
        try {
            if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException noSuchDay) {
            // the same answer as for any other text
        }
        problems.put(field, BAD_DATE);
        return null;
    }

    private @Nullable Long company() {
        String text = optional("company_id");
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException notANumber) {
            problems.put("company_id", "A valid integer is required.");
            return null;
        }
    }

    private @Nullable String optional(String field) {
        String text = sent.get(field);
        return text == null || text.isBlank() ? null : text;
    }
}
