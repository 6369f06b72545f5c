// The summary for the referrer: a document with the sections that a psychiatrist looks for, in this order.

Profile: TreatmentSummaryComposition
Parent: Composition
Id: treatment-summary-composition
Title: "Treatment summary"
Description: "The summary of a treatment course for the referrer. Diagnosis, medication and allergies are always there, with emptyReason when there is nothing to tell, so that a reader of patient summaries finds its sections."
* type = $LNC#34133-9
* type MS
* status MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* extension contains SummaryFigure named figure 0..* MS
* section 1..* MS
* section.title 1..1 MS
* section.code 1..1 MS
* section.text 1..1 MS
* section.entry MS
* section.emptyReason MS
* section ^slicing.discriminator.type = #pattern
* section ^slicing.discriminator.path = "code"
* section ^slicing.rules = #open
* section contains
    referral 0..1 MS and
    problems 1..1 MS and
    medications 1..1 MS and
    allergies 1..1 MS and
    infusions 0..1 MS and
    administered 1..1 MS and
    results 1..1 MS and
    vitals 0..1 MS and
    complications 1..1 MS and
    alerts 0..1 MS and
    assessment 1..1 MS and
    plan 0..1 MS
* insert Section(referral, 42349-1, [[Reason for referral]])
* section[referral].entry only Reference(ReferralServiceRequest)
* insert Section(problems, 11450-4, [[Diagnosis: the depression, failed trials, other problems]])
* section[problems].entry only Reference(Condition)
* insert Section(medications, 10160-0, [[Current medication]])
* section[medications].entry only Reference(MedicationStatement)
* insert Section(allergies, 48765-2, [[Allergies]])
* section[allergies].entry only Reference(AllergyIntolerance)
* insert Section(infusions, 47519-4, [[Infusions: number, date, dose, minutes]])
* section[infusions].entry only Reference(InfusionProcedure)
* insert Section(administered, 29549-3, [[Drug given]])
* section[administered].entry only Reference(InfusionMedicationAdministration or EsketamineAdministration or InfusionProcedure)
* insert Section(results, 30954-2, [[Scores and response]])
* section[results].entry only Reference(DepressionScore or TreatmentResponseObservation)
* insert Section(vitals, 8716-3, [[Vital signs]])
* section[vitals].entry only Reference(MonitoringBloodPressure or MonitoringHeartRate or MonitoringRespiratoryRate or MonitoringOxygenSaturation or TreatmentBodyWeight)
* insert Section(complications, 55109-3, [[Adverse effects]])
* section[complications].entry only Reference(InfusionAdverseEvent)
* insert Section(alerts, 104605-1, [[Open safety flags]])
* section[alerts].entry only Reference(SafetyFlag)
* insert Section(assessment, 51848-0, [[Assessment: response and tolerability]])
* section[assessment].entry only Reference(TreatmentResponseObservation)
* insert Section(plan, 18776-5, [[Plan: what happens next, and who does what]])
* section[plan].entry only Reference(CarePlan)

RuleSet: Section(slice, loinc, short)
* section[{slice}].code = $LNC#{loinc}
* section[{slice}] ^short = "{short}"

Profile: TreatmentSummaryBundle
Parent: Bundle
Id: treatment-summary-bundle
Title: "Treatment summary document"
Description: "The treatment summary with everything it speaks of, as one document."
* type = #document
* type MS
* identifier 1..1 MS
* timestamp 1..1 MS
* entry 2..* MS
* entry.fullUrl 1..1 MS
* entry.resource 1..1 MS
