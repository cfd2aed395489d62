/** Tests of the starter in real Spring Boot applications. */
@NullMarked
package io.github.paradigmreporting.camel.springboot;

import org.jspecify.annotations.NullMarked;
