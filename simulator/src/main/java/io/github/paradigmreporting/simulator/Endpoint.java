package io.github.paradigmreporting.simulator;

import org.jspecify.annotations.Nullable;

/** The reporting endpoints, by the API's own path segments. */
enum Endpoint {
    CHAT_SESSIONS("chat-sessions"),
    CHATS_FEEDBACK("chats-feedback"),
    USED_DOCUMENTS("used-documents"),
    TOOLS("tools"),
    USERS("users");

    static final String ROOT = "/api/v2/reporting/";

    private final String segment;

    Endpoint(String segment) {
        this.segment = segment;
    }

    String segment() {
        return segment;
    }

    String path() {
        return ROOT + segment + '/';
    }

    /** The endpoint of a path that carries its trailing slash, or null. */
    static @Nullable Endpoint at(String path) {
        for (Endpoint endpoint : values()) {
            if (endpoint.path().equals(path)) {
                return endpoint;
            }
        }
        return null;
    }
}
