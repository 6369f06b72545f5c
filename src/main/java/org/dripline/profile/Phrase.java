package org.dripline.profile;

import java.util.List;
import java.util.Optional;

/**
 * What we say instead of one family of the reference validator's messages.
 *
 * @param prefix how the message ids of the family begin, in lower case
 * @param rule our id of the rule, which stays the same
 * @param code FHIR's {@code issue-type}
 * @param text our words with the numbers of the arguments to put in; empty for the validator's own without arguments
 */
record Phrase(String prefix, String rule, String code, String text) {
    /**
     * By the beginning of the validator's message id in lower case. The texts pick arguments of the validator's own
     * template by number, and only such as name elements, limits, profiles, value sets or types.
     */
    private static final List<Phrase> ALL = List.of(
            new Phrase(
                    "validation_val_profile_minimum_slice",
                    "required",
                    "required",
                    "{3} is missing: the profile {1} expects it. Add it."),
            new Phrase(
                    "validation_val_profile_minimum_magic",
                    "required",
                    "required",
                    "The LOINC code {1} is missing: {2} expects it. Add it as a further coding."),
            new Phrase(
                    "validation_val_profile_minimum",
                    "required",
                    "required",
                    "{3} is missing: at least {7} expected, {0} found ({1}). Add it."),
            new Phrase(
                    "validation_val_profile_maximum",
                    "too-many",
                    "structure",
                    "{3} occurs {0} times: at most {7} expected ({1}). Leave out the rest."),
            new Phrase(
                    "validation_val_profile_wrongtype",
                    "profile-type",
                    "value",
                    "meta.profile names a profile of {0}, but this is {1}. Name a profile of {1}, or none."),
            new Phrase(
                    "validation_val_profile_matchmultiple",
                    "slice",
                    "structure",
                    "The element matches several slices of {0}. Make it match one."),
            new Phrase(
                    "type_checks_pattern_cc",
                    "fixed-value",
                    "value",
                    "Expected a coding with system {0} and code {1} ({3}). Add it."),
            new Phrase("_dt_fixed_wrong", "fixed-value", "value", "Expected the value {1} ({2}). Send exactly that."),
            new Phrase(
                    "unrecognised_property_",
                    "unknown-element",
                    "structure",
                    "The property {0} is not part of R4 here. Check its spelling and place, or send an extension."),
            new Phrase(
                    "undefined_element_",
                    "unknown-element",
                    "structure",
                    "The element {0} is not part of R4 here. Check its spelling and place, or send an extension."),
            new Phrase("undefined_attribute", "unknown-element", "structure", "The attribute {0} is not part of R4."),
            new Phrase(
                    "this_property_must_be_an_array",
                    "type",
                    "structure",
                    "{1} must be a JSON array, even with one item. Put it in brackets."),
            new Phrase(
                    "this_property_must_be",
                    "type",
                    "structure",
                    "The JSON value has the wrong type. Compare R4's definition of the element."),
            new Phrase(
                    "error_parsing_json_the_primitive",
                    "type",
                    "structure",
                    "The JSON value has the wrong type: strings in quotes, numbers and booleans without."),
            new Phrase(
                    "error_parsing_json_",
                    "json",
                    "structure",
                    "Not well-formed JSON, or a value where R4 has none. Check quotes, commas and brackets."),
            new Phrase(
                    "reference_ref_badtargettype2",
                    "reference-type",
                    "value",
                    "A reference to {0} is not accepted here. Expected one of {2}."),
            new Phrase(
                    "reference_ref_badtargettype",
                    "reference-type",
                    "value",
                    "A reference to {0} is not accepted here. Expected one of {1}."),
            new Phrase(
                    "reference_ref_wrongtarget",
                    "reference-type",
                    "value",
                    "A reference to {0} is not accepted here. Expected one of {1}."),
            new Phrase(
                    "terminology_tx_valueset_notfound",
                    "value-set-unknown",
                    "not-found",
                    "The value set {0} is not known here, so the code was not compared with it."),
            new Phrase(
                    "problem_processing_expression",
                    "invariant-unusable",
                    "processing",
                    "The rule {0} of the profile {1} at {2} could not be computed. Mend the rule, or the values it is about."),
            new Phrase(
                    "terminology_tx_novalid_16",
                    "binding",
                    "code-invalid",
                    "The code is not in the value set {1}. Send one of its codes."),
            new Phrase(
                    "terminology_tx_novalid_17",
                    "binding",
                    "code-invalid",
                    "The code is not in the value set {1}. Send one of its codes if one fits."),
            new Phrase(
                    "terminology_tx_novalid_18",
                    "binding",
                    "code-invalid",
                    "The code is not in the value set {1}. Prefer one of its codes."),
            new Phrase(
                    "terminology_tx_novalid",
                    "binding",
                    "code-invalid",
                    "No coding is in the value set {0}. Send, or add, a coding from it."),
            new Phrase(
                    "terminology_tx_code_valueset_ext",
                    "binding",
                    "code-invalid",
                    "Words without a code. Add a coding from the value set {0} if one fits."),
            new Phrase(
                    "terminology_tx_code_valueset",
                    "binding",
                    "code-invalid",
                    "A code is missing: words alone are not enough. Send, or add, a coding from the value set {0}."),
            new Phrase(
                    Culprits.ABSENT_CODE,
                    "code-absent",
                    "code-invalid",
                    "A code is expected here. Send a coding when there is one."),
            new Phrase(
                    "terminology_passthrough_tx_unit",
                    "unit",
                    "code-invalid",
                    "Not a UCUM unit. Send a UCUM code, such as mg, kg or mm[Hg]: other units cannot be compared."),
            new Phrase(
                    "terminology_passthrough",
                    "code-unknown",
                    "code-invalid",
                    "The code is not in its code system as known here. It is kept as sent."),
            new Phrase(
                    "extension_ext_type",
                    "extension-type",
                    "structure",
                    "The extension {0} takes a value of type {1}, not {2}."),
            new Phrase(
                    "questionnaire_qr_item_notfound",
                    "questionnaire-link-id",
                    "structure",
                    "The linkId is not part of the questionnaire. PHQ-9 and GAD-7 use the form /44250-9."),
            new Phrase(
                    "questionnaire_qr_item_wrongtype",
                    "questionnaire-answer",
                    "value",
                    "The questionnaire asks for an answer of another type: {1}. No total is derived from this answer."),
            new Phrase(
                    "questionnaire_qr_item_integer_max",
                    "questionnaire-range",
                    "value",
                    "The number is too large for this questionnaire: at most {1}."),
            new Phrase(
                    "questionnaire_qr_item_integer_min",
                    "questionnaire-range",
                    "value",
                    "The number is too small for this questionnaire: at least {1}."),
            new Phrase(
                    "questionnaire_qr_item_missing",
                    "questionnaire-missing",
                    "required",
                    "The item {0} of the questionnaire needs an answer. Add one."),
            new Phrase(
                    "questionnaire_qr_q_notfound",
                    "questionnaire-unknown",
                    "not-found",
                    "The questionnaire is not known here, so the answers were not compared with it."),
            new Phrase(
                    "questionnaire_qr_item_onlyonei",
                    "questionnaire-repeats",
                    "structure",
                    "The questionnaire has the item {1} once, but here are {0}. Send one."),
            new Phrase(
                    "questionnaire_qr_item_onlyonea",
                    "questionnaire-repeats",
                    "structure",
                    "The questionnaire takes one answer to this item. Send one."),
            new Phrase(
                    "questionnaire_qr_item_text",
                    "questionnaire-text",
                    "structure",
                    "The text of the item {0} differs from the questionnaire's. Send that text, or none."),
            new Phrase(
                    "questionnaire_qr_item_notenabled2",
                    "questionnaire-not-asked",
                    "structure",
                    "The item {0} is answered, but after the other answers the questionnaire does not ask it. Leave it"
                            + " out, or check those answers."),
            new Phrase(
                    "questionnaire_qr_item_no",
                    "questionnaire-answer",
                    "code-invalid",
                    "The answer is not one of the questionnaire's answer options. Send one of its codes."),
            new Phrase(
                    "questionnaire_qr_item_badoption",
                    "questionnaire-answer",
                    "code-invalid",
                    "The answer is not one of the questionnaire's answer options. Send one of its codes."),
            new Phrase(
                    "type_specific_checks_dt_datetime",
                    "value-format",
                    "value",
                    "Not a valid R4 dateTime: YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with a time zone, of a"
                            + " date that exists."),
            new Phrase(
                    "type_specific_checks_dt_date_",
                    "value-format",
                    "value",
                    "Not a valid R4 date: YYYY, YYYY-MM or YYYY-MM-DD, of a date that exists."),
            new Phrase(
                    "resource_res_id_malformed",
                    "value-format",
                    "value",
                    "Not a valid id: 1 to 64 letters, digits, hyphens and dots."),
            new Phrase(
                    "type_specific_checks_dt_identifier_system",
                    "identifier-system",
                    "value",
                    "The system is not an absolute URI, so others cannot tell whose identifier this is. Send the URL or"
                            + " the urn of the numbering system."),
            new Phrase("type_specific_checks_dt_", "value-format", "value", ""),
            new Phrase(
                    "xhtml_",
                    "narrative",
                    "structure",
                    "The narrative holds something R4 does not allow: only basic formatting, no scripts, forms or"
                            + " active content."),
            new Phrase("extension_prof_type", "type", "structure", "Expected the type {1}, found {2} ({0})."),
            new Phrase("extension_", "extension", "extension", ""),
            new Phrase(
                    "unable_to_find_resourcetype",
                    "resource-type",
                    "structure",
                    "resourceType is missing. Name the type of the resource, such as Observation."),
            new Phrase(
                    "this_does_not_appear_to_be_a_fhir_resource",
                    "resource-type",
                    "structure",
                    "The type of the resource is not one of R4's."));

    static Optional<Phrase> of(Finding finding) {
        return ALL.stream().filter(phrase -> finding.about(phrase.prefix())).findFirst();
    }
}
