/** Camel routes, one idea each; {@code docs/guides/camel.md} quotes them. */
@org.jspecify.annotations.NullMarked
package io.github.paradigmreporting.examples.routes;
