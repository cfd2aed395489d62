package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import io.github.paradigmreporting.core.model.ToolUse;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields that follow {@code date} in one day of a report. Field names and nesting are spelled out by hand,
 * after the API's reference and not after the report catalogue.
 */
@FunctionalInterface
interface DayJson<R extends Row> {
    void write(JsonWriter json, Iterator<R> rows) throws IOException;

    static DayJson<SessionsDay> sessions(AnswerOptions answers) {
        return (json, rows) -> {
            SessionsDay row = rows.next();
            json.name("sessions").object();
            json.name("sessions_count").value(row.sessionsCount());
            json.name("unique_models_count").value(row.uniqueModelsCount());
            length(json.name("average_session_length"), row.averageSessionLength(), answers);
            json.endObject();
            json.name("chats").object();
            json.name("user_queries_count").value(row.userQueriesCount());
            if (!answers.legacy()) {
                json.name("model_responses_with_docs_count").value(row.modelResponsesWithDocsCount());
            }
            json.name("model_responses_count").value(row.modelResponsesCount());
            json.name("last_model_response_date").value(text(row.lastModelResponseDate()));
            json.endObject();
        };
    }

    static DayJson<ThreadsDay> threads(AnswerOptions answers) {
        return (json, rows) -> {
            ThreadsDay row = rows.next();
            json.name("threads").object();
            json.name("threads_count").value(row.threadsCount());
            json.name("unique_models_count").value(row.uniqueModelsCount());
            length(json.name("average_thread_length"), row.averageThreadLength(), answers);
            json.endObject();
            json.name("chats").object();
            json.name("user_queries_count").value(row.userQueriesCount());
            json.name("model_responses_with_docs_count").value(row.modelResponsesWithDocsCount());
            json.name("model_responses_count").value(row.modelResponsesCount());
            json.name("last_model_response_date").value(text(row.lastModelResponseDate()));
            json.endObject();
        };
    }

    static void feedback(JsonWriter json, Iterator<FeedbackDay> rows) throws IOException {
        FeedbackDay row = rows.next();
        json.name("model_responses_count").value(row.modelResponsesCount());
        json.name("feedbacks").object();
        json.name("likes_count").value(row.likesCount());
        json.name("dislikes_count").value(row.dislikesCount());
        json.name("copies_count").value(row.copiesCount());
        json.endObject();
    }

    static void documents(JsonWriter json, Iterator<DocumentUse> rows) throws IOException {
        json.name("documents").array();
        while (rows.hasNext()) {
            DocumentUse row = rows.next();
            json.object();
            json.name("document_filename").value(row.documentFilename());
            json.name("document_title").value(row.documentTitle());
            json.name("document_id").value(row.documentId());
            json.name("usage_count").value(row.usageCount());
            json.endObject();
        }
        json.endArray();
    }

    static DayJson<ToolUse> tools(AnswerOptions answers) {
        return (json, rows) -> {
            json.name("tools").array();
            while (rows.hasNext()) {
                tool(json, rows.next(), answers.tools());
            }
            json.endArray();
        };
    }

    private static void tool(JsonWriter json, ToolUse row, ToolsShape shape) throws IOException {
        json.object();
        switch (shape) {
            case LIST -> json.name("tool_name").value(row.toolName());
            case NESTED -> {
                long known = ToolRows.NAMES.indexOf(row.toolName());
                json.name("tool").object();
                json.name("id").value(known + 1);
                json.name("name").value(row.toolName());
                json.name("type").value(known >= 0 && known < 3 ? "native" : "mcp");
                json.endObject();
            }
        }
        json.name("usage_count").value(row.usageCount());
        json.endObject();
    }

    private static void length(JsonWriter json, @Nullable Double seconds, AnswerOptions answers) throws IOException {
        if (seconds != null && answers.wholeLengths() && seconds == Math.rint(seconds)) {
            json.value((long) (double) seconds);
        } else {
            json.value(seconds);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
