package org.dripline.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else is known of a patient when the referral comes.
 *
 * @param drugs taken for the depression, and still
 * @param problem another one, if there is one
 * @param allergy or that none is known; nothing when nobody asked
 */
record Health(
        List<Drug> drugs,
        @Nullable Problem problem,
        @Nullable Allergy allergy) {

    private static final Allergy NONE_KNOWN = new Allergy("No known allergy", null, null);

    /** @param weeks before the first session since when it is taken */
    record Drug(String agent, String mgPerDay, int weeks) {}

    /**
     * A problem other than depression.
     *
     * @param years before the first session since when it is known
     * @param drugs taken for it
     */
    record Problem(String name, int years, List<Drug> drugs) {}

    /** @param criticality as FHIR names it: low, high or unable-to-assess */
    record Allergy(
            String substance,
            @Nullable String manifestation,
            @Nullable String criticality) {}

    static Health of(Facts facts) {
        return new Health(drugs(facts.words("takes")), problem(facts.words("problem")), allergy(facts));
    }

    private static List<Drug> drugs(List<String> words) {
        return words.stream()
                .map(word -> Facts.words(word, "/"))
                .map(parts -> new Drug(parts.getFirst(), parts.get(1), Integer.parseInt(parts.getLast())))
                .toList();
    }

    private static @Nullable Problem problem(List<String> words) {
        if (words.isEmpty()) {
            return null;
        }
        List<String> what = Facts.words(words.getFirst(), "/");
        return new Problem(what.getFirst(), Integer.parseInt(what.getLast()), drugs(words.subList(1, words.size())));
    }

    private static @Nullable Allergy allergy(Facts facts) {
        String text = facts.text("allergy", "none");
        if (text.equals("not-asked")) {
            return null;
        }
        List<String> parts = Facts.words(text, "/");
        return text.equals("none") ? NONE_KNOWN : new Allergy(parts.getFirst(), parts.get(1), parts.getLast());
    }
}
