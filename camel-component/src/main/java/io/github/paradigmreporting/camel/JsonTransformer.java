package io.github.paradigmreporting.camel;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** The data type {@code paradigm-reporting:application-json}: a body of rows becomes text. Throws when the body holds no rows. */
@DataTypeTransformer(
        name = "paradigm-reporting:application-json",
        description = "Rows of a report as JSON: an object, or an array of them")
public final class JsonTransformer extends Transformer {
    /** A transformer that Camel makes when a route names the data type. */
    public JsonTransformer() {}

    @Override
    public void transform(Message message, DataType from, DataType to) {
        message.setBody(RowBody.of(message).json());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }
}
