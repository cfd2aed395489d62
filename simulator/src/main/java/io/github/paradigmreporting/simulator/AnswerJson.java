package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Members;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the answer to one question, row by row; nothing of it is held. */
final class AnswerJson {
    private final Usage usage;
    private final AnswerOptions answers;
    private final Question question;
    private final JsonWriter json;

    AnswerJson(Usage usage, AnswerOptions answers, Question question, JsonWriter json) {
        this.usage = usage;
        this.answers = answers;
        this.question = question;
        this.json = json;
    }

    void write() throws IOException {
        json.object();
        switch (question.endpoint()) {
            case CHAT_SESSIONS -> chatSessions();
            case CHATS_FEEDBACK -> {
                MetadataJson.feedback(json, answers);
                days("reporting", Reports.FEEDBACK, DayJson::feedback);
            }
            case USED_DOCUMENTS -> {
                MetadataJson.documents(json, answers);
                days("reporting", Reports.DOCUMENTS, DayJson::documents);
            }
            case TOOLS -> {
                MetadataJson.tools(json, answers);
                days("reporting", Reports.TOOLS, DayJson.tools(answers));
            }
            case USERS -> {
                members();
                MetadataJson.members(json, answers);
            }
        }
        json.endObject();
        json.flush();
    }

    private void chatSessions() throws IOException {
        MetadataJson.sessions(json, answers);
        days("reporting", Reports.SESSIONS, DayJson.sessions(answers));
        if (!answers.legacy() && !answers.emptyReporting()) {
            MetadataJson.threads(json);
            days("reporting_agent", Reports.THREADS, DayJson.threads(answers));
        }
    }

    private <R extends Row> void days(String field, Report<R> report, DayJson<R> dayJson) throws IOException {
        json.name(field).array();
        for (Company company : companies()) {
            company(company, report, dayJson);
        }
        json.endArray();
    }

    private <R extends Row> void company(Company company, Report<R> report, DayJson<R> dayJson) throws IOException {
        boolean open = false;
        LocalDate last = null;
        Iterator<LocalDate> days =
                order(usage.days(company, question.from(), question.to())).iterator();
        while (days.hasNext()) {
            LocalDate day = days.next();
            Iterator<R> rows = usage.slice(report, company, day).iterator();
            if (rows.hasNext() || (lists(report) && usage.listsEmpty(company, day))) {
                if (!open) {
                    open = open(company);
                }
                day(day, rows, dayJson);
                last = day;
            }
        }
        if (last != null && answers.lie() == Lie.DUPLICATE_DAY) {
            day(last, usage.slice(report, company, last).iterator(), dayJson);
        }
        if (open || (answers.listInactive() && open(company))) {
            json.endArray().endObject();
        }
    }

    /** Reports that list many rows per day can list a day without any. */
    private static boolean lists(Report<?> report) {
        return report == (Object) Reports.DOCUMENTS || report == (Object) Reports.TOOLS;
    }

    private boolean open(Company company) throws IOException {
        json.object();
        json.name("company").object();
        json.name("name").value(company.name());
        json.name("id").value(company.id());
        json.endObject();
        json.name("dates").array();
        return true;
    }

    private <R extends Row> void day(LocalDate day, Iterator<R> rows, DayJson<R> dayJson) throws IOException {
        json.object();
        json.name("date").value(day.toString());
        dayJson.write(json, rows);
        json.endObject();
    }

    private void members() throws IOException {
        json.name("reporting").array();
        for (Company company : companies()) {
            Iterator<Members> rows =
                    usage.members(company, question.from(), question.to()).iterator();
            while (rows.hasNext()) {
                Members row = rows.next();
                json.object();
                json.name("company").object();
                json.name("id").value(row.companyId());
                json.name("name").value(row.companyName());
                json.endObject();
                json.name("total_historical_members").value(row.totalHistoricalMembers());
                json.name("current_active_members").value(row.currentActiveMembers());
                json.endObject();
            }
        }
        json.endArray();
    }

    private List<Company> companies() {
        if (answers.emptyReporting()) {
            return List.of();
        }
        @Nullable Long only = question.company();
        List<Company> companies = new ArrayList<>();
        usage.world().companies().values().stream()
                .filter(company -> only == null || company.id() == only)
                .forEach(companies::add);
        if (answers.shuffled()) {
            companies.sort(Comparator.comparingLong(company -> new Dice(1).bits(company.id())));
        }
        if (answers.lie() == Lie.DUPLICATE_COMPANY && !companies.isEmpty()) {
            companies.add(companies.get(0));
        }
        return companies;
    }

    private Stream<LocalDate> order(Stream<LocalDate> days) {
        return answers.shuffled()
                ? days.sorted(Comparator.comparingLong(day -> new Dice(2).bits(day.toEpochDay())))
                : days;
    }
}
