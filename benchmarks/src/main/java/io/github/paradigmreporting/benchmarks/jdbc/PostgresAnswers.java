package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The messages that {@link PostgresEmulator} answers with, of PostgreSQL's protocol 3. */
final class PostgresAnswers {
    private static final int FIRST_DAY_OF_MARCH = 59;
    private static final int DAYS = 31;
    private static final List<Object[]> ROWS =
            SampleRows.sessions(SampleRows.YEAR).subList(FIRST_DAY_OF_MARCH, FIRST_DAY_OF_MARCH + DAYS);
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final DataOutputStream out;

    PostgresAnswers(DataOutputStream out) {
        this.out = out;
    }

    void welcome() throws IOException {
        send('R', message -> message.writeInt(0));
        parameter("server_version", "16.0");
        parameter("server_encoding", "UTF8");
        parameter("client_encoding", "UTF8");
        parameter("DateStyle", "ISO, MDY");
        parameter("TimeZone", "UTC");
        parameter("integer_datetimes", "on");
        parameter("standard_conforming_strings", "on");
        ready();
    }

    /** Answers one message; false when it was the last. */
    boolean answer(char type, byte[] body) throws IOException {
        switch (type) {
            case 'P' -> send('1', message -> {});
            case 'B' -> send('2', message -> {});
            case 'D' -> describe();
            case 'E' -> execute();
            case 'C' -> send('3', message -> {});
            case 'S' -> ready();
            case 'H' -> out.flush();
            case 'Q' -> {
                describe();
                execute();
                ready();
            }
            case 'X' -> {
                return false;
            }
            default -> throw new IOException("message " + type + " of " + body.length + " bytes");
        }
        return true;
    }

    private void describe() throws IOException {
        send('T', message -> {
            message.writeShort(SampleRows.SESSIONS.size());
            for (SampleRows.Column column : SampleRows.SESSIONS) {
                text(message, column.name());
                message.writeInt(0);
                message.writeShort(0);
                message.writeInt(oid(column.type()));
                message.writeShort(column.type() == Types.VARCHAR ? -1 : column.type() == Types.DATE ? 4 : 8);
                message.writeInt(-1);
                message.writeShort(0);
            }
        });
    }

    private void execute() throws IOException {
        for (Object[] row : ROWS) {
            send('D', message -> {
                message.writeShort(row.length);
                for (int n = 0; n < row.length; n++) {
                    byte[] cell =
                            cell(row[n], SampleRows.SESSIONS.get(n).type()).getBytes(StandardCharsets.UTF_8);
                    message.writeInt(cell.length);
                    message.write(cell);
                }
            });
        }
        send('C', message -> text(message, "SELECT " + DAYS));
    }

    private static int oid(int type) {
        return switch (type) {
            case Types.BIGINT -> 20;
            case Types.DOUBLE -> 701;
            case Types.DATE -> 1082;
            case Types.TIMESTAMP -> 1114;
            default -> 1043;
        };
    }

    private static String cell(Object value, int type) {
        return switch (type) {
            case Types.DATE -> LocalDate.ofEpochDay((Integer) value).toString();
            case Types.TIMESTAMP ->
                TIMESTAMP.format(Instant.ofEpochMilli((Long) value).atOffset(ZoneOffset.UTC));
            default -> value.toString();
        };
    }

    private void parameter(String name, String value) throws IOException {
        send('S', message -> {
            text(message, name);
            text(message, value);
        });
    }

    private void ready() throws IOException {
        send('Z', message -> message.writeByte('I'));
        out.flush();
    }

    private static void text(DataOutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
        to.writeByte(0);
    }

    private interface Content {
        void write(DataOutputStream to) throws IOException;
    }

    private void send(char type, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        out.writeByte(type);
        out.writeInt(bytes.size() + Integer.BYTES);
        bytes.writeTo(out);
    }
}
