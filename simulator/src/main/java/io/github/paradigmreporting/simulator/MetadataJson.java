package io.github.paradigmreporting.simulator;

import java.io.IOException;

/** Writes the {@code metadata} objects: what each metric means, and its unit. Key order as in the API's reference. */
final class MetadataJson {
    private MetadataJson() {}

    static void sessions(JsonWriter json, AnswerOptions answers) throws IOException {
        json.name("metadata").object();
        if (!answers.emptyReporting()) {
            metric(json, "sessions_count", "Number of chat sessions", "integer");
            if (!answers.legacy()) {
                metric(json, "model_responses_with_docs_count", "Model responses that used documents", "integer");
            }
            metric(json, "unique_models_count", "Different models used", "integer");
            metric(json, "average_session_length", "Average length of a session", "seconds");
            chats(json);
        }
        json.endObject();
    }

    static void threads(JsonWriter json) throws IOException {
        json.name("metadata_agent").object();
        metric(json, "threads_count", "Number of agent threads", "integer");
        metric(json, "unique_models_count", "Different models used", "integer");
        metric(json, "average_thread_length", "Average length of a thread", "seconds");
        metric(json, "user_queries_count", "Queries sent by users", "integer");
        metric(json, "model_responses_with_docs_count", "Model responses that used documents", "integer");
        metric(json, "model_responses_count", "Responses given by models", "integer");
        metric(json, "last_model_response_date", "Instant of the last response", "datetime");
        json.endObject();
    }

    static void feedback(JsonWriter json, AnswerOptions answers) throws IOException {
        json.name("metadata").object();
        if (!answers.emptyReporting()) {
            metric(json, "likes_count", "Liked responses", "integer");
            metric(json, "dislikes_count", "Disliked responses", "integer");
            metric(json, "copies_count", "Copied responses", "integer");
            metric(json, "model_responses_count", "Responses given by models", "integer");
        }
        json.endObject();
    }

    static void documents(JsonWriter json, AnswerOptions answers) throws IOException {
        usage(json, "Times a document was used", answers);
    }

    static void tools(JsonWriter json, AnswerOptions answers) throws IOException {
        usage(json, "Times a tool was used", answers);
    }

    static void members(JsonWriter json, AnswerOptions answers) throws IOException {
        json.name("metadata").object();
        if (!answers.emptyReporting()) {
            metric(json, "total_historical_members", "Members ever", "integer");
            metric(json, "current_active_members", "Active members", "integer");
        }
        json.endObject();
    }

    private static void chats(JsonWriter json) throws IOException {
        metric(json, "user_queries_count", "Queries sent by users", "integer");
        metric(json, "model_responses_count", "Responses given by models", "integer");
        metric(json, "last_model_response_date", "Instant of the last response", "datetime");
    }

    private static void usage(JsonWriter json, String description, AnswerOptions answers) throws IOException {
        json.name("metadata").object();
        if (!answers.emptyReporting()) {
            metric(json, "usage_count", description, "integer");
        }
        json.endObject();
    }

    private static void metric(JsonWriter json, String name, String description, String unit) throws IOException {
        json.name(name).object();
        json.name("description").value(description);
        json.name("unit").value(unit);
        json.endObject();
    }
}
