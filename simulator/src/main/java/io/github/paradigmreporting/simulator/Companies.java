package io.github.paradigmreporting.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes up the companies of an instance: a few large ones, many small ones, names that test every encoder. */
final class Companies {
    private static final List<String> NAMES = List.of(
            "Northwind",
            "Œuvres & Fils \"SARL\"",
            "Hafenlogistik Nord GmbH",
            "Meridian Énergie",
            "東京データ",
            "O'Hare & Day Freight",
            "Żagiel Finanse",
            "Bibliothèque du Littoral",
            "Río Verde Agrícola",
            "Back\\slash Systems",
            "Ångström Labs",
            "Alpine Dairy, Cheese; and More",
            "Emoji 🚲 Couriers",
            "Quiet Harbour");

    private static final int LARGEST = 420;
    private static final int DAYS_TO_JOIN = 365;

    private Companies() {}

    /** The companies an instance starts with, in id order; the last {@code late} ones join in the first year after {@code from}. */
    static List<Company> make(Dice dice, int count, int late, LocalDate from) {
        List<Company> companies = new ArrayList<>();
        long id = 2;
        for (int i = 0; i < count; i++) {
            Dice own = dice.about(id);
            double people = LARGEST / StrictMath.pow(i + 1, 0.9) * own.around(0.2, 1);
            LocalDate first = i < count - late ? from : inTheFirstYear(from, own);
            companies.add(new Company(id, name(i), Math.max(3, (int) people), first, null));
            id += 1 + own.below(9, 2);
        }
        return companies;
    }

    private static LocalDate inTheFirstYear(LocalDate from, Dice dice) {
        return from.plusDays(1 + dice.below(DAYS_TO_JOIN, 3));
    }

    private static String name(int i) {
        String name = NAMES.get(i % NAMES.size());
        return i < NAMES.size() ? name : name + " " + (i / NAMES.size() + 1);
    }
}
