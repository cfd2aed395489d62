package io.github.paradigmreporting.core.client;

/**
 * One layer of the way to the instance. Sends a request and answers when the headers are there; throws only {@link
 * io.github.paradigmreporting.core.error.ReportingException}. Whoever gets a response closes it. Safe for threads.
 */
@FunctionalInterface
interface Transport {
    Response send(Request request);
}
