Extension: CourseNumber
Id: course-number
Title: "Course number"
Description: "Ordinal of this course for the patient"
Context: CarePlan
* value[x] only positiveInt
* value[x] 1..1

Extension: PlannedInfusions
Id: planned-infusions
Title: "Planned infusions"
Description: "Number of infusions planned in the course"
Context: CarePlan
* value[x] only positiveInt
* value[x] 1..1

Extension: CoursePhase
Id: course-phase
Title: "Course phase"
Description: "Induction, consolidation or maintenance"
Context: CarePlan
* value[x] only CodeableConcept
* value[x] 1..1

Extension: InfusionNumber
Id: infusion-number
Title: "Infusion number"
Description: "Ordinal of the infusion within its course"
Context: Procedure
* value[x] only positiveInt
* value[x] 1..1

Extension: DosePerKg
Id: dose-per-kg
Title: "Dose per kilogram"
Description: "Dose divided by dosing weight"
Context: MedicationAdministration.dosage
* value[x] only Quantity
* value[x] 1..1
* valueQuantity.value 1..1
* valueQuantity.system = $UCUM
* valueQuantity.code = #mg/kg

Extension: DosingWeight
Id: dosing-weight
Title: "Dosing weight"
Description: "Weight the dose was computed from"
Context: MedicationAdministration.dosage
* value[x] only Quantity
* value[x] 1..1
* valueQuantity.value 1..1
* valueQuantity.system = $UCUM
* valueQuantity.code = #kg

Extension: LotNumber
Id: lot-number
Title: "Lot number"
Description: "Manufacturer lot"
Context: MedicationAdministration
* value[x] only string
* value[x] 1..1

Extension: AssessmentTimepoint
Id: assessment-timepoint-ext
Title: "Assessment timepoint"
Description: "Where in the course the scale was taken"
Context: Observation, QuestionnaireResponse
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from AssessmentTimepointVS (required)

Extension: MonitoringPhase
Id: monitoring-phase-ext
Title: "Monitoring phase"
Description: "Phase of the measurement relative to the drug"
Context: Observation
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from MonitoringPhaseVS (required)

Extension: FailedAdequateTrials
Id: failed-adequate-trials
Title: "Failed adequate antidepressant trials"
Description: "Count in the current episode"
Context: Condition
* value[x] only unsignedInt
* value[x] 1..1

Extension: ResolvedAt
Id: resolved-at
Title: "Resolved at"
Description: "When the adverse event was over; R4 has no end date"
Context: AdverseEvent
* value[x] only dateTime
* value[x] 1..1
