// Who is treated, and why: before the course.

Profile: KetaminePatient
Parent: Patient
Id: ketamine-patient
Title: "Ketamine patient"
Description: "A person treated with ketamine or esketamine."
* identifier 1..* MS
* identifier ^short = "Record number (MRN), with the system that gave it"
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* name 1..* MS
* name obeys ki-name
* telecom MS
* gender 1..1 MS
* birthDate 1..1 MS
* deceased[x] MS
* address MS
* generalPractitioner MS
* generalPractitioner ^short = "Who referred the patient"
* managingOrganization MS

Invariant: ki-name
Description: "Expected: a name with family, given or text."
Expression: "family.exists() or given.exists() or text.exists()"
Severity: #error

Profile: ReferralServiceRequest
Parent: ServiceRequest
Id: referral-service-request
Title: "Referral"
Description: "Referral for ketamine treatment: who asks, when, why and how urgently."
* identifier MS
* status MS
* intent = #order
* intent MS
* priority MS
* priority ^short = "Urgent when the patient is at risk of suicide"
* code 1..1 MS
* code from ReferralCode (example)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(Practitioner or PractitionerRole or Organization)
* reasonReference MS
* reasonReference only Reference(DepressionCondition)
* supportingInfo MS
* supportingInfo ^short = "Earlier trials and scores"
* note MS

Profile: DepressionCondition
Parent: Condition
Id: depression-condition
Title: "Depression condition"
Description: "The depressive disorder that is treated. Two or more failed adequate trials make it treatment-resistant: there is no code for that."
* clinicalStatus 1..1 MS
* verificationStatus 1..1 MS
* category MS
* severity MS
* code 1..1 MS
* code.coding 1..* MS
* code.coding ^slicing.discriminator.type = #value
* code.coding ^slicing.discriminator.path = "system"
* code.coding ^slicing.rules = #open
* code.coding contains sct 0..1 MS and icd10cm 0..1 MS
* code.coding[sct] from DepressionDiagnosisSct (extensible)
* code.coding[sct].system = $SCT
* code.coding[sct].code 1..1
* code.coding[icd10cm] from DepressionDiagnosisIcd10Cm (extensible)
* code.coding[icd10cm].system = $ICD10CM
* code.coding[icd10cm].code 1..1
* code obeys ki-depr-code
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* onset[x] MS
* extension contains FailedAdequateTrials named failedAdequateTrials 0..1 MS

Invariant: ki-depr-code
Description: "Expected: a SNOMED CT coding, or an ICD-10-CM coding of F32 or F33."
Expression: "coding.where(system = 'http://snomed.info/sct').exists() or coding.where(system = 'http://hl7.org/fhir/sid/icd-10-cm' and code.matches('^F3[23]')).exists()"
Severity: #error

Profile: AntidepressantTrial
Parent: MedicationStatement
Id: antidepressant-trial
Title: "Antidepressant trial"
Description: "One earlier drug treatment: agent, dose, time, whether it was adequate and how it ended. Psychotherapy is a Procedure."
* status MS
* medication[x] only CodeableConcept
* medication[x] 1..1 MS
* medicationCodeableConcept ^short = "Agent, as an RxNorm ingredient or in words"
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
Description: "The decision whether ketamine suits the patient, with each criterion that was looked at."
* status MS
* code = $KICS#eligibility
* code MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only dateTime
* effective[x] 1..1 MS
* performer 1..* MS
* value[x] only CodeableConcept
* value[x] 1..1 MS
* valueCodeableConcept from EligibilityDecision (required)
* note MS
* derivedFrom MS
* component MS
* component obeys ki-criterion-known
* component.code from EligibilityCriterion (extensible)
* component.value[x] only boolean
* component.value[x] MS
* component.value[x] ^short = "Whether the criterion is present"
* component.dataAbsentReason MS
* component.dataAbsentReason ^short = "Why it is not known"

Invariant: ki-criterion-known
Description: "Expected: for each criterion true or false, or dataAbsentReason when it is not known."
Expression: "value.exists() or dataAbsentReason.exists()"
Severity: #error

Profile: TreatmentConsent
Parent: Consent
Id: treatment-consent
Title: "Treatment consent"
Description: "Informed consent to the treatment: which form in which version, when, and what was decided."
* status MS
* scope = $CONSENTSCOPE#treatment
* scope MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains consent 1..1 MS
* category[consent] = $LNC#59284-0
* patient 1..1 MS
* patient only Reference(KetaminePatient)
* dateTime 1..1 MS
* performer ^short = "Who consented"
* policy 1..* MS
* policy.uri 1..1 MS
* policy.uri ^short = "The form, with its version"
* provision 1..1 MS
* provision.type 1..1 MS
* extension contains OffLabel named offLabel 0..1 MS
