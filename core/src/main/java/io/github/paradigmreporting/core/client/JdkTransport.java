package io.github.paradigmreporting.core.client;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.DeadlineExceededException;
import io.github.paradigmreporting.core.error.Redaction;
import io.github.paradigmreporting.core.error.ReportingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The wire: the JDK's HTTP client, asynchronous inside so that an exchange can be aborted at any moment. */
final class JdkTransport implements Transport {
    /** How much later than the JDK's client a timeout is noticed here. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final ClientConfig config;
    private final Watchdog watchdog;
    private final Executor executor;
    private final Time time;
    private @Nullable HttpClient client;

    JdkTransport(ClientConfig config, Watchdog watchdog, Executor executor, Time time) {
        this.config = config;
        this.watchdog = watchdog;
        this.executor = executor;
        this.time = time;
    }

    /** An answer whose body is still to come. */
    private record Begun(int status, HttpHeaders headers, HttpResponse.BodySubscriber<InputStream> subscriber) {
        InputStream body() {
            return subscriber.getBody().toCompletableFuture().join();
        }
    }

    @Override
    public Response send(Request request) {
        Duration patience = patience(request);
        // The client's own future is completed by the JVM's common pool, which would wait for itself where it waits
        // for us, as in a parallel stream of queries. The body's handler is called by our threads.
        CompletableFuture<Begun> answer = new CompletableFuture<>();
        HttpClient sender = client();
        CompletableFuture<HttpResponse<InputStream>> exchange =
                sender.sendAsync(httpRequest(request, patience), head -> {
                    Begun begun =
                            new Begun(head.statusCode(), head.headers(), HttpResponse.BodySubscribers.ofInputStream());
                    if (!answer.complete(begun)) {
                        close(begun.body());
                    }
                    return begun.subscriber();
                });
        var unused = exchange.whenComplete((ended, failure) -> {
            if (failure != null && !answer.completeExceptionally(failure) && !answer.isCompletedExceptionally()) {
                // An exchange may fail between its head and its body without failing the body: fail it here.
                answer.join().subscriber().onError(failure);
            }
        });
        Runnable abort = () -> {
            answer.cancel(true);
            exchange.cancel(true);
        };
        try (Cancellation.Registration ignored = request.cancellation().onCancel(abort)) {
            return response(request, answer.get(patience.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS));
        } catch (CancellationException e) {
            throw new CancelledException(request + " was cancelled by the caller", e);
        } catch (InterruptedException e) {
            abort.run();
            Thread.currentThread().interrupt();
            throw new CancelledException(request + " was interrupted", e);
        } catch (TimeoutException e) {
            // The client has its own clock for this; it has stopped, as after running out of memory.
            abort.run();
            forget(sender);
            throw tooSlow(request, e);
        } catch (ExecutionException e) {
            request.cancellation().throwIfCancelled();
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (String.valueOf(cause.getMessage()).contains("selector manager closed")) {
                forget(sender);
            }
            throw failure(request, cause);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that has stopped working is not used again. */
    private synchronized void forget(HttpClient stopped) {
        if (client == stopped) {
            client = null;
        }
    }

    /** Built at the first request: a client that only ever serves metadata never pays for it. */
    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(config.connectTimeout())
                    .executor(executor);
            if (config.proxy() != null) {
                InetSocketAddress proxy = config.proxy().address();
                builder.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHostString(), proxy.getPort())));
            }
            SSLContext context = config.sslContext();
            if (context == null && (config.trustStore() != null || config.keyStore() != null)) {
                context = Certificates.context(config.trustStore(), config.keyStore());
            } else if (context == null && !config.baseUrl().secure()) {
                context = Certificates.none();
            }
            if (context != null) {
                builder.sslContext(context);
            }
            if (config.baseUrl().secure()) {
                builder.sslParameters(Certificates.forwardSecret(context == null ? Certificates.none() : context));
            }
            client = builder.build();
        }
        return client;
    }

    private Duration patience(Request request) {
        return Duration.ofNanos(Math.min(
                config.answerTimeout().toNanos(),
                Math.max(1_000_000, request.deadline().remainingNanos())));
    }

    private HttpRequest httpRequest(Request request, Duration patience) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri()).GET().timeout(patience);
        request.headers().forEach(builder::header);
        ClientConfig.Proxy proxy = config.proxy();
        if (proxy != null && proxy.user() != null) {
            String user = proxy.user() + ":" + (proxy.password() == null ? "" : proxy.password());
            builder.header(
                    "Proxy-Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        }
        return builder.build();
    }

    private Response response(Request request, Begun answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        List<String> lengths = answer.headers().allValues("Content-Length");
        if (Set.copyOf(lengths).size() > 1
                || lengths.stream().anyMatch(length -> !LENGTH.matcher(length).matches())) {
            close(answer.body());
            throw new ConnectionFailedException(
                    request + ": the answer's Content-Length " + Redaction.quote(lengths.toString())
                            + " is no length; check the gateways between here and the instance",
                    null);
        }
        GuardedBody body = new GuardedBody(answer.body(), request, config.answerTimeout(), watchdog, time);
        return new Response(answer.status(), headers, body, body::close);
    }

    private ReportingException failure(Request request, Throwable cause) {
        InetSocketAddress proxy = proxy(request);
        String way = proxy == null ? "" : " through the proxy " + shown(proxy);
        if (cause instanceof HttpConnectTimeoutException) {
            return new ConnectionFailedException(
                    request + ": no connection" + way + " within " + config.connectTimeout()
                            + "; check baseUrl, proxy and firewall, or raise connectTimeout",
                    cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return tooSlow(request, cause);
        }
        if (cause instanceof SSLException) {
            return new ConnectionFailedException(
                    request + ": no secure connection" + way + " ("
                            + Redaction.quote(String.valueOf(cause.getMessage()))
                            + "); if the instance uses a private authority, give its certificate in trustStore",
                    cause);
        }
        if (cause instanceof UnknownHostException
                || cause.getCause() instanceof java.nio.channels.UnresolvedAddressException) {
            // The name of the instance is then looked up by the proxy.
            String unknown = proxy == null
                    ? "there is no host " + request.uri().getHost() + "; check baseUrl"
                    : "there is no host " + proxy.getHostString() + ", named as proxy; check proxy";
            return new ConnectionFailedException(request + ": " + unknown, cause);
        }
        // The JDK's client throws more than it declares, for example NumberFormatException for a Content-Length.
        return new ConnectionFailedException(
                request + ": the connection" + way + " failed (" + describe(cause)
                        + "); check baseUrl, proxy and network",
                cause);
    }

    /** The proxy that a request goes through: the one set, or else that of the JVM. */
    private @Nullable InetSocketAddress proxy(Request request) {
        if (config.proxy() != null) {
            return config.proxy().address();
        }
        ProxySelector selector = ProxySelector.getDefault();
        if (selector != null) {
            for (Proxy proxy : selector.select(request.uri())) {
                if (proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address) {
                    return address;
                }
            }
        }
        return null;
    }

    private static String shown(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private ReportingException tooSlow(Request request, Throwable cause) {
        return request.deadline().passed()
                ? request.deadline().exceeded(request)
                : new DeadlineExceededException(
                        request + ": no answer within " + config.answerTimeout()
                                + "; request fewer days or raise answerTimeout",
                        cause);
    }

    /**
     * Whether a request was sent twice: the JDK's client sends a GET once more when the connection ends without a byte of an
     * answer, and has no setting against it.
     */
    static boolean sentTwice(ReportingException failure) {
        return failure instanceof ConnectionFailedException
                && failure.getCause() instanceof IOException cause
                && String.valueOf(cause.getMessage()).contains("received no bytes");
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + Redaction.quote(message));
    }

    @Override
    public String toString() {
        return "Jdk";
    }
}
