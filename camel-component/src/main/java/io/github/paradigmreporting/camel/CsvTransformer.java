package io.github.paradigmreporting.camel;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** The data type {@code paradigm-reporting:text-csv}: a body of rows becomes text. Throws when the body holds no rows. */
@DataTypeTransformer(
        name = "paradigm-reporting:text-csv",
        description = "Rows of a report as CSV, with a line of column names")
public final class CsvTransformer extends Transformer {
    /** A transformer that Camel makes when a route names the data type. */
    public CsvTransformer() {}

    @Override
    public void transform(Message message, DataType from, DataType to) {
        message.setBody(RowBody.of(message).csv());
        message.setHeader(Exchange.CONTENT_TYPE, "text/csv");
    }
}
