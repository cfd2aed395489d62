package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.ReportingException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each exchange at DEBUG: address, attempt, status, time. Headers are never logged: they hold the key. */
final class LoggingTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(ParadigmReportingClient.class);

    private final Time time;
    private final Transport inner;

    LoggingTransport(Time time, Transport inner) {
        this.time = time;
        this.inner = inner;
    }

    @Override
    public Response send(Request request) {
        if (!LOG.isDebugEnabled()) {
            return inner.send(request);
        }
        long start = time.nanos();
        try {
            Response response = inner.send(request);
            LOG.debug("{}: status {} after {} ms", request, response.status(), millisSince(start));
            return response.withBody(new CountingBody(
                    response.body(),
                    bytes -> LOG.debug("{}: {} bytes read in {} ms", request, bytes, millisSince(start))));
        } catch (ReportingException e) {
            LOG.debug("{}: {} after {} ms", request, e.getMessage(), millisSince(start));
            throw e;
        }
    }

    private long millisSince(long start) {
        return Duration.ofNanos(time.nanos() - start).toMillis();
    }

    @Override
    public String toString() {
        return "Logging{" + inner + "}";
    }
}
