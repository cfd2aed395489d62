package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * Answers of status 200 that are not what the API's reference shows: some must be refused, as no figure of them can be
 * trusted, and some an instance may give. The table of them in {@code docs/errors.md} is made from here, and every adapter is
 * tried against all of them. Each constant spoils one thing in an answer that is right otherwise.
 */
public enum OddAnswer {
    /** {@code {}}. */
    EMPTY_OBJECT(Verdict.REFUSED, "an object without any field", json -> "{}"),
    /** {@code []}. */
    LIST(Verdict.REFUSED, "a list instead of an object", json -> "[]"),
    /** {@code null}. */
    NULL(Verdict.REFUSED, "`null`", json -> "null"),
    /** A web page that calls itself JSON. */
    PAGE(Verdict.REFUSED, "a web page that is declared as JSON", json -> "<html><body>Sign in</body></html>"),
    /** No {@code reporting}. */
    REPORTING_MISSING(Verdict.REFUSED, "no `reporting`", json -> json.replaceFirst("\"reporting\":", "\"report\":")),
    /** {@code "reporting": null}. */
    REPORTING_NULL(Verdict.REFUSED, "`null` for `reporting`", json -> replaceValue(json, "reporting", "null")),
    /** {@code "reporting": {}}. */
    REPORTING_OBJECT(Verdict.REFUSED, "an object for `reporting`", json -> replaceValue(json, "reporting", "{}")),
    /** The report is there, and then again, empty. */
    REPORTING_TWICE(Verdict.REFUSED, "`reporting` twice", json -> json.replaceFirst("}$", ",\"reporting\":[]}")),
    /** The first of several pages. */
    NEXT_PAGE(
            Verdict.REFUSED,
            "`next`, the address of another page, as other lists of the API have it",
            json -> json.replaceFirst("}$", ",\"next\":\"/api/v2/reporting/chat-sessions/?page=2\"}")),
    /** The report, and that it failed. */
    ERROR_BESIDE(
            Verdict.REFUSED,
            "`error`, `errors` or `detail` beside the report, by which the API names what went wrong",
            json -> json.replaceFirst("^\\{", "{\"error\":\"timeout\",")),
    /** {@code null} among the companies. */
    COMPANY_NULL(Verdict.REFUSED, "`null` for a company", json -> json.replaceFirst("\"reporting\":\\[", "$0null,")),
    /** The first company without its object. */
    COMPANY_MISSING(
            Verdict.REFUSED, "days without their company", json -> replaceFirst(json, "\"company\":", "\"firm\":")),
    /** The first company is there twice. */
    COMPANY_TWICE(
            Verdict.REFUSED,
            "a company's day twice, in two entries of the company",
            json -> twice(json, "", "{\"company\":")),
    /** The first company without {@code dates}. */
    DATES_MISSING(Verdict.REFUSED, "a company without `dates`", json -> replaceFirst(json, "\"dates\":", "\"days\":")),
    /** {@code "dates": null}. */
    DATES_NULL(Verdict.REFUSED, "`null` for a company's `dates`", json -> replaceValue(json, "dates", "null")),
    /** {@code null} among the days. */
    DAY_NULL(Verdict.REFUSED, "`null` for a day", json -> json.replaceFirst("\"dates\":\\[", "$0null,")),
    /** The first day is there twice. */
    DAY_TWICE(Verdict.REFUSED, "a day twice", json -> twice(json, "", "{\"date\":")),
    /** A day that nobody requested. */
    DAY_NOT_REQUESTED(Verdict.REFUSED, "a day that was not requested", json -> date(json, "\"1999-12-31\"")),
    /** The answer to a request for other days, as when two answers are swapped. */
    OTHER_DAYS(
            Verdict.REFUSED,
            "the answer to a request for other days",
            json -> json.replaceAll("\"date\":\"\\d{4}-", "\"date\":\"2019-")),
    /** The answer to a request for another report. */
    OTHER_REPORT(
            Verdict.REFUSED,
            "the answer to a request for another report",
            json -> json.replaceAll("\"(sessions|chats|feedback|documents|tools)\":", "\"other\":")),
    /** A day without its date. */
    DATE_MISSING(Verdict.REFUSED, "a day without its date", json -> replaceFirst(json, "\"date\":", "\"day\":")),
    /** {@code "date": null}. */
    DATE_NULL(Verdict.REFUSED, "`null` for a date", json -> date(json, "null")),
    /** An instant for a day. */
    DATE_WITH_TIME(
            Verdict.REFUSED,
            "a date with a time of day",
            json -> json.replaceFirst("(\"date\":\"[-0-9]+)\"", "$1T00:00:00Z\"")),
    /** A day as it is written in France. */
    DATE_OF_OTHER_FORM(
            Verdict.REFUSED,
            "a date in another form, such as `02/03/2026`",
            json -> json.replaceFirst("\"date\":\"(\\d+)-(\\d+)-(\\d+)\"", "\"date\":\"$3/$2/$1\"")),
    /** 30 February. */
    DATE_THAT_IS_NONE(Verdict.REFUSED, "a date that does not exist", json -> date(json, "\"2026-02-30\"")),
    /** A number for a day. */
    DATE_NUMBER(Verdict.REFUSED, "a number for a date", json -> date(json, "20260302")),
    /** A day with nothing but its date. */
    DAY_WITHOUT_FIGURES(
            Verdict.REFUSED,
            "a day without any figure, among others that have some",
            json -> json.replaceFirst(
                    "(\\{\"date\":\"[-0-9]+\"),\"(sessions|feedback|documents|tools|chats)\":(\\{[^{}]*}|\\[[^\\[\\]]*])"
                            + "(,\"chats\":\\{[^{}]*})?",
                    "$1")),
    /** {@code "chats": null} in one day. */
    FIGURES_NULL(Verdict.REFUSED, "`null` for a day's figures", json -> replaceValue(json, "chats", "null")),
    /** One day lacks {@code chats}, the others have it. */
    FIGURES_OF_SOME_DAYS(
            Verdict.REFUSED,
            "figures that some days have and others do not",
            json -> replaceFirst(json, "\"chats\":", "\"chat\":")),
    /** No id. */
    ID_MISSING(Verdict.REFUSED, "a company without its id", json -> replaceFirst(json, "\"id\":", "\"number\":")),
    /** {@code "id": null}. */
    ID_NULL(Verdict.REFUSED, "`null` for an id", json -> id(json, "null")),
    /** {@code "id": 0}. */
    ID_ZERO(Verdict.REFUSED, "the id 0", json -> id(json, "0")),
    /** {@code "id": -1}. */
    ID_NEGATIVE(Verdict.REFUSED, "an id below 0", json -> id(json, "-1")),
    /** {@code "id": "1"}. */
    ID_TEXT(Verdict.REFUSED, "a text for an id", json -> id(json, "\"1\"")),
    /** Two ids for one company. */
    ID_TWICE(Verdict.REFUSED, "an id twice", json -> id(json, "1,\"id\":2")),
    /** {@code -5}. */
    COUNT_NEGATIVE(Verdict.REFUSED, "a count below 0", json -> count(json, "-5")),
    /** {@code "3"}. */
    COUNT_TEXT(Verdict.REFUSED, "a text for a number", json -> count(json, "\"3\"")),
    /** {@code true}. */
    COUNT_TRUTH_VALUE(Verdict.REFUSED, "`true` for a number", json -> count(json, "true")),
    /** {@code 2.5}. */
    COUNT_FRACTION(Verdict.REFUSED, "a count with a fraction", json -> count(json, "2.5")),
    /** {@code 1e30}. */
    COUNT_TOO_LARGE(Verdict.REFUSED, "a count beyond 64 bits", json -> count(json, "1e30")),
    /** {@code {"value": 3}}. */
    COUNT_OBJECT(Verdict.REFUSED, "an object for a number", json -> count(json, "{\"value\":3}")),
    /** A figure with two values. */
    COUNT_TWICE(Verdict.REFUSED, "a figure twice", json -> count(json, "1,\"user_queries_count\":777")),
    /** {@code NaN}. */
    AVERAGE_NAN(Verdict.REFUSED, "`NaN`", json -> average(json, "NaN")),
    /** {@code 1e400}. */
    AVERAGE_INFINITE(Verdict.REFUSED, "a number that is not finite, such as `1e400`", json -> average(json, "1e400")),
    /** {@code -0.5}. */
    AVERAGE_NEGATIVE(Verdict.REFUSED, "an average below 0", json -> average(json, "-0.5")),
    /** {@code "documents": null}. */
    DOCUMENTS_NULL(
            Verdict.REFUSED, "`null` for a day's documents or tools", json -> replaceValue(json, "documents", "null")),
    /** A day without its array. */
    DOCUMENTS_MISSING(
            Verdict.REFUSED,
            "a day without its array of documents or tools",
            json -> replaceFirst(json, "\"documents\":", "\"files\":")),
    /** A document is there twice in a day. */
    DOCUMENT_TWICE(Verdict.REFUSED, "a document or tool of a day twice", json -> twice(json, "\"documents\":[", "{")),
    /** A document without its figure. */
    DOCUMENT_WITHOUT_FIGURE(
            Verdict.REFUSED,
            "a document or tool without its figure",
            json -> replaceFirst(json, "\"usage_count\":", "\"count\":")),
    /** {@code "document_id": 0}. */
    DOCUMENT_ID_ZERO(Verdict.REFUSED, "the id 0 of a document", json -> replaceValue(json, "document_id", "0")),
    /** Text follows the answer. */
    TEXT_AFTER_END(Verdict.REFUSED, "text after the end", json -> json + " garbage"),
    /** A second answer follows. */
    SECOND_ANSWER(Verdict.REFUSED, "a second answer after the end", json -> json + json),
    /** {@code [1,]}. */
    TRAILING_COMMA(Verdict.REFUSED, "a comma before a closing bracket", json -> json.replaceFirst("]}$", ",]}")),
    /** Bytes that are no UTF-8. */
    BYTES_OF_NO_TEXT(Verdict.REFUSED, "bytes that are not UTF-8", (json, now) -> {
        byte[] bytes = utf8(json);
        bytes[json.indexOf("\"name\":\"") + 8] = (byte) 0xFF;
        return Sent.plain(bytes, now);
    }),
    /** The instance's clock is two days ahead. */
    CLOCK_AHEAD(
            Verdict.REFUSED,
            "a `Date` more than a day ahead of this machine's clock: days would settle that are not over",
            (json, now) -> Sent.plain(utf8(json), now.plus(Duration.ofDays(2)))),
    /** The instance's clock is two days behind. */
    CLOCK_BEHIND(
            Verdict.REFUSED,
            "a `Date` more than a day behind",
            (json, now) -> Sent.plain(utf8(json), now.minus(Duration.ofDays(2)))),
    /** An answer out of a cache. */
    OLD_COPY(Verdict.REFUSED, "a copy that a cache made more than a day ago, by its `Age`", (json, now) -> Sent.plain(
                    utf8(json), now.minus(Duration.ofDays(2)))
            .with("Age", Long.toString(Duration.ofDays(2).toSeconds()))),

    /** No body at all. */
    NO_BODY(Verdict.BROKEN, "no body", json -> ""),
    /** The answer ends in the middle, and HTTP calls it whole. */
    HALF(Verdict.BROKEN, "the first half of an answer", json -> json.substring(0, json.length() / 2)),
    /** The last bracket is missing. */
    LAST_BYTE_MISSING(Verdict.BROKEN, "all but the last byte", json -> json.substring(0, json.length() - 1)),
    /** {@code Content-Length} is more than comes. */
    LENGTH_OF_MORE(Verdict.BROKEN, "a `Content-Length` of more than came", (json, now) -> {
        byte[] bytes = utf8(json);
        return new Sent(bytes, now, Map.of(), "Content-Length: " + (bytes.length + 9) + "\r\n");
    }),
    /** {@code Content-Length: abc}. */
    LENGTH_OF_NO_NUMBER(
            Verdict.BROKEN,
            "a `Content-Length` that is no number",
            (json, now) -> new Sent(utf8(json), now, Map.of(), "Content-Length: abc\r\n")),
    /** The chunk that ends an answer is missing. */
    LAST_CHUNK_MISSING(Verdict.BROKEN, "no last chunk", (json, now) -> {
        byte[] bytes = utf8(json);
        byte[] size = utf8(Integer.toHexString(bytes.length) + "\r\n");
        byte[] chunk = join(size, join(bytes, utf8("\r\n")));
        return new Sent(chunk, now, Map.of(), "Transfer-Encoding: chunked\r\n");
    }),
    /** The checksum of gzip is another answer's. */
    CHECKSUM(Verdict.BROKEN, "a gzip checksum that does not fit", (json, now) -> {
        byte[] packed = gzip(json);
        packed[packed.length - 8] ^= 1;
        return Sent.plain(packed, now).with("Content-Encoding", "gzip");
    }),
    /** The end of gzip is missing. */
    CHECKSUM_MISSING(Verdict.BROKEN, "no gzip checksum", (json, now) -> {
        byte[] packed = gzip(json);
        return Sent.plain(Arrays.copyOf(packed, packed.length - 8), now).with("Content-Encoding", "gzip");
    }),

    /** No company where there were some. */
    NO_COMPANIES(
            Verdict.DOUBTED,
            "no company at all (whether companies without activity are listed is open: even odds)",
            json -> replaceValue(json, "reporting", "[]")),
    /** All companies, none with a day. */
    NO_DAYS(
            Verdict.DOUBTED,
            "companies, but no day of any of them (days without activity are left out: 60 %)",
            json -> json.replaceAll("\"dates\":\\[.*?}]}(?=[,\\]])", "\"dates\":[]}")),

    /** One company of several is missing. */
    COMPANY_ABSENT(Verdict.TAKEN, "one company less than before (without activity or deleted: even odds)", json -> {
        int begin = json.indexOf("{\"company\":");
        int end = end(json, begin);
        return json.substring(0, begin) + json.substring(json.charAt(end) == ',' ? end + 1 : end);
    }),
    /** One day of several is missing. */
    DAY_ABSENT(
            Verdict.TAKEN,
            "one day less than before (days without activity are left out: 60 %; past days may change: 65 %)",
            json -> {
                int begin = json.indexOf("{\"date\":");
                int end = end(json, begin);
                return json.substring(0, begin) + json.substring(json.charAt(end) == ',' ? end + 1 : end);
            }),
    /** A figure is null. */
    COUNT_NULL(
            Verdict.TAKEN,
            "`null` for a figure: a null cell (60 % for averages and instants)",
            json -> count(json, "null")),
    /** A figure is missing. */
    COUNT_MISSING(
            Verdict.TAKEN,
            "a figure is missing: a null cell (instances may be older than a figure: sure)",
            json -> replaceFirst(json, "\"user_queries_count\":", "\"queries\":")),
    /** A figure is lower than before. */
    COUNT_LOWER(Verdict.TAKEN, "another figure than before: it was restated (65 %)", json -> count(json, "0")),
    /** All days lack {@code sessions}. */
    FIGURES_OF_NO_DAY(
            Verdict.TAKEN,
            "an object of figures that all days lack alike: null cells (instances may be older than it: sure)",
            json -> json.replace("\"chats\":", "\"chat\":")),
    /** {@code "document_title": null}. */
    DOCUMENT_TITLE_NULL(
            Verdict.TAKEN,
            "`null` for a title: a null cell (60 %)",
            json -> replaceValue(json, "document_title", "null")),
    /** {@code 3.0} for {@code 3}. */
    COUNT_WITH_POINT(Verdict.TAKEN, "a count such as `3.0`", json -> count(json, "3.0")),
    /** Fields that nobody knows. */
    UNKNOWN_FIELDS(
            Verdict.TAKEN,
            "fields that are not known, however deep (instances may be newer: sure)",
            json -> json.replaceFirst("^\\{", "{\"new\":{\"deep\":[[1,{}]]},")
                    .replaceFirst("\\{\"date\":", "{\"also\":[],\"date\":")),
    /** {@code "next": null}. */
    NO_NEXT_PAGE(
            Verdict.TAKEN,
            "`null` for `next` or `error`, or an empty list of `errors`",
            json -> json.replaceFirst("}$", ",\"next\":null,\"error\":null,\"errors\":[]}")),
    /** A byte order mark. */
    BYTE_ORDER_MARK(Verdict.TAKEN, "a byte order mark", json -> "\ufeff" + json),
    /** Blanks and line ends. */
    WHITE_SPACE(
            Verdict.TAKEN,
            "white space around the answer and in it",
            json -> "\n " + json.replace(",", " ,\r\n") + " \n"),
    /** A clock that differs by hours. */
    CLOCK_HOURS_AHEAD(
            Verdict.TAKEN,
            "a `Date` up to a day off",
            (json, now) -> Sent.plain(utf8(json), now.plus(Duration.ofHours(20))));

    /** What is to be made of an answer. */
    public enum Verdict {
        /** No figure of it can be trusted: it is an error. */
        REFUSED("Refused with `UNEXPECTED_RESPONSE`, after one more attempt"),
        /** It ended before its end: it is requested again as often as attempts allow, then it is an error. */
        BROKEN("Refused with `CONNECTION`, after as many attempts as `attempts` allows"),
        /** It may be so, but a single one settles nothing and makes nothing vanish. */
        DOUBTED("Taken as it is, but settles no day and lets no row vanish before the next answer has none either"),
        /** An instance may answer so. */
        TAKEN("Taken: an instance may answer so");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** What happens, for people. */
        @Override
        public String toString() {
            return text;
        }
    }

    private final Verdict verdict;
    private final String what;

    @SuppressWarnings("ImmutableEnumChecker") // each is a pure function
    private final Wire wire;

    OddAnswer(Verdict verdict, String what, UnaryOperator<String> edit) {
        this(verdict, what, (json, now) -> Sent.plain(utf8(edit.apply(json)), now));
    }

    OddAnswer(Verdict verdict, String what, Wire wire) {
        this.verdict = verdict;
        this.what = what;
        this.wire = wire;
    }

    /**
     * What is to be made of it.
     *
     * @return the decision
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * The report in whose answer it shows.
     *
     * @return one that counts by day
     */
    public Report<?> report() {
        return name().startsWith("DOCUMENT") ? Reports.DOCUMENTS : Reports.SESSIONS;
    }

    /**
     * What is odd, in Markdown.
     *
     * @return part of a sentence; in brackets how sure it is that an instance may answer so, where the API's reference leaves it open
     */
    public String what() {
        return what;
    }

    /** The name on the command line, such as {@code reporting-null}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What goes over the wire instead of a right answer. */
    Sent sent(String json, Instant now) {
        return wire.sent(json, now);
    }

    private static String replaceFirst(String json, String what, String with) {
        int at = json.indexOf(what, json.indexOf("\"reporting\":"));
        return at < 0 ? json : json.substring(0, at) + with + json.substring(at + what.length());
    }

    /** Another value for the first field of a name. */
    private static String replaceValue(String json, String field, String value) {
        String name = "\"" + field + "\":";
        int at = json.indexOf(name, json.indexOf("\"reporting\":"));
        if (at < 0) {
            return json;
        }
        int begin = at + name.length();
        return json.substring(0, begin) + value + json.substring(end(json, begin));
    }

    /** The first value behind a text that begins so, and the same once more; an answer that has none stays as it is. */
    private static String twice(String json, String before, String beginning) {
        int found = json.indexOf(before + beginning);
        if (found < 0) {
            return json;
        }
        int begin = found + before.length();
        return json.substring(0, begin) + json.substring(begin, end(json, begin)) + "," + json.substring(begin);
    }

    private static String date(String json, String value) {
        return replaceValue(json, "date", value);
    }

    private static String id(String json, String value) {
        return replaceValue(json, "id", value);
    }

    private static String count(String json, String value) {
        return replaceValue(json, "user_queries_count", value);
    }

    private static String average(String json, String value) {
        return replaceValue(json, "average_session_length", value);
    }

    /** The end of the value that begins at a place; texts of the simulator hold no brackets. */
    private static int end(String json, int begin) {
        int depth = 0;
        boolean quoted = false;
        for (int i = begin; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
                return i;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return json.length();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @FunctionalInterface
    private interface Wire {
        Sent sent(String json, Instant now);
    }

    /**
     * An answer as it is sent.
     *
     * @param body its bytes
     * @param date its {@code Date}
     * @param headers further headers
     * @param framing how long it says it is, as lines of the head
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sent(byte[] body, Instant date, Map<String, String> headers, String framing) {
        static Sent plain(byte[] body, Instant date) {
            return new Sent(body, date, Map.of(), "Content-Length: " + body.length + "\r\n");
        }

        Sent with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Sent(body, date, more, framing);
        }
    }
}
