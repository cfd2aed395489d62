@NullMarked
package io.github.paradigmreporting.camel.springboot;

import org.jspecify.annotations.NullMarked;
