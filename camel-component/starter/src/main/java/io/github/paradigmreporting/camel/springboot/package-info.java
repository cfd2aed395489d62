/** The Camel component in a Spring Boot application. */
@org.jspecify.annotations.NullMarked
package io.github.paradigmreporting.camel.springboot;
