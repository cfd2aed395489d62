package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.settings.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a long range is split. */
final class WindowPlannerTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    @Test
    void beginsWithAWeekAndDoublesUpToTheMaximum() {
        assertThat(days(new WindowPlanner(31), 200)).containsExactly(7L, 14L, 28L, 31L, 31L, 31L, 31L, 27L);
        assertThat(days(new WindowPlanner(366), 1000)).containsExactly(7L, 14L, 28L, 56L, 112L, 224L, 366L, 193L);
    }

    @Test
    void keepsARangeOfUpToTheMaximumWhole() {
        assertThat(days(new WindowPlanner(31), 31)).containsExactly(31L);
        assertThat(days(new WindowPlanner(31), 32)).containsExactly(7L, 14L, 11L);
        assertThat(days(new WindowPlanner(31), 1)).containsExactly(1L);
    }

    @Test
    void neverExceedsAMaximumOfLessThanAWeek() {
        assertThat(days(new WindowPlanner(3), 10)).containsExactly(3L, 3L, 3L, 1L);
        assertThat(days(new WindowPlanner(1), 3)).containsExactly(1L, 1L, 1L);
    }

    @Test
    void coversEachDayOnce() {
        for (int length = 1; length <= 200; length++) {
            LocalDate next = FIRST;
            for (Window window : split(new WindowPlanner(13), length)) {
                assertThat(window.from()).isEqualTo(next);
                next = window.to().plusDays(1);
            }
            assertThat(next).isEqualTo(FIRST.plusDays(length));
        }
    }

    @Test
    void mayGrowToAYearUnlessASettingLimitsIt() {
        ParadigmReportingClientBuilder builder = ParadigmReportingClient.builder()
                .environment(Map.of())
                .baseUrl("https://paradigm.example.com")
                .apiKey("key");
        try (ParadigmReportingClient client = builder.build()) {
            assertThat(client.windowDays()).isEqualTo(31);
            assertThat(client.longestWindowDays()).isEqualTo(366);
        }
        try (ParadigmReportingClient client =
                builder.set(Settings.WINDOW_DAYS, "60").build()) {
            assertThat(client.windowDays()).isEqualTo(60);
            assertThat(client.longestWindowDays()).isEqualTo(60);
        }
    }

    private static List<Long> days(WindowPlanner planner, int length) {
        return split(planner, length).stream().map(Window::days).toList();
    }

    private static List<Window> split(WindowPlanner planner, int length) {
        return planner.split(new Window(FIRST, FIRST.plusDays(length - 1L)));
    }
}
