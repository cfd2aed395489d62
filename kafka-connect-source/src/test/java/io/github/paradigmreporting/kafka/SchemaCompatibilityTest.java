package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicurio.registry.utils.converter.avro.AvroData;
import io.github.paradigmreporting.core.client.ColumnRules;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The schemas of all records, as Avro has them, against the committed ones of {@code schemas.avsc}. A value may get optional
 * columns and nothing else: then consumers with either schema read records with the other, and with any before. A key stays as it
 * is, to the letter.
 *
 * <p>{@code mvn test -Dparadigm.docs.update=true -pl kafka-connect-source -am} writes the file anew, but only after a change
 * that is compatible.
 */
class SchemaCompatibilityTest {
    private static final Path FILE = Path.of("src", "test", "resources", "schemas.avsc");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void changesNoSchemaInAWayThatConsumersNotice() throws IOException {
        Map<String, Schema> today = byName(Stream.concat(keys(), values()));
        Map<String, Schema> committed = committed();

        assertThat(today.keySet()).containsAll(committed.keySet());
        assertThat(committed)
                .allSatisfy((name, before) -> assertThat(changes(before, Objects.requireNonNull(today.get(name))))
                        .as(name)
                        .isEmpty());
    }

    @Test
    void keepsKeysToTheLetter() throws IOException {
        Map<String, Schema> committed = committed();

        assertThat(byName(keys())).allSatisfy((name, key) -> assertThat(key)
                .as(
                        "%s: converters write the schema or its number into the key, so that another one is another key",
                        name)
                .hasToString(committed.getOrDefault(name, key).toString()));
    }

    @Test
    void hasTodaysSchemasCommitted() throws IOException {
        if (Boolean.getBoolean("paradigm.docs.update")) {
            changesNoSchemaInAWayThatConsumersNotice();
            keepsKeysToTheLetter();
            Files.writeString(FILE, text());
        }
        assertThat(Files.readString(FILE)).isEqualTo(text());
    }

    /** What {@link #changes} must find; each is made from a record with a required and an optional column. */
    static Stream<Arguments> incompatible() {
        return Stream.of(
                Arguments.of(
                        "a column is gone", record(1).requiredLong("company_id").endRecord()),
                Arguments.of(
                        "a key column is gone", record(1).optionalLong("count").endRecord()),
                Arguments.of(
                        "a column has another name",
                        record(1)
                                .requiredLong("company_id")
                                .optionalLong("counts")
                                .endRecord()),
                Arguments.of(
                        "a column has another type",
                        record(1)
                                .requiredLong("company_id")
                                .optionalString("count")
                                .endRecord()),
                Arguments.of(
                        "a column has a wider type",
                        record(1)
                                .requiredLong("company_id")
                                .optionalDouble("count")
                                .endRecord()),
                Arguments.of(
                        "an optional column is required now",
                        record(1)
                                .requiredLong("company_id")
                                .requiredLong("count")
                                .endRecord()),
                Arguments.of(
                        "a required column is optional now",
                        record(1)
                                .optionalLong("company_id")
                                .optionalLong("count")
                                .endRecord()),
                Arguments.of(
                        "a column is added that is required",
                        record(2)
                                .requiredLong("company_id")
                                .optionalLong("count")
                                .requiredLong("more")
                                .endRecord()),
                Arguments.of(
                        "a column is added, but the version is not raised",
                        record(1)
                                .requiredLong("company_id")
                                .optionalLong("count")
                                .optionalLong("more")
                                .endRecord()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incompatible")
    void wouldNotice(String what, Schema after) {
        assertThat(changes(before(), after)).isNotEmpty();
    }

    @Test
    void letsAnOptionalColumnBeAdded() {
        Schema after = record(2)
                .requiredLong("company_id")
                .optionalLong("count")
                .optionalLong("more")
                .endRecord();

        assertThat(changes(before(), before())).isEmpty();
        assertThat(changes(before(), after)).isEmpty();
    }

    private static Schema before() {
        return record(1).requiredLong("company_id").optionalLong("count").endRecord();
    }

    private static SchemaBuilder.FieldAssembler<Schema> record(int version) {
        return SchemaBuilder.record("Sample")
                .prop(AvroData.CONNECT_VERSION_PROP, version)
                .fields();
    }

    /**
     * What consumers of one schema notice of records of the other. That no column ever goes is more than compatibility asks for; with
     * it, versions are compatible with all before, not only with the last.
     */
    private static List<String> changes(Schema before, Schema after) {
        List<String> changes = new ArrayList<>();
        changes.addAll(unreadable("records of before by consumers of today", after, before));
        changes.addAll(unreadable("records of today by consumers of before", before, after));
        List<String> names = names(after);
        names(before).stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> changes.add("column " + name + " is gone"));
        if (!names.equals(names(before)) && version(after) <= version(before)) {
            changes.add("columns differ, but the version is not raised: " + version(after));
        }
        return changes;
    }

    private static List<String> unreadable(String what, Schema reader, Schema writer) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return result.getType() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : List.of(what + ": " + result.getResult().getIncompatibilities());
    }

    private static List<String> names(Schema schema) {
        return schema.getFields().stream().map(Field::name).toList();
    }

    private static int version(Schema schema) {
        return ((Number) schema.getObjectProp(AvroData.CONNECT_VERSION_PROP)).intValue();
    }

    private static Stream<Schema> keys() {
        return Stream.concat(
                        Reports.ALL.stream().map(report -> ReportSchema.of(report, ColumnRules.NONE)
                                .key()),
                        Stream.of(ProgressSchema.KEY))
                .map(new AvroData(100)::fromConnectSchema);
    }

    private static Stream<Schema> values() {
        return Stream.concat(
                        Reports.ALL.stream().map(report -> ReportSchema.of(report, ColumnRules.NONE)
                                .value()),
                        Stream.of(ProgressSchema.VALUE))
                .map(new AvroData(100)::fromConnectSchema);
    }

    /** None without a file, which is how a new major version begins. */
    private static Map<String, Schema> committed() throws IOException {
        return Files.exists(FILE)
                ? byName(new Schema.Parser().parse(Files.readString(FILE)).getTypes().stream())
                : Map.of();
    }

    private static Map<String, Schema> byName(Stream<Schema> schemas) {
        return schemas.collect(Collectors.toMap(Schema::getFullName, Function.identity()));
    }

    /** All schemas as a union, without the texts of columns, which may change. */
    private static String text() throws IOException {
        JsonNode schemas = JSON.readTree(
                Schema.createUnion(Stream.concat(keys(), values()).toList()).toString());
        schemas.findParents(AvroData.CONNECT_DOC_PROP)
                .forEach(described -> ((ObjectNode) described).remove(AvroData.CONNECT_DOC_PROP));
        return schemas.toPrettyString() + "\n";
    }
}
