package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.model.ThreadsDay;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of the reports with one row per company and day: sessions, threads, feedback. */
final class ChatRows {
    private final AnswerOptions answers;

    ChatRows(AnswerOptions answers) {
        this.answers = answers;
    }

    Stream<SessionsDay> sessions(CompanyDay day) {
        CompanyDay.Chats chats = day.sessions();
        if (chats.begun() == 0 && !zeros(day)) {
            return Stream.empty();
        }
        return Stream.of(new SessionsDay(
                day.company().id(),
                day.company().name(),
                day.day(),
                chats.begun(),
                models(day, chats),
                length(day, chats, 260),
                chats.queries(),
                answers.legacy() ? null : chats.withDocs(),
                chats.responses(),
                last(chats)));
    }

    Stream<ThreadsDay> threads(CompanyDay day) {
        CompanyDay.Chats chats = day.threads();
        if (answers.legacy() || (chats.begun() == 0 && !zeros(day))) {
            return Stream.empty();
        }
        return Stream.of(new ThreadsDay(
                day.company().id(),
                day.company().name(),
                day.day(),
                chats.begun(),
                models(day, chats),
                length(day, chats, 95),
                chats.queries(),
                chats.withDocs(),
                chats.responses(),
                last(chats)));
    }

    Stream<FeedbackDay> feedback(CompanyDay day) {
        long responses = day.sessions().responses();
        if (responses == 0 && !zeros(day)) {
            return Stream.empty();
        }
        Dice dice = day.dice();
        return Stream.of(new FeedbackDay(
                day.company().id(),
                day.company().name(),
                day.day(),
                responses,
                (long) (responses * 0.08 * dice.around(0.5, 30)),
                (long) (responses * 0.02 * dice.around(0.8, 31)),
                (long) (responses * 0.16 * dice.around(0.4, 32))));
    }

    private boolean zeros(CompanyDay day) {
        return answers.zeroFilled() && day.begun();
    }

    private static long models(CompanyDay day, CompanyDay.Chats chats) {
        return chats.responses() == 0
                ? 0
                : Math.min(chats.responses(), 1 + day.dice().below(chats.responses() > 100 ? 4 : 2, 40));
    }

    /** A mean that moves as chats are added, as a real one does. */
    private @Nullable Double length(CompanyDay day, CompanyDay.Chats chats, double usual) {
        if (chats.begun() == 0) {
            return answers.zeroAverages() ? Double.valueOf(0) : null;
        }
        double seconds = usual * day.dice().around(0.4, 50) * day.dice().around(0.1, 1000 + chats.begun());
        return answers.wholeLengths() ? (double) Math.round(seconds) : Math.round(seconds * 100) / 100.0;
    }

    private @Nullable Instant last(CompanyDay.Chats chats) {
        return chats.responses() == 0 || answers.nullTimestamps() ? null : chats.last();
    }
}
