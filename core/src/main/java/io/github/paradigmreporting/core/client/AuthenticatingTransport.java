package io.github.paradigmreporting.core.client;

/** Presents the key; when it is refused, reads it again from its source once and tries a changed one. */
final class AuthenticatingTransport implements Transport {
    private static final int UNAUTHORIZED = 401;

    private final ApiKey key;
    private final Transport inner;

    AuthenticatingTransport(ApiKey key, Transport inner) {
        this.key = key;
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        String presented = key.reveal();
        Response response = inner.send(authorized(request, presented));
        if (response.status() != UNAUTHORIZED) {
            return response;
        }
        // Another request may have read the new key already, so compare with what was presented here.
        boolean changed = key.reread() || !key.reveal().equals(presented);
        if (!changed) {
            return response;
        }
        response.close();
        return inner.send(authorized(request, key.reveal()));
    }

    private static Request authorized(Request request, String key) {
        return request.with("Authorization", "Bearer " + key);
    }

    @Override
    public String toString() {
        return "Authenticating{" + inner + "}";
    }
}
