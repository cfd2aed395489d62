package io.github.paradigmreporting.simulator;

import java.time.Clock;
import java.time.Duration;

/**
 * How the simulated instance behaves as a server.
 *
 * @param host address to listen on
 * @param port port, or 0 for a free one
 * @param clock what time it is; its zone is the instance's
 * @param gzip whether answers are compressed for clients that ask for it
 * @param latency wait before each answer
 * @param latencyPerDay further wait per day of the range asked
 * @param concurrency requests worked on at once; see {@code overload} for the others
 * @param overload what happens to requests beyond {@code concurrency}
 * @param requestsPerMinute requests per key in any 60 seconds; 0 for no limit
 * @param retryAfter how a request beyond that limit is told when to come back
 * @param badKeyStatus status for a missing or unknown key
 * @param foreignCompany what a company admin gets for another company
 * @param reversedRange what a range that ends before it starts gets
 */
record ServerOptions(
        String host,
        int port,
        Clock clock,
        boolean gzip,
        Duration latency,
        Duration latencyPerDay,
        int concurrency,
        Overload overload,
        int requestsPerMinute,
        RetryAfter retryAfter,
        int badKeyStatus,
        ForeignCompany foreignCompany,
        ReversedRange reversedRange) {}
