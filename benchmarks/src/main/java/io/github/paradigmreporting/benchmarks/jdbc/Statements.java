package io.github.paradigmreporting.benchmarks.jdbc;

/** What is asked, word for word the same of all. */
final class Statements {
    /** A month of a report. */
    static final String MONTH = "SELECT * FROM sessions WHERE \"date\" BETWEEN DATE '2025-03-01' AND DATE '2025-03-31'";

    /** A month of days, which costs the driver no request. */
    static final String CALENDAR_MONTH =
            "SELECT * FROM calendar WHERE \"date\" BETWEEN DATE '2025-03-01' AND DATE '2025-03-31'";

    static final String PREPARED = "SELECT * FROM sessions WHERE \"date\" BETWEEN ? AND ?";

    static final String YEAR_OF_SESSIONS =
            "SELECT * FROM sessions WHERE \"date\" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'";

    static final String YEAR_OF_DOCUMENTS =
            "SELECT * FROM documents WHERE \"date\" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'";

    /** Two reports of a year, joined by day and grouped. */
    static final String JOIN = """
            SELECT s."date", COUNT(*), SUM(d.usage_count)
            FROM sessions s JOIN documents d ON s.company_id = d.company_id AND s."date" = d."date"
            WHERE s."date" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
            AND d."date" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
            GROUP BY s."date" ORDER BY s."date\"""";

    /** A join of a year of days with itself, which costs the driver no request. */
    static final String CALENDAR_JOIN = """
            SELECT a.calendar_month, COUNT(*), SUM(b.day_of_month)
            FROM calendar a JOIN calendar b ON a."date" = b."date"
            WHERE a."date" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
            AND b."date" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31'
            GROUP BY a.calendar_month ORDER BY a.calendar_month""";

    static final String GROUPED_BY_DOCUMENT = """
            SELECT document_id, SUM(usage_count) FROM documents
            WHERE "date" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31' GROUP BY document_id""";

    static final String GROUPED_BY_DAY = """
            SELECT "date", SUM(usage_count) FROM documents
            WHERE "date" BETWEEN DATE '2025-01-01' AND DATE '2025-12-31' GROUP BY "date\"""";

    private Statements() {}
}
