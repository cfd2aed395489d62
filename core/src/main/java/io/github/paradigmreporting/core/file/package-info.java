/** Access to files that belong to the user's account alone; used by whatever is kept on this machine. */
@NullMarked
package io.github.paradigmreporting.core.file;

import org.jspecify.annotations.NullMarked;
