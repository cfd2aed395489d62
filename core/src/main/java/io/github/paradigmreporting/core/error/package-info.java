/**
 * What can go wrong, as one sealed family. A message says what was asked, what came, and what to do next; it never
 * holds a secret. Each adapter translates it in exactly one exhaustive switch over {@link
 * io.github.paradigmreporting.core.error.ErrorKind}.
 */
@NullMarked
package io.github.paradigmreporting.core.error;

import org.jspecify.annotations.NullMarked;
