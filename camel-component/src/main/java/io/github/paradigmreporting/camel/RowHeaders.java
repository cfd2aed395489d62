package io.github.paradigmreporting.camel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The same headers again and again with other values. The names are sorted once, and a message gets a copy of the sorted
 * map: seven names that begin alike, put one by one into a map that ignores case, cost more than all else of a message that
 * is ours. For one thread.
 */
final class RowHeaders {
    private final TreeMap<String, @Nullable Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Map.Entry<String, @Nullable Object>> places;

    /** Headers of these names. */
    RowHeaders(List<String> names) {
        names.forEach(name -> headers.put(name, ""));
        // An entry of the map itself, whose value can be set, is what iterating gives.
        Map<String, Map.Entry<String, @Nullable Object>> entries = new TreeMap<>();
        headers.entrySet().forEach(entry -> entries.put(entry.getKey(), entry));
        this.places = names.stream().map(entries::get).toList();
    }

    /** Gives a message these headers, and no others, with values in the order of the names. */
    void set(Message message, @Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            places.get(i).setValue(values[i]);
        }
        message.setHeaders(headers);
    }
}
