package io.github.paradigmreporting.jdbc.table;

import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.util.ArrayList;
import java.util.List;

/**
 * The built-in views. Two reports are put together by UNION ALL and GROUP BY of their keys instead of an outer join:
 * a condition on days or companies then reaches both. Averages are weighted, and what must not be summed never is.
 */
final class Views {
    private static final List<SqlColumn> COMPANY_DAY = List.of(
            new SqlColumn("company_id", ColumnType.BIGINT, false, "Identifier of the company."),
            new SqlColumn("company_name", ColumnType.TEXT, true, "Name of the company; it may change."),
            new SqlColumn("date", ColumnType.DATE, false, "Day counted, as the instance assigns it."));

    private static final SqlTable DAILY_USAGE = view(
            "daily_usage",
            "Chat sessions and agent threads side by side and together, one row per company and day.",
            """
            SELECT company_id, MAX(company_name) AS company_name, date,
              SUM(sessions_count) AS sessions_count,
              SUM(threads_count) AS threads_count,
              SUM(conversations_count) AS conversations_count,
              SUM(user_queries_count) AS user_queries_count,
              SUM(model_responses_count) AS model_responses_count,
              SUM(model_responses_with_docs_count) AS model_responses_with_docs_count,
              MAX(average_session_length) AS average_session_length,
              MAX(average_thread_length) AS average_thread_length,
              SUM(conversations_count * average_length)
                / NULLIF(SUM(CASE WHEN average_length IS NOT NULL THEN conversations_count END), 0)
                AS average_conversation_length,
              MAX(last_model_response_date) AS last_model_response_date
            FROM (
              SELECT company_id, company_name, date, sessions_count, CAST(NULL AS BIGINT) AS threads_count,
                sessions_count AS conversations_count, user_queries_count, model_responses_count,
                model_responses_with_docs_count, average_session_length,
                CAST(NULL AS DOUBLE) AS average_thread_length, average_session_length AS average_length,
                last_model_response_date
              FROM paradigm.sessions
              UNION ALL
              SELECT company_id, company_name, date, CAST(NULL AS BIGINT), threads_count, threads_count,
                user_queries_count, model_responses_count, model_responses_with_docs_count, CAST(NULL AS DOUBLE),
                average_thread_length, average_thread_length, last_model_response_date
              FROM paradigm.threads)
            GROUP BY company_id, date""",
            COMPANY_DAY,
            of(Reports.SESSIONS, "sessions_count"),
            of(Reports.THREADS, "threads_count"),
            count("conversations_count", "Chat sessions and agent threads together."),
            of(Reports.SESSIONS, "user_queries_count"),
            of(Reports.SESSIONS, "model_responses_count"),
            of(Reports.SESSIONS, "model_responses_with_docs_count"),
            of(Reports.SESSIONS, "average_session_length"),
            of(Reports.THREADS, "average_thread_length"),
            mean(
                    "average_conversation_length",
                    "Mean length of a session or thread, weighted by their numbers",
                    "seconds"),
            of(Reports.SESSIONS, "last_model_response_date"));

    private static final SqlTable ADOPTION = view(
            "adoption",
            "How steadily the instance is used, one row per company and week from Monday; the last week may not be over.",
            """
            SELECT company_id, MAX(company_name) AS company_name,
              FLOOR(date - INTERVAL '1' DAY TO WEEK) + INTERVAL '1' DAY AS week_start,
              COUNT(DISTINCT CASE WHEN user_queries_count > 0 THEN date END) AS active_days,
              SUM(conversations_count) AS conversations_count,
              SUM(user_queries_count) AS user_queries_count,
              SUM(model_responses_count) AS model_responses_count,
              CAST(SUM(user_queries_count) AS DOUBLE) / NULLIF(SUM(conversations_count), 0)
                AS queries_per_conversation,
              CAST(SUM(user_queries_count) AS DOUBLE)
                / NULLIF(COUNT(DISTINCT CASE WHEN user_queries_count > 0 THEN date END), 0) AS queries_per_active_day,
              CAST(SUM(model_responses_with_docs_count) AS DOUBLE) / NULLIF(SUM(model_responses_count), 0)
                AS responses_with_docs_share
            FROM paradigm.daily_usage
            GROUP BY company_id, FLOOR(date - INTERVAL '1' DAY TO WEEK) + INTERVAL '1' DAY""",
            List.of(
                    COMPANY_DAY.get(0),
                    COMPANY_DAY.get(1),
                    new SqlColumn("week_start", ColumnType.DATE, false, "Monday of the week counted.")),
            new SqlColumn(
                    "active_days",
                    ColumnType.BIGINT,
                    true,
                    "Days of the week with at least one query. Unit: days. May be summed over weeks."),
            count("conversations_count", "Chat sessions and agent threads together.", "weeks"),
            count("user_queries_count", "Queries sent by users.", "weeks"),
            count("model_responses_count", "Responses given by models.", "weeks"),
            ratio("queries_per_conversation", "Queries for each session or thread"),
            ratio("queries_per_active_day", "Queries for each day with at least one"),
            ratio("responses_with_docs_share", "Share of the responses that used documents, 0 to 1"));

    private static final String RATES = """
              likes_count + dislikes_count AS ratings_count,
              CAST(likes_count AS DOUBLE) / NULLIF(likes_count + dislikes_count, 0) AS approval_rate,
              CAST(likes_count + dislikes_count AS DOUBLE) / NULLIF({responses}, 0) AS rating_rate,
              CAST(copies_count AS DOUBLE) / NULLIF({responses}, 0) AS copy_rate""";

    private static final SqlColumn[] RATE_COLUMNS = {
        of(Reports.FEEDBACK, "likes_count"),
        of(Reports.FEEDBACK, "dislikes_count"),
        of(Reports.FEEDBACK, "copies_count"),
        count("ratings_count", "Liked and disliked responses together."),
        ratio("approval_rate", "Likes among likes and dislikes, 0 to 1; null where there are neither"),
        ratio("rating_rate", "Ratings for each response"),
        ratio("copy_rate", "Copies for each response")
    };

    private static final SqlTable SATISFACTION = view(
            "satisfaction",
            "What users think of the responses, one row per company and day.",
            """
            SELECT company_id, company_name, date, model_responses_count, likes_count, dislikes_count, copies_count,
            {rates}
            FROM paradigm.feedback""".replace("{rates}", rates("model_responses_count")),
            together(COMPANY_DAY, of(Reports.FEEDBACK, "model_responses_count")),
            RATE_COLUMNS);

    private static final SqlTable ADOPTION_SATISFACTION = view(
            "adoption_satisfaction",
            "Chat sessions beside the feedback of the same day, one row per company and day of either.",
            """
            SELECT company_id, company_name, date, sessions_count, user_queries_count, model_responses_count,
              likes_count, dislikes_count, copies_count,
            {rates}
            FROM (
              SELECT company_id, MAX(company_name) AS company_name, date, SUM(sessions_count) AS sessions_count,
                SUM(user_queries_count) AS user_queries_count,
                COALESCE(SUM(model_responses_count), SUM(rated_responses_count)) AS model_responses_count,
                SUM(rated_responses_count) AS rated_responses_count, SUM(likes_count) AS likes_count,
                SUM(dislikes_count) AS dislikes_count, SUM(copies_count) AS copies_count
              FROM (
                SELECT company_id, company_name, date, sessions_count, user_queries_count, model_responses_count,
                  CAST(NULL AS BIGINT) AS rated_responses_count, CAST(NULL AS BIGINT) AS likes_count,
                  CAST(NULL AS BIGINT) AS dislikes_count, CAST(NULL AS BIGINT) AS copies_count
                FROM paradigm.sessions
                UNION ALL
                SELECT company_id, company_name, date, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT),
                  CAST(NULL AS BIGINT), model_responses_count, likes_count, dislikes_count, copies_count
                FROM paradigm.feedback)
              GROUP BY company_id, date)""".replace("{rates}", rates("rated_responses_count")),
            together(
                    COMPANY_DAY,
                    of(Reports.SESSIONS, "sessions_count"),
                    of(Reports.SESSIONS, "user_queries_count"),
                    of(Reports.SESSIONS, "model_responses_count")),
            RATE_COLUMNS);

    private static final SqlTable RESOURCE_USAGE = view(
            "resource_usage",
            "Use of documents and tools in one list, one row per company, day and document or tool.",
            """
            SELECT company_id, company_name, date, 'document' AS resource_kind,
              CAST(document_id AS VARCHAR) AS resource_id,
              COALESCE(document_title, document_filename) AS resource_name, usage_count
            FROM paradigm.documents
            UNION ALL
            SELECT company_id, company_name, date, 'tool', tool_name, tool_name, usage_count
            FROM paradigm.tools""",
            COMPANY_DAY,
            new SqlColumn("resource_kind", ColumnType.TEXT, false, "document or tool."),
            new SqlColumn("resource_id", ColumnType.TEXT, false, "Id of the document, or name of the tool."),
            new SqlColumn(
                    "resource_name",
                    ColumnType.TEXT,
                    true,
                    "Title of the document, its file name where it has none, or name of the tool."),
            count("usage_count", "Times the document or tool was used."));

    /** All of them; one may use those before it. */
    static final List<SqlTable> ALL =
            List.of(DAILY_USAGE, ADOPTION, SATISFACTION, ADOPTION_SATISFACTION, RESOURCE_USAGE);

    private Views() {}

    private static SqlTable view(String name, String remarks, String sql, List<SqlColumn> first, SqlColumn... others) {
        return new SqlTable(name, new TableSource.OfQuery(sql), remarks, together(first, others), List.of(), List.of());
    }

    private static String rates(String responses) {
        return RATES.replace("{responses}", responses);
    }

    private static List<SqlColumn> together(List<SqlColumn> first, SqlColumn... others) {
        List<SqlColumn> all = new ArrayList<>(first);
        all.addAll(List.of(others));
        return all;
    }

    private static SqlColumn of(Report<?> report, String name) {
        return SqlColumn.of(report.column(name).orElseThrow());
    }

    private static SqlColumn count(String name, String description) {
        return count(name, description, "days");
    }

    private static SqlColumn count(String name, String description, String over) {
        return new SqlColumn(
                name, ColumnType.BIGINT, true, description + " Unit: count. May be summed over " + over + ".");
    }

    private static SqlColumn ratio(String name, String description) {
        return mean(name, description, "ratio");
    }

    private static SqlColumn mean(String name, String description, String unit) {
        return new SqlColumn(
                name,
                ColumnType.DOUBLE,
                true,
                description + ". Unit: " + unit + ". Must not be summed or averaged without weights.",
                false);
    }
}
