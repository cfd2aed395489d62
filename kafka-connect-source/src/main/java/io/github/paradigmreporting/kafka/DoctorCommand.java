package io.github.paradigmreporting.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The doctor's command line: reads the file, examines, says what it found. Public for the class loader of {@link Doctor}. */
public final class DoctorCommand {
    private static final int WRONG_CALL = 2;
    private static final Pattern OF_ENVIRONMENT = Pattern.compile("\\$\\{env:(\\w+)}");

    private DoctorCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments the file
     * @param out where to write
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            out.println("Usage: java -cp 'lib/*' " + Doctor.class.getName() + " FILE");
            out.println("FILE is a connector's configuration: properties, or the JSON that is posted to a worker.");
            out.println("A key that a config provider would fill in is taken from PARADIGM_API_KEY.");
            return WRONG_CALL;
        }
        Map<String, String> config;
        try {
            config = read(Path.of(arguments.get(0)));
        } catch (IOException e) {
            out.println("FAIL  " + arguments.get(0) + " cannot be read: " + e.getMessage());
            return WRONG_CALL;
        }
        return examine(config, System.getenv(), Clock.systemUTC(), out);
    }

    static int examine(
            Map<String, String> config, Map<String, String> environment, InstantSource clock, PrintStream out) {
        String key = ConnectSettings.name(Settings.API_KEY);
        Map<String, String> known = new HashMap<>(config);
        known.replaceAll((name, value) -> filledIn(value, environment));
        // Only a worker can ask its other config providers.
        known.computeIfPresent(
                key, (name, value) -> value.contains("${") ? environment.get("PARADIGM_API_KEY") : value);
        Findings findings = new Findings(out);
        try {
            ConnectorConfig read = ConnectorConfig.of(known, AllowedPaths.ALL);
            read.checkStart(read.day(clock.instant()));
            findings.good("The configuration is complete and without contradictions");
            new Examination(read, findings, clock).run();
        } catch (InvalidSettingException e) {
            findings.bad(Messages.of(e));
            if (config.getOrDefault(key, "").contains("${")) {
                findings.warn("The key comes from a config provider; give it in PARADIGM_API_KEY for this command");
            }
        }
        return findings.sum();
    }

    /** With variables of the environment in place of {@code ${env:NAME}}, as a worker's provider does it. */
    private static String filledIn(String value, Map<String, String> environment) {
        return OF_ENVIRONMENT
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(environment.getOrDefault(found.group(1), found.group())));
    }

    private static Map<String, String> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            if (file.toString().endsWith(".json")) {
                return json(text);
            }
            Properties properties = new Properties();
            properties.load(text);
            Map<String, String> config = new HashMap<>();
            properties.stringPropertyNames().forEach(name -> config.put(name, properties.getProperty(name)));
            return config;
        }
    }

    /** All entries with a plain value, also those within {@code "config": …}. */
    private static Map<String, String> json(Reader text) throws IOException {
        Map<String, String> config = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            String name = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                } else if (token.isScalarValue()) {
                    config.put(name, parser.getText());
                }
            }
        }
        return config;
    }
}
