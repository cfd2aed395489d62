package io.github.paradigmreporting.jdbc.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files among the test's resources. */
final class Resource {
    private Resource() {}

    static String text(String name) {
        try (InputStream file = Resource.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no resource " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
