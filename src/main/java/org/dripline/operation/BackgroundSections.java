package org.dripline.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dripline.treatment.Background;
import org.dripline.treatment.Background.Allergy;
import org.dripline.treatment.Background.Diagnosis;
import org.dripline.treatment.Background.Medication;
import org.dripline.treatment.Background.Problem;
import org.dripline.treatment.Background.Referral;
import org.dripline.treatment.RecordVersion;

/** Why the patient came, and what else is known: sections that any reader of patient summaries looks for. */
final class BackgroundSections {
    private static final int RESISTANT_TRIALS = 2;
    private static final String NOT_ASKED = "notasked";
    private static final String UNAVAILABLE = "unavailable";

    private final Background background;
    private final Records records;

    BackgroundSections(Background background, Records records) {
        this.background = background;
        this.records = records;
    }

    Section referral() {
        Narrative text = new Narrative();
        for (Referral referral : background.referrals()) {
            text.say(referral.reason().orElse("Reason not recorded") + ". Referred by "
                    + referral.requester().map(records::name).orElse("an unknown referrer")
                    + referral.day().map(day -> " on " + day).orElse("")
                    + referral.priority()
                            .map(priority -> ", priority " + priority)
                            .orElse("") + ".");
        }
        if (background.referrals().isEmpty()) {
            text.say("No referral is on file.");
        }
        return Section.of(
                "42349-1",
                "Reason for referral",
                text,
                claimed(background.referrals().stream().map(Referral::record), "referral-service-request"),
                UNAVAILABLE);
    }

    Section problems() {
        Narrative text = new Narrative();
        background.diagnoses().forEach(diagnosis -> text.say(told(diagnosis)));
        if (background.diagnoses().isEmpty()) {
            text.say("No depression is on file.");
        }
        if (!background.problems().isEmpty()) {
            text.say("Other problems:")
                    .list(background.problems().stream()
                            .map(problem -> problem.words() + since(problem.record(), "onset"))
                            .toList());
        }
        if (!background.earlierTreatments().isEmpty()) {
            text.table(
                    "Earlier treatments",
                    List.of("Drug", "From", "Until", "Adequate", "Outcome"),
                    background.earlierTreatments().stream()
                            .map(trial -> List.of(
                                    trial.agent().orElse("not named"),
                                    Texts.of(trial.from()),
                                    Texts.of(trial.until()),
                                    trial.adequate()
                                            .map(yes -> yes ? "yes" : "no")
                                            .orElse("not recorded"),
                                    trial.outcomeWords().orElse("not recorded")))
                            .toList());
        }
        return Section.of(
                "11450-4",
                "Diagnosis",
                text,
                present(Stream.concat(
                        background.diagnoses().stream().map(Diagnosis::record),
                        background.problems().stream().map(Problem::record))),
                UNAVAILABLE);
    }

    private String told(Diagnosis diagnosis) {
        List<String> parts = new ArrayList<>();
        parts.add(records.find(diagnosis.record().reference())
                .flatMap(Texts::code)
                .orElse("Depressive disorder"));
        diagnosis.severity().ifPresent(parts::add);
        diagnosis.icd10Code().ifPresent(code -> parts.add("ICD-10-CM " + code));
        diagnosis.snomedCode().ifPresent(code -> parts.add("SNOMED CT " + code));
        diagnosis.clinicalStatus().ifPresent(parts::add);
        diagnosis
                .failedAdequateTrials()
                .ifPresent(trials -> parts.add(trials + " adequate trials failed"
                        + (trials >= RESISTANT_TRIALS ? " (treatment-resistant)" : "")));
        return String.join(", ", parts) + ".";
    }

    Section medications() {
        Narrative text = background.medications().isEmpty()
                ? Narrative.of("No current medication is on file.")
                : new Narrative()
                        .list(background.medications().stream()
                                .map(drug -> drug.agent().orElse("a drug without a name")
                                        + since(drug.record(), "effective"))
                                .toList());
        return Section.of(
                "10160-0",
                "Current medication",
                text,
                present(background.medications().stream().map(Medication::record)),
                UNAVAILABLE);
    }

    Section allergies() {
        Narrative text = background.allergies().isEmpty()
                ? Narrative.of("No allergies are on file; nobody recorded that there are none.")
                : new Narrative()
                        .list(background.allergies().stream()
                                .map(allergy -> allergy.agent().orElse("not named")
                                        + allergy.criticality()
                                                .map(found -> ", criticality " + found)
                                                .orElse(""))
                                .toList());
        return Section.of(
                "48765-2",
                "Allergies",
                text,
                present(background.allergies().stream().map(Allergy::record)),
                NOT_ASKED);
    }

    private String since(RecordVersion record, String element) {
        return records.find(record.reference())
                .flatMap(document -> Texts.start(document, element))
                .map(day -> ", since " + day)
                .orElse("");
    }

    private List<String> claimed(Stream<RecordVersion> found, String profile) {
        return present(found).stream()
                .filter(reference -> records.claims(reference, profile))
                .toList();
    }

    private List<String> present(Stream<RecordVersion> found) {
        return found.map(RecordVersion::reference).filter(records::has).toList();
    }
}
