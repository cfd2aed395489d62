package io.github.paradigmreporting.core.client;

/** The transport stack, one line per layer, outermost first. */
final class Transports {
    private Transports() {}

    static Transport standard(ClientConfig config, Budget budget, Transport wire, Time time) {
        return new BudgetTransport(
                budget,
                new CheckingTransport(
                        time,
                        config.longestRetryAfter(),
                        new RedirectingTransport(new AuthenticatingTransport(
                                config.apiKey(),
                                new UserAgentTransport(
                                        config.userAgent(),
                                        new LoggingTransport(
                                                time,
                                                new ListeningTransport(new GzipTransport(config.gzip(), wire))))))));
    }
}
