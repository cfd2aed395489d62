/** The reports as Kafka topics: a Kafka Connect source connector. */
@NullMarked
package io.github.paradigmreporting.kafka;

import org.jspecify.annotations.NullMarked;
