package io.github.paradigmreporting.core.client;

/** Says who is asking, and for what kind of answer: JSON, and not a copy that some cache made before. */
final class UserAgentTransport implements Transport {
    private final String userAgent;
    private final Transport inner;

    UserAgentTransport(String userAgent, Transport inner) {
        this.userAgent = userAgent;
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        return inner.send(request.with("User-Agent", userAgent)
                .with("Accept", "application/json")
                .with("Cache-Control", "no-cache"));
    }

    @Override
    public String toString() {
        return "UserAgent{" + inner + "}";
    }
}
