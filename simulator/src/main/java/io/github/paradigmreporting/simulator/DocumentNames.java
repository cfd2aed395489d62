package io.github.paradigmreporting.simulator;

import org.jspecify.annotations.Nullable;

/** Names and titles of documents: believable, and a test for every encoder on the way. */
final class DocumentNames {
    private static final String[][] WORKS = {
        {"leave-policy", "Leave policy"},
        {"Größentabelle, v2 \"final\"", "Größentabelle"},
        {"onboarding_guide", "Onboarding guide"},
        {"Règlement intérieur", "Règlement intérieur – édition 2"},
        {"price list (EU)", "Price list, \"EU\""},
        {"travel-expenses", "Travel expenses: what is paid, and when"},
        {"契約書テンプレート", "契約書テンプレート"},
        {"security\\checklist", "Security checklist"},
        {"Procédure qualité", "Procédure qualité n° 7"},
        {"product-roadmap", "Product roadmap"},
        {"O'Brien valve manual", "Valve manual"},
        {"données_brutes", "Données brutes\tvague 1"},
    };
    private static final String[] ENDINGS = {".pdf", ".docx", ".xlsx", ".pptx", ".md", ".pdf"};

    private DocumentNames() {}

    static String filename(long companyId, long rank) {
        int i = index(companyId, rank);
        String ending = ENDINGS[(int) ((rank * 5 + companyId) % ENDINGS.length)];
        return rank < WORKS.length ? WORKS[i][0] + ending : WORKS[i][0] + '-' + rank + ending;
    }

    /** One document in six has no title. */
    static @Nullable String title(long companyId, long rank) {
        if ((rank + companyId) % 6 == 4) {
            return null;
        }
        String title = WORKS[index(companyId, rank)][1];
        return rank < WORKS.length ? title : title + " (" + rank + ')';
    }

    private static int index(long companyId, long rank) {
        return (int) ((rank + companyId) % WORKS.length);
    }
}
