/**
 * The way of one request: query, planner, transport stack, streaming reader, rows. Public is what a caller needs; the
 * stack's layers are package-private and {@code Transports} shows their order.
 */
@NullMarked
package io.github.paradigmreporting.core.client;

import org.jspecify.annotations.NullMarked;
