package io.github.paradigmreporting.core.client;

/** Requests a compressed answer and unpacks it while it is read. */
final class GzipTransport implements Transport {
    private final boolean ask;
    private final Transport inner;

    GzipTransport(boolean ask, Transport inner) {
        this.ask = ask;
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        Response response = inner.send(ask ? request.with("Accept-Encoding", "gzip") : request);
        boolean packed = response.header("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return packed ? response.withBody(new GzipBody(response.body())) : response;
    }

    @Override
    public String toString() {
        return "Gzip{" + inner + "}";
    }
}
