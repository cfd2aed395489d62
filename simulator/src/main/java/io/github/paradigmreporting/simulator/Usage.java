package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

/** The usage of the instance at one moment: made-up rows with the edits on top. What answers and the truth both read. */
final class Usage {
    private final DataOptions data;
    private final AnswerOptions answers;
    private final World world;
    private final Moment moment;
    private final Map<Report<?>, RowSource> sources;

    Usage(DataOptions data, AnswerOptions answers, World world, Moment moment) {
        this.data = data;
        this.answers = answers;
        this.world = world;
        this.moment = moment;
        ChatRows chats = new ChatRows(answers);
        DocumentRows documents = new DocumentRows(data);
        this.sources = Map.of(
                Reports.SESSIONS, chats::sessions,
                Reports.THREADS, chats::threads,
                Reports.FEEDBACK, chats::feedback,
                Reports.DOCUMENTS, documents::rows,
                Reports.TOOLS, ToolRows::rows);
    }

    World world() {
        return world;
    }

    Moment moment() {
        return moment;
    }

    /** The days of a range that may hold rows of a company. */
    Stream<LocalDate> days(Company company, LocalDate from, LocalDate to) {
        LocalDate first = company.firstDay().isBefore(world.earliestEdit()) ? company.firstDay() : world.earliestEdit();
        LocalDate start = from.isBefore(first) ? first : from;
        LocalDate end = to.isAfter(moment.today()) ? moment.today() : to;
        return start.isAfter(end) ? Stream.empty() : start.datesUntil(end.plusDays(1));
    }

    /** Whether an empty day is listed all the same. */
    boolean listsEmpty(Company company, LocalDate day) {
        return answers.zeroFilled() && new CompanyDay(data, company, day, moment).begun();
    }

    /** The rows of a slice, made one by one. */
    <R extends Row> Stream<R> slice(Report<R> report, Company company, LocalDate day) {
        RowSource source = sources.get(report);
        if (source == null) {
            throw new IllegalStateException("the simulator has no rows for report " + report);
        }
        Stream<R> rows = source.rows(new CompanyDay(data, company, day, moment)).map(report.rowType()::cast);
        return world.apply(report, company.id(), day, rows);
    }

    /** The member rows of a company: one, unless an edit says otherwise. */
    Stream<Members> members(Company company, LocalDate from, LocalDate to) {
        Members row = MemberRows.row(company, from, to, moment.today());
        return world.apply(Reports.MEMBERS, company.id(), Edits.NO_DAY, Stream.of(row))
                .map(m -> new Members(
                        m.companyId(),
                        m.companyName(),
                        from,
                        to,
                        m.totalHistoricalMembers(),
                        m.currentActiveMembers()));
    }
}
