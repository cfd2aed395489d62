package io.github.paradigmreporting.simulator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

    private Companies() {}

    /** The companies an instance starts with, in id order; the last {@code late} ones join between from and today. */
    static List<Company> make(Dice dice, int count, int late, LocalDate from, LocalDate today) {
        List<Company> companies = new ArrayList<>();
        long id = 2;
        for (int i = 0; i < count; i++) {
            Dice own = dice.about(id);
            double people = LARGEST / StrictMath.pow(i + 1, 0.9) * own.around(0.2, 1);
            LocalDate first = i < count - late ? from : between(from, today, own);
            companies.add(new Company(id, name(i), Math.max(3, (int) people), first, null));
            id += 1 + own.below(9, 2);
        }
        return companies;
    }

    private static LocalDate between(LocalDate from, LocalDate today, Dice dice) {
        long days = Math.max(1, ChronoUnit.DAYS.between(from, today));
        return from.plusDays(1 + (long) (dice.unit(3) * days));
    }

    private static String name(int i) {
        String name = NAMES.get(i % NAMES.size());
        return i < NAMES.size() ? name : name + " " + (i / NAMES.size() + 1);
    }
}
