// What R4 has no element for.

Extension: CourseNumber
Id: course-number
Title: "Course number"
Description: "The number of the treatment course, counted for each patient."
Context: CarePlan
* value[x] only positiveInt
* value[x] 1..1

Extension: PlannedInfusions
Id: planned-infusions
Title: "Planned infusions"
Description: "How many sessions the course was planned to have."
Context: CarePlan
* value[x] only positiveInt
* value[x] 1..1

Extension: CoursePhase
Id: course-phase
Title: "Course phase"
Description: "Induction, consolidation or maintenance."
Context: CarePlan
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from CoursePhaseVS (required)

Extension: InfusionNumber
Id: infusion-number
Title: "Infusion number"
Description: "The number of the infusion within its course."
Context: Procedure
* value[x] only positiveInt
* value[x] 1..1

Extension: DosePerKg
Id: dose-per-kg
Title: "Dose per kilogram"
Description: "The dose that was delivered, divided by the weight it was computed from; in mg/kg."
Context: MedicationAdministration.dosage
* value[x] only Quantity
* value[x] 1..1
* valueQuantity.value 1..1
* valueQuantity.system = $UCUM
* valueQuantity.code = #mg/kg

Extension: DosingWeight
Id: dosing-weight
Title: "Dosing weight"
Description: "The weight that the dose was computed from, in kg."
Context: MedicationAdministration.dosage
* value[x] only Quantity
* value[x] 1..1
* valueQuantity.value 1..1
* valueQuantity.system = $UCUM
* valueQuantity.code = #kg

Extension: LotNumber
Id: lot-number
Title: "Lot number"
Description: "The maker's lot number of what was given."
Context: MedicationAdministration
* value[x] only string
* value[x] 1..1

Extension: AssessmentTimepoint
Id: assessment-timepoint-ext
Title: "Assessment timepoint"
Description: "Where in the course the scale was taken."
Context: Observation, QuestionnaireResponse
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from AssessmentTimepointVS (required)

Extension: MonitoringPhase
Id: monitoring-phase-ext
Title: "Monitoring phase"
Description: "Whether the reading was taken before, while or after the drug was given."
Context: Observation
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from MonitoringPhaseVS (required)

Extension: FailedAdequateTrials
Id: failed-adequate-trials
Title: "Failed adequate antidepressant trials"
Description: "How many adequate antidepressant trials failed in the present episode; two or more make the depression treatment-resistant."
Context: Condition
* value[x] only unsignedInt
* value[x] 1..1

Extension: ResolvedAt
Id: resolved-at
Title: "Resolved at"
Description: "When the adverse event was over; R4 has no element for it."
Context: AdverseEvent
* value[x] only dateTime
* value[x] 1..1

Extension: TrialAdequate
Id: trial-adequate
Title: "Adequate trial"
Description: "Whether dose and duration of the trial were adequate."
Context: MedicationStatement
* value[x] only boolean
* value[x] 1..1

Extension: TrialOutcome
Id: trial-outcome
Title: "Trial outcome"
Description: "How the trial ended."
Context: MedicationStatement
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TrialOutcomeVS (required)

Extension: DeviceCount
Id: device-count
Title: "Nasal devices used"
Description: "How many nasal devices of 28 mg were used in the session."
Context: MedicationAdministration.dosage
* value[x] only positiveInt
* value[x] 1..1

Extension: OffLabel
Id: off-label
Title: "Off-label use"
Description: "Whether the patient was told that the drug is not licensed for this use: intravenous ketamine for depression is off-label."
Context: Consent
* value[x] only boolean
* value[x] 1..1

Extension: Interruption
Id: interruption
Title: "Interruption"
Description: "A pause while the drug was given: when, until when unless it was not resumed, and why."
Context: MedicationAdministration
* extension contains stoppedAt 1..1 and resumedAt 0..1 and reason 0..1
* extension[stoppedAt].value[x] only dateTime
* extension[stoppedAt].value[x] 1..1
* extension[resumedAt].value[x] only dateTime
* extension[resumedAt].value[x] 1..1
* extension[reason].value[x] only CodeableConcept
* extension[reason].value[x] 1..1

Extension: Review
Id: review
Title: "Review"
Description: "Who looked at a safety flag, when, and with what result: needed to take the flag back."
Context: Flag
* value[x] only Annotation
* value[x] 1..1
* valueAnnotation.author[x] 1..1
* valueAnnotation.time 1..1

Extension: SummaryFigure
Id: summary-figure
Title: "Derived figure of a summary"
Description: "One derived number or verdict of a treatment summary with its work: the formula, the cut-off used, and the versions of the records that it was computed from."
Context: Composition
* extension contains name 1..1 and text 1..1 and value 0..1 and formula 1..1 and cutOff 0..1 and configuration 0..1 and input 0..*
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[text].value[x] only string
* extension[text].value[x] 1..1
* extension[value].value[x] only Quantity
* extension[value].value[x] 1..1
* extension[formula].value[x] only string
* extension[formula].value[x] 1..1
* extension[cutOff].value[x] only string
* extension[cutOff].value[x] 1..1
* extension[configuration].value[x] only string
* extension[configuration].value[x] 1..1
* extension[input].value[x] only Reference
* extension[input].value[x] 1..1
