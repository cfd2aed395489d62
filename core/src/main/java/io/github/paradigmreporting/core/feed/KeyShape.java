package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.ColumnType;
import io.github.paradigmreporting.core.report.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of the key that tells the rows of one slice apart: the report's key columns without company and day. Kept in
 * the state, so that a state can be read without its report and compared with a later catalogue's.
 */
record KeyShape(List<String> names, List<ColumnType> types) {
    static final String COMPANY = "company_id";
    static final String DAY = "date";

    static KeyShape of(Report<?> report) {
        List<String> names = new ArrayList<>();
        List<ColumnType> types = new ArrayList<>();
        for (Column<?> column : report.key()) {
            if (!column.name().equals(COMPANY) && !column.name().equals(DAY)) {
                names.add(column.name());
                types.add(column.type());
            }
        }
        return new KeyShape(List.copyOf(names), List.copyOf(types));
    }

    void pack(Packer packer) {
        packer.count(names.size());
        for (int i = 0; i < names.size(); i++) {
            packer.text(names.get(i)).text(types.get(i).name());
        }
    }

    static KeyShape unpack(Unpacker in) {
        int size = in.size();
        List<String> names = new ArrayList<>(size);
        List<ColumnType> types = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            names.add(in.text());
            types.add(ColumnType.valueOf(in.text()));
        }
        return new KeyShape(List.copyOf(names), List.copyOf(types));
    }
}
