package io.github.paradigmreporting.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shared setting: what it takes, what it refuses and in which words, and how it describes itself. */
class SettingsTest {
    /** A setting, a text, the value; at least one line per setting. */
    static Stream<Arguments> goodTexts() {
        return Stream.of(
                arguments(
                        Settings.BASE_URL, "https://paradigm.example.com", URI.create("https://paradigm.example.com")),
                arguments(
                        Settings.BASE_URL,
                        " HTTP://localhost:8080/api/v2/ ",
                        URI.create("HTTP://localhost:8080/api/v2/")),
                arguments(Settings.API_KEY, "abc.def", "abc.def"),
                arguments(Settings.API_KEY_FILE, "/run/secrets/key", Path.of("/run/secrets/key")),
                arguments(Settings.ALLOW_PLAIN_HTTP, "TRUE", true),
                arguments(Settings.COMPANIES, "7, 2,7", Set.of(2L, 7L)),
                arguments(Settings.START_DATE, "2026-01-31", DayExpression.of(LocalDate.of(2026, 1, 31))),
                arguments(Settings.START_DATE, "-P6M", DayExpression.parse("-P6M")),
                arguments(Settings.ZONE, "Europe/Paris", ZoneId.of("Europe/Paris")),
                arguments(Settings.LOOK_BACK_DAYS, "0", 0),
                arguments(Settings.LOOK_BACK_DAYS, "400", 400),
                arguments(Settings.SETTLE_DELAY, "0s", Duration.ZERO),
                arguments(Settings.WINDOW_DAYS, "366", 366),
                arguments(Settings.MAX_CONCURRENT_REQUESTS, "1", 1),
                arguments(Settings.REQUESTS_PER_MINUTE, "100000", 100_000),
                arguments(Settings.ATTEMPTS, "1", 1),
                arguments(Settings.CONNECT_TIMEOUT, "500ms", Duration.ofMillis(500)),
                arguments(Settings.CONNECT_TIMEOUT, "2 m", Duration.ofMinutes(2)),
                arguments(Settings.ANSWER_TIMEOUT, "1H", Duration.ofHours(1)),
                arguments(Settings.TOTAL_TIMEOUT, "3d", Duration.ofDays(3)),
                arguments(Settings.LONGEST_RETRY_AFTER, "0s", Duration.ZERO),
                arguments(Settings.TOTAL_TIMEOUT, "PT1M30S", Duration.ofSeconds(90)),
                arguments(Settings.SETTLE_DELAY, "3650d", Duration.ofDays(3650)),
                arguments(Settings.PROXY, "proxy.example.com:3128", "proxy.example.com:3128"),
                arguments(Settings.PROXY, "[::1]:3128", "[::1]:3128"),
                arguments(Settings.PROXY_USER, "anna", "anna"),
                arguments(Settings.PROXY_PASSWORD, "p w", "p w"),
                arguments(Settings.TRUST_STORE, "certs/own.p12", Path.of("certs", "own.p12")),
                arguments(Settings.TRUST_STORE_PASSWORD, "changeit", "changeit"),
                arguments(Settings.TRUST_STORE_TYPE, "jks", "JKS"),
                arguments(Settings.GZIP, "false", false),
                arguments(Settings.STORE_SIZE, "0", 0L),
                arguments(Settings.STORE_SIZE, "1048576", 1L << 20),
                arguments(Settings.STORE_SIZE, "2k", 2048L),
                arguments(Settings.STORE_SIZE, "64 MB", 64L << 20),
                arguments(Settings.STORE_SIZE, "1GiB", 1L << 30),
                arguments(Settings.RECENT_TTL, "0s", Duration.ZERO),
                arguments(Settings.STORE_DIRECTORY, "kept/days", Path.of("kept", "days")),
                arguments(Settings.STORE_DIRECTORY_SIZE, "100MiB", 100L << 20));
    }

    /** A setting and texts it must refuse; one line per setting that does not take any text. */
    static Stream<Arguments> badTexts() {
        return Stream.of(
                        bad(Settings.BASE_URL, "paradigm.example.com", "ftp://x", "https://me:secret@x", "https://a b"),
                        bad(Settings.BASE_URL, "https://paradigm.example.com:99999", "https://paradigm.example.com:0"),
                        bad(Settings.API_KEY_FILE, "no\0file", "~/key", "file:/run/key"),
                        bad(Settings.ALLOW_PLAIN_HTTP, "yes", "1"),
                        bad(Settings.COMPANIES, "2;7", "2,,7", "two", "-2", "99999999999999999999"),
                        bad(Settings.START_DATE, "31.01.2026", "2026-02-30", "yesterday", "P30D", "-P-3D", "-PT5H"),
                        bad(Settings.ZONE, "Europe/Atlantis", "CEST+1"),
                        bad(Settings.LOOK_BACK_DAYS, "-1", "401", "3.5", "three"),
                        bad(Settings.SETTLE_DELAY, "-6h", "morning"),
                        bad(Settings.WINDOW_DAYS, "0", "367"),
                        bad(Settings.MAX_CONCURRENT_REQUESTS, "0", "33"),
                        bad(Settings.REQUESTS_PER_MINUTE, "0", "100001"),
                        bad(Settings.ATTEMPTS, "0", "101"),
                        bad(Settings.CONNECT_TIMEOUT, "0s", "5", "5 weeks", "-5s", "PT-5S", "9999999999999999999d"),
                        bad(Settings.SETTLE_DELAY, "3651d", "PT87600H1S", "1000000000d", "PT999999999999H"),
                        bad(Settings.ANSWER_TIMEOUT, "soon"),
                        bad(Settings.TOTAL_TIMEOUT, "10mm"),
                        bad(Settings.LONGEST_RETRY_AFTER, "-1s"),
                        bad(Settings.PROXY, "proxy", "http://proxy:3128", "proxy:port", "proxy:70000", ":3128"),
                        bad(Settings.TRUST_STORE, "no\0file"),
                        bad(Settings.TRUST_STORE_TYPE, "PEM"),
                        bad(Settings.GZIP, "on"),
                        bad(Settings.STORE_SIZE, "-1", "1.5GiB", "64 pages", "99999999999999g"),
                        bad(Settings.RECENT_TTL, "5min"),
                        bad(
                                Settings.STORE_DIRECTORY,
                                "no\0directory",
                                "${user.home}/days",
                                "$HOME/days",
                                "s3://b/days"),
                        bad(Settings.STORE_DIRECTORY_SIZE, "much"))
                .flatMap(lines -> lines);
    }

    private static Stream<Arguments> bad(Setting<?> setting, String... texts) {
        return Arrays.stream(texts).map(text -> arguments(setting, text));
    }

    static List<Setting<?>> settings() {
        return Settings.ALL;
    }

    @ParameterizedTest
    @MethodSource("goodTexts")
    void readsWhatItShould(Setting<?> setting, String text, Object value) {
        for (Spelling spelling : Spelling.values()) {
            assertThat((Object) setting.parse(text, spelling)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void refusesTheRestInTheUsersSpelling(Setting<?> setting, String text) {
        for (Spelling spelling : Spelling.values()) {
            assertThatThrownBy(() -> setting.parse(text, spelling))
                    .isInstanceOfSatisfying(InvalidSettingException.class, e -> assertThat(e.setting())
                            .isEqualTo(setting.name()))
                    .hasMessageContaining(
                            text.contains("@") ? "the given value" : "'" + text.replace("\0", "\\u0000") + "'")
                    .hasMessageContaining(spelling.spell(setting.name()))
                    .hasMessageContaining("expected " + setting.type().form());
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isTestedHere(Setting<?> setting) {
        assertThat(goodTexts().map(line -> line.get()[0])).contains(setting);
        assertThat(badTexts().anyMatch(line -> line.get()[0] == setting))
                .as("has texts it refuses, unless it takes any")
                .isEqualTo(!setting.type().equals(SettingTypes.TEXT));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void describesItself(Setting<?> setting) {
        assertThat(setting.name()).matches("[a-z]+([A-Z][a-z]+)*");
        assertThat(setting.description()).endsWith(".").doesNotContain("|", "\n");
        assertThat(setting.type().form()).doesNotContain("|", "\n");
        assertThat(Settings.find(setting.name())).contains(setting);
        if (setting.defaultText() == null) {
            assertThat((Object) setting.defaultValue()).isNull();
        } else {
            assertThat((Object) setting.defaultValue())
                    .isEqualTo(setting.parse(setting.defaultText(), Spelling.CAMEL_CASE));
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void takesEachOfItsChoicesAndNothingElse(Setting<?> setting) {
        for (String choice : setting.type().choices()) {
            assertThat(String.valueOf((Object) setting.parse(choice, Spelling.CAMEL_CASE)))
                    .isEqualTo(choice);
        }
        if (!setting.type().choices().isEmpty()) {
            assertThatThrownBy(() -> setting.parse("something else", Spelling.CAMEL_CASE))
                    .isInstanceOf(InvalidSettingException.class);
        }
    }

    @Test
    void hasASecretWhereverThereIsOne() {
        assertThat(Settings.ALL)
                .filteredOn(Setting::secret)
                .extracting(Setting::name)
                .containsExactlyInAnyOrderElementsOf(Settings.ALL.stream()
                        .map(Setting::name)
                        .filter(name -> name.matches("(?i).*(key|password|secret|token)"))
                        .toList());
    }

    /** A setting of a new kind must be looked at: what a stranger may give is decided by this flag alone. */
    @Test
    void isPrivilegedWhereFilesAreTouchedOrTrafficTakesAnotherWay() {
        assertThat(Settings.ALL)
                .filteredOn(Setting::privileged)
                .extracting(Setting::name)
                .containsExactlyInAnyOrderElementsOf(Settings.ALL.stream()
                        .filter(setting -> setting.type().equals(SettingTypes.FILE)
                                || setting.type().equals(SettingTypes.DIRECTORY)
                                || setting.name().matches("(proxy|trustStore|keyStore|storeDirectory).*"))
                        .map(Setting::name)
                        .toList())
                .contains("apiKeyFile", "storeDirectory", "trustStorePassword", "proxyUser");
    }

    @Test
    void neverShowsASecret() {
        Setting<Integer> pin = new Setting<>(
                "doorPin", SettingGroup.CONNECTION, SettingTypes.integer(0, 9), null, true, "Opens the door.");
        assertThatThrownBy(() -> pin.parse("marker-4711", Spelling.ENVIRONMENT))
                .hasNoCause()
                .hasMessageContaining("PARADIGM_DOOR_PIN")
                .message()
                .doesNotContain("4711");
        assertThat(pin).hasToString("doorPin");
    }

    @Test
    void areGroupedInTheOrderOfTheGroups() {
        assertThat(Settings.ALL).extracting(Setting::group).isSorted().contains(SettingGroup.values());
    }

    @ParameterizedTest
    @EnumSource
    void areSpelledByRule(Spelling spelling) {
        String form =
                switch (spelling) {
                    case CAMEL_CASE -> "[a-z]+([A-Z][a-z]+)*";
                    case DOTTED -> "paradigm(\\.[a-z]+)+";
                    case ENVIRONMENT -> "PARADIGM(_[A-Z]+)+";
                };
        assertThat(Settings.ALL)
                .extracting(setting -> spelling.spell(setting.name()))
                .allMatch(name -> name.matches(form))
                .doesNotHaveDuplicates();
    }

    @Test
    void areSpelledAsEachEcosystemExpects() {
        assertThat(Spelling.CAMEL_CASE.spell("maxConcurrentRequests")).isEqualTo("maxConcurrentRequests");
        assertThat(Spelling.DOTTED.spell("maxConcurrentRequests")).isEqualTo("paradigm.max.concurrent.requests");
        assertThat(Spelling.ENVIRONMENT.spell("apiKey")).isEqualTo("PARADIGM_API_KEY");
        assertThat(Spelling.ENVIRONMENT.spell("baseUrl")).isEqualTo("PARADIGM_BASE_URL");
    }

    @Test
    void areNotFoundByAnotherName() {
        assertThat(Settings.find("baseurl")).isEmpty();
    }
}
