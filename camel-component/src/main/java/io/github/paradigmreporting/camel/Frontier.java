package io.github.paradigmreporting.camel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * How far messages are done without a gap. Messages are opened in order and end in any order, on any thread; a position is
 * handed on when its message and all before it have succeeded. A message that failed is never passed: the consumer abandons
 * the frontier and starts again from the last position with a new one. Safe for threads.
 *
 * @param <P> a position
 */
final class Frontier<P> {
    private final Deque<Ticket> open = new ArrayDeque<>();
    private final Consumer<P> reached;
    private boolean broken;
    private boolean abandoned;

    /**
     * A frontier at its start.
     *
     * @param reached takes each position once, in order, under this frontier's lock
     */
    Frontier(Consumer<P> reached) {
        this.reached = reached;
    }

    /** A message begins, after all that began before; when it and they have succeeded, the position is reached. */
    synchronized Ticket open(P position) {
        Ticket ticket = new Ticket(position);
        open.addLast(ticket);
        return ticket;
    }

    /** A position that is reached when all messages opened so far have succeeded; at once when none is open. */
    synchronized void then(P position) {
        if (!open.isEmpty()) {
            open(position).succeed();
        } else if (!abandoned) {
            reached.accept(position);
        }
    }

    /** Whether a message has failed. */
    synchronized boolean isBroken() {
        return broken;
    }

    /** How many messages have begun and not succeeded. */
    synchronized int inFlight() {
        return (int) open.stream().filter(ticket -> !ticket.succeeded).count();
    }

    /** Nothing is handed on from here on, whatever still ends. */
    synchronized void abandon() {
        abandoned = true;
    }

    private void advance() {
        while (!abandoned && !open.isEmpty() && open.getFirst().succeeded) {
            reached.accept(open.removeFirst().position);
        }
    }

    /** One message on its way. */
    final class Ticket {
        private final P position;
        private boolean succeeded;

        private Ticket(P position) {
            this.position = position;
        }

        /** The message is done. */
        void succeed() {
            synchronized (Frontier.this) {
                succeeded = true;
                advance();
            }
        }

        /** The message is not done and must be sent again. */
        void fail() {
            synchronized (Frontier.this) {
                broken = true;
            }
        }

        /** Whether it was opened by a frontier. */
        boolean isOf(Frontier<P> frontier) {
            return Frontier.this == frontier;
        }

        /** Whether nothing is on its way any more. */
        boolean isLast() {
            synchronized (Frontier.this) {
                return open.isEmpty();
            }
        }
    }
}
