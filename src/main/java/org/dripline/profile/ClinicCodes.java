package org.dripline.profile;

import java.util.HashSet;
import java.util.Set;

/** The codes by which the clinic's own kinds of resource are known, each as {@code system|code}. */
public final class ClinicCodes {
    static final String SNOMED = "http://snomed.info/sct|";
    static final String LOINC = "http://loinc.org|";
    static final String LOCAL = ProfileArtefacts.CANONICAL + "CodeSystem/ketamine-treatment|";
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm|";
    private static final String ATC = "http://www.whocc.no/atc|";

    /** Ingredient, products and brand (RxNorm), substance (SNOMED CT), ATC. */
    static final Set<String> KETAMINE = Set.of(
            RXNORM + "6130",
            RXNORM + "238082",
            RXNORM + "238083",
            RXNORM + "238084",
            RXNORM + "206967",
            RXNORM + "206970",
            RXNORM + "206972",
            SNOMED + "373464007",
            ATC + "N01AX03");

    static final Set<String> ESKETAMINE =
            Set.of(RXNORM + "2201623", RXNORM + "2201625", ATC + "N01AX14", ATC + "N06AX27");

    static final String NASAL = SNOMED + "46713006";

    /** Of a CarePlan's category: a course of infusions. */
    public static final Set<String> COURSES = Set.of(LOCAL + "treatment-course");

    /** Of the drug in an administration: ketamine or esketamine. */
    public static final Set<String> AGENTS = agents();

    private ClinicCodes() {}

    private static Set<String> agents() {
        Set<String> agents = new HashSet<>(KETAMINE);
        agents.addAll(ESKETAMINE);
        return Set.copyOf(agents);
    }
}
