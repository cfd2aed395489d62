/** What {@code ./demo} runs: the same figures by SQL, by Camel and by Kafka, in one JVM. */
@NullMarked
package io.github.paradigmreporting.examples.demo;

import org.jspecify.annotations.NullMarked;
