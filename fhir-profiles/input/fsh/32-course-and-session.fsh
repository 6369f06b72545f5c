// The course, its order, and what is given in a session.

Profile: TreatmentCourse
Parent: CarePlan
Id: treatment-course
Title: "Treatment course"
Description: "A course of sessions: planned as one, counted for each patient."
* status MS
* intent = #plan
* intent MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains course 1..1 MS
* category[course] = $KICS#treatment-course
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* period 1..1 MS
* period.start 1..1 MS
* addresses 1..* MS
* addresses only Reference(DepressionCondition)
* author MS
* supportingInfo MS
* supportingInfo ^short = "Referral, consent, eligibility assessment"
* activity MS
* activity.reference MS
* activity.reference only Reference(InfusionMedicationRequest)
* extension contains CourseNumber named courseNumber 1..1 MS and PlannedInfusions named plannedInfusions 0..1 MS and CoursePhase named phase 0..1 MS

Profile: InfusionMedicationRequest
Parent: MedicationRequest
Id: infusion-medication-request
Title: "Infusion order"
Description: "The order for the infusions of a course: dose by weight or in mg, route, minutes, how many and how often."
* status MS
* intent = #order
* intent MS
* medication[x] only CodeableConcept
* medication[x] 1..1 MS
* medicationCodeableConcept from InfusedAgent (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* authoredOn 1..1 MS
* requester 1..1 MS
* basedOn 1..* MS
* basedOn only Reference(TreatmentCourse)
* priorPrescription MS
* priorPrescription ^short = "The order that this one revises"
* reasonReference MS
* dosageInstruction 1..1 MS
* dosageInstruction.route 1..1 MS
* dosageInstruction.timing MS
* dosageInstruction.timing ^short = "repeat: count of infusions, minutes of each, how often"
* dosageInstruction.doseAndRate 1..1 MS
* dosageInstruction.doseAndRate.dose[x] only SimpleQuantity
* dosageInstruction.doseAndRate.dose[x] 1..1 MS
* dosageInstruction.doseAndRate.doseQuantity.system = $UCUM
* dosageInstruction.maxDosePerAdministration MS
* dosageInstruction.maxDosePerAdministration ^short = "A cap, whatever the weight"
* obeys ki-order-unit

Invariant: ki-order-unit
Description: "Expected: an order in mg/kg or mg (UCUM)."
Expression: "dosageInstruction.doseAndRate.dose.ofType(Quantity).code.all($this = 'mg/kg' or $this = 'mg')"
Severity: #error

Profile: InfusionEncounter
Parent: Encounter
Id: infusion-encounter
Title: "Infusion encounter"
Description: "The visit in which a session is held: arrival to discharge."
* status MS
* class = $ACT#AMB
* class MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* period 1..1 MS
* period.start 1..1 MS
* period.end MS
* basedOn MS
* basedOn ^short = "The referral"
* participant MS
* location MS
* hospitalization MS
* hospitalization.dischargeDisposition MS

Profile: InfusionProcedure
Parent: Procedure
Id: infusion-procedure
Title: "Infusion procedure"
Description: "One infusion of a course. What was given, and what was watched, are parts of it."
* status MS
* statusReason MS
* code 1..1 MS
* code from InfusionProcedureCode (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* encounter 1..1 MS
* encounter only Reference(InfusionEncounter)
* basedOn 1..* MS
* basedOn only Reference(TreatmentCourse)
* performed[x] only Period
* performed[x] 1..1 MS
* performedPeriod.start 1..1 MS
* performedPeriod.end MS
* reasonReference MS
* reasonReference only Reference(DepressionCondition)
* performer MS
* location MS
* outcome MS
* complication MS
* note MS
* extension contains InfusionNumber named infusionNumber 1..1 MS
* obeys ki-proc-end and ki-proc-reason

Invariant: ki-proc-end
Description: "Expected: performedPeriod.end on a completed infusion."
Expression: "status = 'completed' implies performed.ofType(Period).end.exists()"
Severity: #error

Invariant: ki-proc-reason
Description: "Expected: statusReason on an infusion that was stopped or not done."
Expression: "(status = 'stopped' or status = 'not-done') implies statusReason.exists()"
Severity: #error

Profile: InfusionMedicationAdministration
Parent: MedicationAdministration
Id: infusion-medication-administration
Title: "Infusion medication administration"
Description: "Ketamine given in one infusion: dose delivered, weight it was computed from, route, rate, start and end."
* status MS
* statusReason MS
* medication[x] only CodeableConcept
* medication[x] 1..1 MS
* medicationCodeableConcept from InfusedAgent (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* context MS
* context only Reference(InfusionEncounter)
* effective[x] only Period
* effective[x] 1..1 MS
* effectivePeriod.start 1..1 MS
* effectivePeriod.end MS
* performer MS
* request MS
* request only Reference(InfusionMedicationRequest)
* partOf 1..1 MS
* partOf only Reference(InfusionProcedure)
* dosage 1..1 MS
* dosage.route 1..1 MS
* dosage.dose 1..1 MS
* dosage.dose.value 1..1 MS
* dosage.dose.system 1..1
* dosage.dose.system = $UCUM
* dosage.dose.code 1..1
* dosage.dose.code = #mg
* dosage.rate[x] MS
* dosage.extension contains DosePerKg named dosePerKg 0..1 MS and DosingWeight named dosingWeight 0..1 MS
* extension contains LotNumber named lotNumber 0..1 MS and Interruption named interruption 0..* MS
* obeys ki-dose-positive and ki-dose-per-kg and ki-admin-end

Invariant: ki-dose-positive
Description: "Expected: dosage.dose above zero on a completed administration, and never below zero. If nothing was given, use status not-done."
Expression: "dosage.dose.value.exists() implies (dosage.dose.value > 0 or (status != 'completed' and dosage.dose.value >= 0))"
Severity: #error

Invariant: ki-dose-per-kg
Description: "Expected: dosage.dose (mg) divided by dosing-weight (kg) equals dose-per-kg (mg/kg), within 5 percent or 0.005 mg/kg. State the dose that was delivered and the weight in kilograms."
Expression: "(status = 'completed' and dosage.dose.value.exists() and dosage.dose.code = 'mg' and dosage.extension('https://fhir.dripline.example/StructureDefinition/dosing-weight').value.value.exists() and dosage.extension('https://fhir.dripline.example/StructureDefinition/dosing-weight').value.code = 'kg' and dosage.extension('https://fhir.dripline.example/StructureDefinition/dose-per-kg').value.value.exists() and dosage.extension('https://fhir.dripline.example/StructureDefinition/dose-per-kg').value.code = 'mg/kg') implies (dosage.dose.value / dosage.extension('https://fhir.dripline.example/StructureDefinition/dosing-weight').value.value - dosage.extension('https://fhir.dripline.example/StructureDefinition/dose-per-kg').value.value).abs() <= iif(dosage.extension('https://fhir.dripline.example/StructureDefinition/dose-per-kg').value.value * 0.05 > 0.005, dosage.extension('https://fhir.dripline.example/StructureDefinition/dose-per-kg').value.value * 0.05, 0.005)"
Severity: #error

Invariant: ki-admin-end
Description: "Expected: effectivePeriod.end on a completed administration."
Expression: "status = 'completed' implies effective.ofType(Period).end.exists()"
Severity: #error

Profile: EsketamineAdministration
Parent: MedicationAdministration
Id: esketamine-administration
Title: "Esketamine administration"
Description: "A nasal session: one to three devices of 28 mg in one visit. It has no Procedure, and its dose no body weight."
* status MS
* statusReason MS
* medication[x] only CodeableConcept
* medication[x] 1..1 MS
* medicationCodeableConcept from InfusedAgent (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* context 1..1 MS
* context only Reference(InfusionEncounter)
* request 0..1 MS
* request ^short = "The order; the course is reached through it"
* effective[x] only Period
* effective[x] 1..1 MS
* effectivePeriod.start 1..1 MS
* effectivePeriod.end MS
* performer 1..* MS
* dosage 1..1 MS
* dosage.route 1..1 MS
* dosage.route = $SCT#46713006
* dosage.dose 1..1 MS
* dosage.dose.value 1..1 MS
* dosage.dose.system = $UCUM
* dosage.dose.code = #mg
* dosage.extension contains DeviceCount named deviceCount 0..1 MS
* extension contains LotNumber named lotNumber 0..1 MS
* obeys ki-admin-end
* dosage obeys ki-esk-dose

Invariant: ki-esk-dose
Description: "Expected: an esketamine dose of 28, 56 or 84 mg that is 28 mg times device-count."
Expression: "(dose.value >= 28 and dose.value <= 84 and (dose.value mod 28) <= 0) and (extension('https://fhir.dripline.example/StructureDefinition/device-count').exists() implies (dose.value - 28 * extension('https://fhir.dripline.example/StructureDefinition/device-count').value.toInteger()).abs() <= 0)"
Severity: #error
