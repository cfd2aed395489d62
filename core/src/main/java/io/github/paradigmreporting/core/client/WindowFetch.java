package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.Row;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One window's way from the instance to its rows: send, read, hand on; when it breaks, again from where it was. */
final class WindowFetch<R extends Row> implements Runnable {
    private static final int ROWS_TOGETHER = 256;
    private static final long BYTES_TOGETHER = 64 * 1024;
    private static final int ROWS_TO_MEASURE = 16;

    private final ReportQuery<R> query;
    private final URI uri;
    private final Shape shape;
    private final Transport transport;
    private final Attempts attempts;
    private final Deadline deadline;
    private final WindowRows<R> rows;
    private final ExchangeListener listener;
    private Delivered<R> delivered;
    private final Siblings siblings;

    WindowFetch(
            ReportQuery<R> query,
            URI uri,
            Transport transport,
            Attempts attempts,
            Deadline deadline,
            WindowRows<R> rows,
            ExchangeListener listener,
            Siblings siblings) {
        this.query = query;
        this.uri = uri;
        this.shape = new Shape(query.report(), query.columns());
        this.transport = transport;
        this.attempts = attempts;
        this.deadline = deadline;
        this.rows = rows;
        this.listener = listener;
        this.delivered = new Delivered<>(query);
        this.siblings = siblings;
    }

    @Override
    public void run() {
        try {
            Request request =
                    new Request(query.report().name(), uri, Map.of(), 1, deadline, rows.cancellation(), listener);
            boolean done = false;
            while (!done) {
                done = attempt(request.attempt(attempts.next()));
            }
            rows.complete(siblings.whole());
        } catch (RuntimeException e) {
            rows.fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            rows.fail(new CancelledException("interrupted while handing on rows", e));
        } catch (VirtualMachineError e) {
            rows.restart();
            rows.fail(
                    UnexpectedResponseException.outOfMemory("reading " + query.report() + " of " + query.window(), e));
        } catch (Error e) {
            // The taker of the rows must get it, or it would wait for ever.
            rows.fail(new IllegalStateException("reading " + query.report() + " failed: " + e, e));
        }
    }

    private boolean attempt(Request request) throws InterruptedException {
        try (Response response = transport.send(request);
                RowReader<R> reader = RowReaders.open(query, shape, response.body(), siblings)) {
            siblings.restart();
            handOn(reader);
            return true;
        } catch (ReportingException e) {
            if (rows.restart()) {
                delivered = new Delivered<>(query);
            } else if (e.kind() == ErrorKind.UNEXPECTED_RESPONSE) {
                // Another answer cannot take back the rows of this one that have been handed on.
                throw e;
            } else {
                delivered.restart();
            }
            attempts.failed(request, e);
            return false;
        }
    }

    private void handOn(RowReader<R> reader) throws InterruptedException {
        List<R> together = new ArrayList<>(ROWS_TOGETHER);
        long bytes = 0;
        try {
            for (R row = reader.next(); row != null; row = reader.next()) {
                if (query.asksFor(row) && delivered.isNew(row)) {
                    together.add(row);
                }
                boolean mayBeLarge = together.size() % ROWS_TO_MEASURE == 0 && !together.isEmpty();
                if (together.size() == ROWS_TOGETHER || (mayBeLarge && reader.bytesRead() - bytes > BYTES_TOGETHER)) {
                    long read = reader.bytesRead();
                    siblings.read(read);
                    deadline.extend(rows.put(together, read - bytes));
                    bytes = read;
                    together = new ArrayList<>(ROWS_TOGETHER);
                }
            }
            delivered.end();
        } finally {
            // Also when the answer breaks off: these rows count as delivered.
            listener.read(reader.bytesRead());
            if (!together.isEmpty()) {
                deadline.extend(rows.put(together, Math.max(0, reader.bytesRead() - bytes)));
            }
        }
    }
}
