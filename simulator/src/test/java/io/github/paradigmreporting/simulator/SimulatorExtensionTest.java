package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How tests get their simulator. */
class SimulatorExtensionTest {
    @Nested
    @ExtendWith(SimulatorExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Fresh {
        private final Set<ParadigmSimulator> seen = new HashSet<>();

        @BeforeEach
        void sees(ParadigmSimulator simulator) {
            assertThat(seen.add(simulator)).isTrue();
        }

        @RepeatedTest(3)
        void isOneForEachTest(ParadigmSimulator simulator) {
            assertThat(seen).contains(simulator);
            assertThat(get(simulator, "/nowhere").statusCode()).isEqualTo(404);
        }

        @AfterAll
        void isClosedAfterItsTest() {
            assertThat(seen).hasSize(3).allSatisfy(simulator -> assertThatThrownBy(() -> get(simulator, "/"))
                    .isInstanceOf(java.io.UncheckedIOException.class));
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class Shared {
        @RegisterExtension
        static final SimulatorExtension SHARED = SimulatorExtension.shared(builder -> builder.companies(1));

        private final Set<ParadigmSimulator> seen = new HashSet<>();

        @BeforeAll
        void isThereBeforeAllTests(ParadigmSimulator simulator) {
            seen.add(simulator);
        }

        @RepeatedTest(3)
        void isOneForAllTests(ParadigmSimulator simulator) {
            seen.add(simulator);
            assertThat(seen).hasSize(1);
            assertThat(simulator.dataset().companies()).hasSize(1);
        }

        @Nested
        class Deeper {
            @RepeatedTest(2)
            void isTheSameInNestedClasses(ParadigmSimulator simulator) {
                assertThat(seen).contains(simulator);
            }
        }
    }
}
