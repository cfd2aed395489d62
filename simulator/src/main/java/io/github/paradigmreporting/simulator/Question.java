package io.github.paradigmreporting.simulator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a request asks for, once its parameters are known to be well formed. */
record Question(
        Endpoint endpoint,
        LocalDate from,
        LocalDate to,
        @Nullable Long company) {}
