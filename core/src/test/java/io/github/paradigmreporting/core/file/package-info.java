/** What a stranger may put where a file belongs, and who may read what is written. */
@NullMarked
package io.github.paradigmreporting.core.file;

import org.jspecify.annotations.NullMarked;
