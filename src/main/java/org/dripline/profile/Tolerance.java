package org.dripline.profile;

import java.util.List;
import java.util.regex.Pattern;

/** Findings of the reference validator that never refuse, and those that are not worth a word. */
final class Tolerance {
    /** Answers given as numbers: {@code QR_Item_NoInteger}, {@code QR_Item_IntNoOptions} and their like. */
    private static final Pattern NUMBER_ANSWER = Pattern.compile(
            "questionnaire_qr_item_(no|nooptions)?(int|integer|decimal)(nooptions)?", Pattern.CASE_INSENSITIVE);

    /** Any other type than the questionnaire asks for: {@code QR_Item_WrongType}, {@code QR_Item_NoOptionsString}. */
    private static final Pattern WRONG_TYPE = Pattern.compile(
            "questionnaire_qr_item_(wrongtype.*|nooptions(string|coding|date|time))", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile(".*\\.ofType\\((integer|decimal)\\)");

    /** The validator refuses oids that it finds too short; R4's own pattern (datatypes.html#oid) takes them. */
    private static final Pattern OID_OF_R4 = Pattern.compile(".*\\([0-2](\\.(0|[1-9][0-9]*))+\\)");

    /** Only elements begin with a small letter: {@code /f:Patient}, {@code /f:Bundle/f:entry/f:resource/f:Patient}. */
    private static final Pattern RESOURCE = Pattern.compile(".*/(\\w+:)?[A-Z]\\w*");

    /**
     * It would bury what matters: best practice, systems and extensions nobody here can know, what a contained resource
     * lacks for a profile that it does not claim.
     */
    private static final List<String> NOISE = List.of(
            "extension_ext_unknown",
            "validation_val_profile_signpost",
            "this_element_does_not_match_any_known_slice",
            "terminology_tx_system_unknown",
            "details_for__matching_against_profile",
            "questionnaire_qr_q_none");

    /**
     * What happens in true records: a code newer than our terminology, a unit we cannot read, linkIds without a slash, a
     * numbering system named in plain words, a code whose absence an extension explains. A code outside a required value
     * set has a finding of its own.
     */
    private static final List<String> ADMITTED = List.of(
            "terminology_passthrough",
            "terminology_tx_system",
            "type_specific_checks_dt_identifier_system",
            Culprits.ABSENT_CODE,
            "questionnaire_qr_item_notfound",
            "questionnaire_qr_item_missing",
            "questionnaire_qr_item_order",
            "questionnaire_qr_q_");

    private Tolerance() {}

    static boolean isNoise(Finding finding) {
        return finding.invariant().equals("dom-6")
                || NOISE.stream().anyMatch(finding::about)
                || isEmptyResource(finding)
                || wantsPackage(finding)
                || (finding.about("type_specific_checks_dt_oid_valid")
                        && OID_OF_R4.matcher(finding.message()).matches())
                || (finding.about("terminology_passthrough") && unknowable(finding.message()));
    }

    /**
     * A resource of which nothing is told. The validator refuses it in XML and takes it in JSON; R4 says of elements only
     * that they are never empty (xml.html, json.html).
     */
    private static boolean isEmptyResource(Finding finding) {
        return finding.message().equals("Element must have some content")
                && RESOURCE.matcher(finding.location()).matches();
    }

    /**
     * Of the definition of an extension: to check where it may stand, the validator wants R4 as a package from the web,
     * though it has it.
     */
    private static boolean wantsPackage(Finding finding) {
        return finding.about("error_generating_snapshot")
                && finding.message().contains("Unable to resolve package id hl7.fhir.r4.core");
    }

    /** Of LOINC, SNOMED CT and RxNorm the server holds fragments only: a code it lacks is no news. */
    private static boolean unknowable(String message) {
        return message.contains("fragment")
                || message.startsWith("CodeSystem is unknown")
                || message.contains("Unable to validate code");
    }

    static boolean admits(Finding finding) {
        return ADMITTED.stream().anyMatch(finding::about) || isNumberAnswer(finding);
    }

    /** An answer that cannot be one to the question asked. */
    static boolean contradictsQuestionnaire(Finding finding) {
        return WRONG_TYPE.matcher(finding.id()).matches() && !isNumberAnswer(finding);
    }

    private static boolean isNumberAnswer(Finding finding) {
        return NUMBER_ANSWER.matcher(finding.id()).matches()
                || (WRONG_TYPE.matcher(finding.id()).matches()
                        && NUMBER.matcher(finding.location()).matches());
    }
}
