/** The reporting API, faithfully, in process or as a program; also what users test against. */
@NullMarked
package io.github.paradigmreporting.simulator;

import org.jspecify.annotations.NullMarked;
