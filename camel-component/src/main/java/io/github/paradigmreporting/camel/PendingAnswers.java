package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.client.Cancellation;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.LifecycleStrategySupport;
import org.jspecify.annotations.Nullable;

/**
 * What producers are waiting for. A stop of the context, or of a route that the exchange is in, ends it, since Camel waits for
 * the exchange before it stops anything. Safe for threads.
 */
final class PendingAnswers extends LifecycleStrategySupport {
    /** The routes that the exchange of a request is in. */
    private final Map<Cancellation, Set<String>> pending = new ConcurrentHashMap<>();

    private final Set<String> stoppedRoutes = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** A request begins; to be ended. */
    Cancellation begin(Exchange exchange) {
        Cancellation cancellation = new Cancellation();
        Set<String> routes = routes(exchange);
        pending.put(cancellation, routes);
        if (stopped || exchange.getContext().isStopping() || !Collections.disjoint(stoppedRoutes, routes)) {
            cancellation.cancel();
        }
        return cancellation;
    }

    void end(Cancellation cancellation) {
        pending.remove(cancellation);
    }

    /** Requests may begin; of a context that runs, its routes are known from here on. */
    void start(CamelContext context) {
        stopped = false;
        context.addLifecycleStrategy(this);
        context.getRoutes().forEach(this::started);
    }

    void stop(CamelContext context) {
        context.getLifecycleStrategies().remove(this);
        onContextStopping(context);
    }

    /** Ends all that is pending, and what begins before the next start: a redelivery would wait again. */
    @Override
    public void onContextStopping(CamelContext context) {
        stopped = true;
        pending.keySet().forEach(Cancellation::cancel);
    }

    /** The consumer is added each time its route starts, also when Camel has given up stopping the route. */
    @Override
    public void onServiceAdd(CamelContext context, Service service, @Nullable Route route) {
        if (route != null && service instanceof Consumer) {
            started(route);
        }
    }

    @Override
    public void onRoutesRemove(Collection<Route> routes) {
        routes.forEach(route -> stoppedRoutes.remove(route.getId()));
    }

    private void started(Route route) {
        stoppedRoutes.remove(route.getId());
        route.addService(new Stop(this, route.getId()));
    }

    private void stopped(String route) {
        stoppedRoutes.add(route);
        pending.forEach((cancellation, routes) -> {
            if (routes.contains(route)) {
                cancellation.cancel();
            }
        });
    }

    /** Where it came from and where it is. */
    private static Set<String> routes(Exchange exchange) {
        Set<String> routes = new HashSet<>();
        String from = exchange.getFromRouteId();
        if (from != null) {
            routes.add(from);
        }
        UnitOfWork unit = exchange.getUnitOfWork();
        Route at = unit == null ? null : unit.getRoute();
        if (at != null) {
            routes.add(at.getId());
        }
        return routes;
    }

    /**
     * Is notified of the stop of a route before Camel waits for its exchanges, as the steps of a route are, but not the
     * producers behind them. What Camel forces is over already, or is a suspension, in which requests go on.
     */
    private record Stop(PendingAnswers answers, String route) implements Service, ShutdownPrepared {
        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            if (!suspendOnly && !forced) {
                answers.stopped(route);
            }
        }

        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
