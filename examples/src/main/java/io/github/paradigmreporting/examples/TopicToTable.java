package io.github.paradigmreporting.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka Connect source, downstream: keeps a table of any database equal to a report's topic. Updates replace, tombstones
 * delete, and the position in the topic is in the same database transaction as the rows, so that nothing is lost or doubled
 * whatever is killed in between. Not safe for threads.
 */
public final class TopicToTable implements AutoCloseable {
    private static final String POSITIONS = "landing_positions";

    private final Consumer<byte[], byte[]> consumer;
    private final Connection database;
    private final String topic;
    private final String table;
    private final JsonConverter keys = new JsonConverter();
    private final JsonConverter values = new JsonConverter();

    /**
     * Goes on where the table is.
     *
     * @param consumer reads committed records; closed with this
     * @param database gets the table, if it has none; closed with this
     * @param topic a report's topic, written with the JSON converter and its schemas
     * @throws SQLException when the database refuses
     */
    public TopicToTable(Consumer<byte[], byte[]> consumer, Connection database, String topic) throws SQLException {
        this.consumer = consumer;
        this.database = database;
        this.topic = topic;
        this.table = topic.replaceAll("[^A-Za-z0-9]", "_");
        keys.configure(Map.of("schemas.enable", "true"), true);
        values.configure(Map.of("schemas.enable", "true"), false);
        database.setAutoCommit(false);
        execute("CREATE TABLE IF NOT EXISTS " + POSITIONS
                + " (topic VARCHAR(255), part INTEGER, next_one BIGINT, PRIMARY KEY (topic, part))");
        database.commit();
        seek();
    }

    /**
     * Follows a topic until it is stopped.
     *
     * @param arguments Kafka's address, the topic, the database's JDBC address
     * @throws SQLException when the database refuses
     */
    public static void main(String... arguments) throws SQLException {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", arguments[0], "isolation.level", "read_committed", "enable.auto.commit", false);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (TopicToTable landing = new TopicToTable(
                new KafkaConsumer<>(config, bytes, bytes), DriverManager.getConnection(arguments[2]), arguments[1])) {
            while (!Thread.currentThread().isInterrupted()) {
                landing.land(Duration.ofSeconds(1));
            }
        }
    }

    /**
     * Takes over what is there, in one transaction.
     *
     * @param wait how long to wait for something
     * @return records taken over
     * @throws SQLException when the database refuses; nothing is taken over then
     */
    public int land(Duration wait) throws SQLException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(wait);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Struct key = (Struct) keys.toConnectData(topic, record.key()).value();
            if (record.value() != null) {
                Struct row =
                        (Struct) values.toConnectData(topic, record.value()).value();
                create(key.schema(), row.schema());
                delete(key);
                insert(row);
            } else if (exists()) {
                delete(key);
            }
        }
        for (TopicPartition partition : records.partitions()) {
            save(partition);
        }
        database.commit();
        return records.count();
    }

    private void create(Schema key, Schema row) throws SQLException {
        if (exists()) {
            return;
        }
        String columns = row.fields().stream()
                .map(field -> quoted(field) + " " + type(field.schema()))
                .collect(Collectors.joining(", "));
        String keyColumns = key.fields().stream().map(TopicToTable::quoted).collect(Collectors.joining(", "));
        execute("CREATE TABLE " + table + " (" + columns + ", PRIMARY KEY (" + keyColumns + "))");
    }

    private void delete(Struct key) throws SQLException {
        List<Field> fields = key.schema().fields();
        String where = fields.stream().map(field -> quoted(field) + " = ?").collect(Collectors.joining(" AND "));
        update("DELETE FROM " + table + " WHERE " + where, key, fields);
    }

    private void insert(Struct row) throws SQLException {
        List<Field> fields = row.schema().fields();
        String columns = fields.stream().map(TopicToTable::quoted).collect(Collectors.joining(", "));
        String marks = fields.stream().map(field -> "?").collect(Collectors.joining(", "));
        update("INSERT INTO " + table + " (" + columns + ") VALUES (" + marks + ")", row, fields);
    }

    private void update(String sql, Struct struct, List<Field> fields) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < fields.size(); i++) {
                statement.setObject(i + 1, value(fields.get(i).schema(), struct.get(fields.get(i))));
            }
            statement.executeUpdate();
        }
    }

    private static @Nullable Object value(Schema schema, @Nullable Object value) {
        if (!(value instanceof java.util.Date moment)) {
            return value;
        }
        return Date.LOGICAL_NAME.equals(schema.name())
                ? moment.toInstant().atZone(ZoneOffset.UTC).toLocalDate()
                : moment.toInstant().atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    private static String type(Schema schema) {
        if (Date.LOGICAL_NAME.equals(schema.name())) {
            return "DATE";
        }
        if (Timestamp.LOGICAL_NAME.equals(schema.name())) {
            return "TIMESTAMP(3)";
        }
        return switch (schema.type()) {
            case INT64 -> "BIGINT";
            case FLOAT64 -> "DOUBLE PRECISION";
            default -> "VARCHAR(1000)";
        };
    }

    /** In quotes, because date is a word of SQL. */
    private static String quoted(Field field) {
        return '"' + field.name() + '"';
    }

    private boolean exists() throws SQLException {
        try (ResultSet tables =
                database.getMetaData().getTables(null, null, null, new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                if (table.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private void seek() throws SQLException {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + topic + " yet; start the connector first");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        try (PreparedStatement statement =
                database.prepareStatement("SELECT part, next_one FROM " + POSITIONS + " WHERE topic = ?")) {
            statement.setString(1, topic);
            try (ResultSet saved = statement.executeQuery()) {
                while (saved.next()) {
                    consumer.seek(new TopicPartition(topic, saved.getInt(1)), saved.getLong(2));
                }
            }
        }
    }

    private void save(TopicPartition partition) throws SQLException {
        try (PreparedStatement delete =
                        database.prepareStatement("DELETE FROM " + POSITIONS + " WHERE topic = ? AND part = ?");
                PreparedStatement insert =
                        database.prepareStatement("INSERT INTO " + POSITIONS + " VALUES (?, ?, ?)")) {
            delete.setString(1, topic);
            delete.setInt(2, partition.partition());
            delete.executeUpdate();
            insert.setString(1, topic);
            insert.setInt(2, partition.partition());
            insert.setLong(3, consumer.position(partition));
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        consumer.close();
        keys.close();
        values.close();
        database.close();
    }
}
