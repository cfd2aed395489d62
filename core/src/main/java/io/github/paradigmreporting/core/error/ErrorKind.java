package io.github.paradigmreporting.core.error;

/** What went wrong, for exhaustive switches. */
public enum ErrorKind {
    /** A setting is missing, malformed or contradicts another; nothing was sent. */
    INVALID_SETTING(false),
    /** The query makes no sense; nothing was sent. */
    INVALID_QUERY(false),
    /** 401: the key is missing, wrong, expired or revoked. */
    AUTHENTICATION(false),
    /** 403: the key is not allowed to read this, or is not a key at all (some instances answer 403 to both). */
    ACCESS_DENIED(false),
    /** The instance does not have the report: 404, or an answer without its part. */
    NOT_OFFERED(false),
    /** 400 or another refusal that asking again will not change. */
    REJECTED(false),
    /** 429, still after all attempts. */
    RATE_LIMITED(true),
    /** 5xx or planned maintenance, still after all attempts. */
    UNAVAILABLE(true),
    /** No connection, or the connection broke, still after all attempts. */
    CONNECTION(true),
    /** A time limit of ours passed. */
    TIMEOUT(true),
    /** The answer is not what the report's description says. */
    UNEXPECTED_RESPONSE(false),
    /** The caller cancelled. */
    CANCELLED(false);

    private final boolean mayPass;

    ErrorKind(boolean mayPass) {
        this.mayPass = mayPass;
    }

    /**
     * Whether the same question may be answered later without anything being changed.
     *
     * @return true for throttling, outages, broken connections and time limits
     */
    public boolean mayPass() {
        return mayPass;
    }
}
