package io.github.paradigmreporting.core.report;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import io.github.paradigmreporting.core.model.ToolUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every report there is, in reading order. The source of the fields is the API's public reference. */
public final class Reports {
    /** Chat sessions, one row per company and day. */
    public static final Report<SessionsDay> SESSIONS = ReportBuilder.daily(
                    "sessions",
                    "chat-sessions",
                    "reporting",
                    SessionsDay.class,
                    "Chat sessions, one row per company and day.")
            .count("sessions_count", "dates[].sessions.sessions_count", SessionsDay::sessionsCount, "Chat sessions.")
            .level(
                    "unique_models_count",
                    "dates[].sessions.unique_models_count",
                    SessionsDay::uniqueModelsCount,
                    "Different models used that day.")
            .meanSeconds(
                    "average_session_length",
                    "dates[].sessions.average_session_length",
                    SessionsDay::averageSessionLength,
                    "Mean length of a session.")
            .chats(
                    SessionsDay::userQueriesCount,
                    SessionsDay::modelResponsesWithDocsCount,
                    SessionsDay::modelResponsesCount,
                    SessionsDay::lastModelResponseDate)
            .build(c -> new SessionsDay(
                    c.id(),
                    c.text(),
                    c.day(),
                    c.count(),
                    c.count(),
                    c.number(),
                    c.count(),
                    c.count(),
                    c.count(),
                    c.instant()));

    /** Agent threads, one row per company and day; absent on instances older than agents. */
    public static final Report<ThreadsDay> THREADS = ReportBuilder.daily(
                    "threads",
                    "chat-sessions",
                    "reporting_agent",
                    ThreadsDay.class,
                    "Agent threads, one row per company and day.")
            .count("threads_count", "dates[].threads.threads_count", ThreadsDay::threadsCount, "Agent threads.")
            .level(
                    "unique_models_count",
                    "dates[].threads.unique_models_count",
                    ThreadsDay::uniqueModelsCount,
                    "Different models used that day.")
            .meanSeconds(
                    "average_thread_length",
                    "dates[].threads.average_thread_length",
                    ThreadsDay::averageThreadLength,
                    "Mean length of a thread.")
            .chats(
                    ThreadsDay::userQueriesCount,
                    ThreadsDay::modelResponsesWithDocsCount,
                    ThreadsDay::modelResponsesCount,
                    ThreadsDay::lastModelResponseDate)
            .build(c -> new ThreadsDay(
                    c.id(),
                    c.text(),
                    c.day(),
                    c.count(),
                    c.count(),
                    c.number(),
                    c.count(),
                    c.count(),
                    c.count(),
                    c.instant()));

    /** Feedback on responses, one row per company and day. */
    public static final Report<FeedbackDay> FEEDBACK = ReportBuilder.daily(
                    "feedback",
                    "chats-feedback",
                    "reporting",
                    FeedbackDay.class,
                    "Feedback on model responses, one row per company and day.")
            .count(
                    "model_responses_count",
                    "dates[].model_responses_count",
                    FeedbackDay::modelResponsesCount,
                    "Responses given by models.")
            .count("likes_count", "dates[].feedbacks.likes_count", FeedbackDay::likesCount, "Liked responses.")
            .count(
                    "dislikes_count",
                    "dates[].feedbacks.dislikes_count",
                    FeedbackDay::dislikesCount,
                    "Disliked responses.")
            .count("copies_count", "dates[].feedbacks.copies_count", FeedbackDay::copiesCount, "Copied responses.")
            .build(c -> new FeedbackDay(c.id(), c.text(), c.day(), c.count(), c.count(), c.count(), c.count()));

    /** Use of documents, one row per company, day and document. */
    public static final Report<DocumentUse> DOCUMENTS = ReportBuilder.daily(
                    "documents",
                    "used-documents",
                    "reporting",
                    DocumentUse.class,
                    "Use of documents, one row per company, day and document.")
            .id("document_id", "dates[].documents[].document_id", DocumentUse::documentId, "Id of the document.")
            .text(
                    "document_filename",
                    "dates[].documents[].document_filename",
                    DocumentUse::documentFilename,
                    "Name of the file.")
            .text(
                    "document_title",
                    "dates[].documents[].document_title",
                    DocumentUse::documentTitle,
                    "Title of the document.")
            .count(
                    "usage_count",
                    "dates[].documents[].usage_count",
                    DocumentUse::usageCount,
                    "Times the document was used.")
            .build(c -> new DocumentUse(c.id(), c.text(), c.day(), c.id(), c.text(), c.text(), c.count()));

    /**
     * Use of tools, one row per company, day and tool. The API's reference for it is not public: these paths are a
     * guess by analogy with documents, and the one place to change.
     */
    public static final Report<ToolUse> TOOLS = ReportBuilder.daily(
                    "tools", "tools", "reporting", ToolUse.class, "Use of tools, one row per company, day and tool.")
            .keyText("tool_name", "dates[].tools[].tool_name", ToolUse::toolName, "Name of the tool.")
            .count("usage_count", "dates[].tools[].usage_count", ToolUse::usageCount, "Times the tool was used.")
            .build(c -> new ToolUse(c.id(), c.text(), c.day(), c.keyText(), c.count()));

    /** Members of a company, one row per company for the window asked. */
    public static final Report<Members> MEMBERS = ReportBuilder.forWindow(
                    "members",
                    "users",
                    "reporting",
                    Members.class,
                    "Members, one row per company for the window asked.")
            .requestDay("window_start", Column.WINDOW_START, Members::windowStart, "First day asked for.")
            .requestDay("window_end", Column.WINDOW_END, Members::windowEnd, "Last day asked for.")
            .level(
                    "total_historical_members",
                    "total_historical_members",
                    Members::totalHistoricalMembers,
                    "Members ever.")
            .level("current_active_members", "current_active_members", Members::currentActiveMembers, "Active members.")
            .build(c -> new Members(c.id(), c.text(), c.day(), c.day(), c.count(), c.count()));

    /** All reports, in reading order. */
    public static final List<Report<?>> ALL = List.of(SESSIONS, THREADS, FEEDBACK, DOCUMENTS, TOOLS, MEMBERS);

    private Reports() {}

    /**
     * The other reports whose rows come in the same answer.
     *
     * @param report for example {@link #SESSIONS}
     * @return for example {@link #THREADS}
     */
    public static List<Report<?>> siblings(Report<?> report) {
        return ALL.stream()
                .filter(other -> other != report && other.endpoint().equals(report.endpoint()))
                .toList();
    }

    /**
     * The report of a name or of the API's own path segment, whatever the case. A path segment that two reports share
     * names the first of them.
     *
     * @param nameOrEndpoint for example {@code sessions} or {@code chat-sessions}
     * @return the report, or empty when there is none
     */
    public static Optional<Report<?>> find(String nameOrEndpoint) {
        String wanted = nameOrEndpoint.toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(report -> report.name().equals(wanted))
                .findFirst()
                .or(() -> ALL.stream()
                        .filter(report -> report.endpoint().equals(wanted))
                        .findFirst());
    }

    /**
     * The report of a name, as {@link #find} does, or an error that lists the names there are.
     *
     * @param nameOrEndpoint for example {@code sessions} or {@code chat-sessions}
     * @return the report
     * @throws IllegalArgumentException when there is none
     */
    public static Report<?> named(String nameOrEndpoint) {
        return find(nameOrEndpoint)
                .orElseThrow(() -> new IllegalArgumentException("there is no report '" + nameOrEndpoint
                        + "'; there are " + ALL.stream().map(Report::name).collect(Collectors.joining(", "))));
    }
}
