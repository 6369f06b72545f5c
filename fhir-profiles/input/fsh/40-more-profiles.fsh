Extension: TrialAdequate
Id: trial-adequate
Title: "Adequate trial"
Description: "Dose and duration of the trial were adequate"
Context: MedicationStatement
* value[x] only boolean
* value[x] 1..1

Extension: TrialOutcome
Id: trial-outcome
Title: "Trial outcome"
Description: "How the trial ended"
Context: MedicationStatement
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from TrialOutcomeVS (required)

Extension: DeviceCount
Id: device-count
Title: "Nasal devices used"
Description: "Number of 28 mg nasal devices used in the session"
Context: MedicationAdministration.dosage
* value[x] only positiveInt
* value[x] 1..1

CodeSystem: KetamineEligibility
Id: ketamine-eligibility
Title: "Eligibility and trial outcome codes"
Description: "Eligibility criteria, trial outcomes and discharge criteria"
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* #no-improvement "No improvement"
* #partial-improvement "Partial improvement"
* #relapse "Improved, then relapsed"
* #intolerance "Stopped for intolerance"
* #unknown "Unknown"
* #eligible "Eligible"
* #eligible-with-precaution "Eligible with precautions"
* #not-eligible "Not eligible"
* #treatment-resistant "Two or more failed adequate trials in the current episode"
* #uncontrolled-hypertension "Uncontrolled hypertension"
* #unstable-cardiovascular "Unstable cardiovascular disease"
* #aneurysmal-vascular-disease "Aneurysmal vascular disease or arteriovenous malformation"
* #intracerebral-haemorrhage "History of intracerebral haemorrhage"
* #raised-intracranial-pressure "Raised intracranial pressure"
* #psychosis "Current psychosis"
* #mania "Current mania"
* #substance-use "Active substance use disorder"
* #pregnancy "Pregnancy or breast-feeding"
* #hypersensitivity "Hypersensitivity to ketamine or esketamine"
* #vitals-acceptable "Vital signs acceptable"
* #alert "Alert and orientated"
* #dissociation-resolved "Dissociation resolved"
* #gait-stable "Walks steadily"
* #nausea-tolerable "Nausea absent or tolerable"
* #escort-present "Responsible adult escort present"
* #no-driving-advised "Told not to drive until the next day"
* #minimum-observation "Minimum observation time reached"
* #suicidality "Suicidal ideation to be reviewed"

ValueSet: TrialOutcomeVS
Id: trial-outcome
Title: "Trial outcome"
Description: "Trial outcome"
* KetamineEligibility#no-improvement
* KetamineEligibility#partial-improvement
* KetamineEligibility#relapse
* KetamineEligibility#intolerance
* KetamineEligibility#unknown

ValueSet: EligibilityDecision
Id: eligibility-decision
Title: "Eligibility decision"
Description: "Eligibility decision"
* KetamineEligibility#eligible
* KetamineEligibility#eligible-with-precaution
* KetamineEligibility#not-eligible

Profile: ReferralServiceRequest
Parent: ServiceRequest
Id: referral-service-request
Title: "Referral"
Description: "Referral for ketamine treatment"
* identifier MS
* status MS
* intent = #order
* priority MS
* code 1..1 MS
* code from http://hl7.org/fhir/ValueSet/procedure-code (example)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(Practitioner or PractitionerRole or Organization)
* reasonReference MS
* reasonReference only Reference(DepressionCondition)
* supportingInfo MS
* note MS

Profile: AntidepressantTrial
Parent: MedicationStatement
Id: antidepressant-trial
Title: "Antidepressant trial"
Description: "One earlier drug treatment of the episode"
* status MS
* medication[x] only CodeableConcept
* medication[x] 1..1 MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only Period
* effective[x] 0..1 MS
* reasonReference MS
* dosage 0..1 MS
* extension contains TrialAdequate named adequate 1..1 MS and TrialOutcome named outcome 1..1 MS

Profile: EligibilityAssessment
Parent: Observation
Id: eligibility-assessment
Title: "Eligibility assessment"
Description: "Decision on suitability, with the criteria met"
* status MS
* code = $KICS#eligibility
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only dateTime
* effective[x] 1..1 MS
* performer 1..* MS
* value[x] only CodeableConcept
* value[x] 1..1 MS
* valueCodeableConcept from EligibilityDecision (required)
* component MS
* component.value[x] only boolean
* component.value[x] 1..1
* derivedFrom MS

Profile: DischargeReadiness
Parent: Observation
Id: discharge-readiness
Title: "Discharge readiness"
Description: "Discharge criteria after an infusion"
* status MS
* code = $KICS#discharge-readiness
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* encounter 1..1 MS
* encounter only Reference(InfusionEncounter)
* effective[x] only dateTime
* effective[x] 1..1 MS
* performer 1..* MS
* value[x] only boolean
* value[x] 1..1 MS
* component 1..* MS
* component.value[x] only boolean
* component.value[x] 1..1
* obeys ki-ready-all

Invariant: ki-ready-all
Description: "Expected: ready for discharge only when no criterion is false, or a note that explains."
Expression: "value.ofType(boolean) = true implies (component.value.ofType(boolean).allTrue() or note.exists())"
Severity: #error

Profile: SafetyFlag
Parent: Flag
Id: safety-flag
Title: "Safety flag"
Description: "Raised by the server, for instance when PHQ-9 item 9 is above zero"
* status MS
* code 1..1 MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* period 1..1 MS
* period.start 1..1

Profile: InfusionMedicationRequest
Parent: MedicationRequest
Id: infusion-medication-request
Title: "Infusion order"
Description: "Order for one or more infusions"
* status MS
* intent = #order
* medication[x] only CodeableConcept
* medication[x] 1..1 MS
* medicationCodeableConcept from InfusedAgent (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* authoredOn 1..1 MS
* requester 1..1 MS
* basedOn 1..* MS
* reasonReference MS
* dosageInstruction 1..1 MS
* dosageInstruction.route 1..1 MS
* dosageInstruction.timing MS
* dosageInstruction.doseAndRate 1..1 MS
* dosageInstruction.doseAndRate.dose[x] only SimpleQuantity
* dosageInstruction.doseAndRate.dose[x] 1..1 MS
* dosageInstruction.doseAndRate.doseQuantity.system = $UCUM
* dosageInstruction.maxDosePerAdministration MS
* obeys ki-order-unit

Invariant: ki-order-unit
Description: "Expected: an order in mg/kg or mg (UCUM)."
Expression: "dosageInstruction.doseAndRate.dose.ofType(Quantity).code.all($this = 'mg/kg' or $this = 'mg')"
Severity: #error

Profile: EsketamineAdministration
Parent: MedicationAdministration
Id: esketamine-administration
Title: "Esketamine administration"
Description: "Nasal esketamine session"
* status MS
* medication[x] only CodeableConcept
* medication[x] 1..1 MS
* medicationCodeableConcept from InfusedAgent (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* context 1..1 MS
* context only Reference(InfusionEncounter)
* request 0..1 MS
* effective[x] only Period
* effective[x] 1..1 MS
* effectivePeriod.start 1..1
* performer 1..* MS
* dosage 1..1 MS
* dosage.route 1..1 MS
* dosage.dose 1..1 MS
* dosage.dose.value 1..1
* dosage.dose.system = $UCUM
* dosage.dose.code = #mg
* dosage.extension contains DeviceCount named deviceCount 0..1 MS
* extension contains LotNumber named lotNumber 0..1 MS
* dosage obeys ki-esk-dose

Invariant: ki-esk-dose
Description: "Expected: an esketamine dose of 28, 56 or 84 mg that is 28 mg times device-count."
Expression: "(dose.value >= 28 and dose.value <= 84 and (dose.value mod 28) <= 0) and (extension('https://fhir.dripline.example/StructureDefinition/device-count').exists() implies (dose.value - 28 * extension('https://fhir.dripline.example/StructureDefinition/device-count').value.toInteger()).abs() <= 0)"
Severity: #error

Profile: MoodQuestionnaire
Parent: Questionnaire
Id: mood-questionnaire
Title: "Mood questionnaire"
Description: "A mood scale shipped by the server"
* url 1..1 MS
* version 1..1 MS
* name 1..1 MS
* title 1..1 MS
* status MS
* copyright 1..1 MS
* code 1..* MS
* item 1..* MS
* item.code MS
