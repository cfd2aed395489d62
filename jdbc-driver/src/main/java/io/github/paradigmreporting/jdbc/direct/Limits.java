package io.github.paradigmreporting.jdbc.direct;

/**
 * Which rows of the answer are wanted.
 *
 * @param offset rows left out
 * @param most most rows; {@code Long.MAX_VALUE} for all
 */
record Limits(long offset, long most) {
    /** Reads {@code LIMIT n [OFFSET m]} or {@code [OFFSET m] [FETCH FIRST n ROWS ONLY]}. */
    static Limits read(Words words, long top) {
        long offset = 0;
        long most = top;
        if (top == Long.MAX_VALUE && words.take("LIMIT")) {
            most = count(words);
            return new Limits(words.take("OFFSET") ? offset(words) : 0, most);
        }
        if (words.take("OFFSET")) {
            offset = offset(words);
        }
        if (top == Long.MAX_VALUE && words.take("FETCH")) {
            if (!words.take("FIRST")) {
                words.expect("NEXT");
            }
            most = count(words);
            rows(words, true);
            words.expect("ONLY");
        }
        return new Limits(offset, most);
    }

    private static long offset(Words words) {
        long offset = count(words);
        rows(words, false);
        return offset;
    }

    private static void rows(Words words, boolean needed) {
        if (!words.take("ROWS") && !words.take("ROW") && needed) {
            throw new Declined();
        }
    }

    private static long count(Words words) {
        long count = words.number();
        if (count > Integer.MAX_VALUE) {
            throw new Declined();
        }
        return count;
    }
}
