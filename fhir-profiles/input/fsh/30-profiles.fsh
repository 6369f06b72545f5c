RuleSet: Monitoring
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only dateTime
* effective[x] 1..1 MS
* encounter MS
* partOf MS
* partOf only Reference(InfusionProcedure or InfusionMedicationAdministration or EsketamineAdministration)
* extension contains MonitoringPhase named phase 0..1 MS

Profile: KetaminePatient
Parent: Patient
Id: ketamine-patient
Title: "Ketamine patient"
Description: "A person treated with ketamine or esketamine"
* identifier 1..* MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* name 1..* MS
* name obeys ki-name
* gender 1..1 MS
* birthDate 1..1 MS
* generalPractitioner MS

Invariant: ki-name
Description: "Expected: a name with family, given or text."
Expression: "family.exists() or given.exists() or text.exists()"
Severity: #error

Profile: DepressionCondition
Parent: Condition
Id: depression-condition
Title: "Depression condition"
Description: "The depressive disorder treated"
* clinicalStatus 1..1 MS
* verificationStatus 1..1 MS
* code 1..1 MS
* code.coding 1..* MS
* code.coding ^slicing.discriminator.type = #value
* code.coding ^slicing.discriminator.path = "system"
* code.coding ^slicing.rules = #open
* code.coding contains sct 0..1 MS and icd10cm 0..1 MS
* code.coding[sct].system = $SCT
* code.coding[sct].code 1..1
* code.coding[icd10cm].system = $ICD10CM
* code.coding[icd10cm].code 1..1
* code obeys ki-depr-code
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* onset[x] MS
* severity MS
* extension contains FailedAdequateTrials named failedAdequateTrials 0..1 MS

Invariant: ki-depr-code
Description: "Expected: a SNOMED CT coding, or an ICD-10-CM coding of F32 or F33."
Expression: "coding.where(system = 'http://snomed.info/sct').exists() or coding.where(system = 'http://hl7.org/fhir/sid/icd-10-cm' and code.matches('^F3[23]')).exists()"
Severity: #error

Profile: TreatmentCourse
Parent: CarePlan
Id: treatment-course
Title: "Treatment course"
Description: "A series of infusions"
* status MS
* intent = #plan
* category 1..* MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* period 1..1 MS
* period.start 1..1 MS
* addresses 1..* MS
* addresses only Reference(DepressionCondition)
* author MS
* supportingInfo MS
* activity MS
* extension contains CourseNumber named courseNumber 1..1 MS and PlannedInfusions named plannedInfusions 0..1 MS and CoursePhase named phase 0..1 MS

Profile: InfusionEncounter
Parent: Encounter
Id: infusion-encounter
Title: "Infusion encounter"
Description: "The visit"
* status MS
* class = $ACT#AMB
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* period 1..1 MS
* period.start 1..1 MS
* basedOn MS

Profile: InfusionProcedure
Parent: Procedure
Id: infusion-procedure
Title: "Infusion procedure"
Description: "One infusion"
* status MS
* statusReason MS
* code 1..1 MS
* code from InfusionProcedureCode (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* encounter 1..1 MS
* encounter only Reference(InfusionEncounter)
* basedOn 1..* MS
* performed[x] only Period
* performed[x] 1..1 MS
* performedPeriod.start 1..1 MS
* performedPeriod.end MS
* reasonReference MS
* reasonReference only Reference(DepressionCondition)
* performer MS
* outcome MS
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
Description: "Ketamine given in one infusion"
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
* extension contains LotNumber named lotNumber 0..1 MS
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

Profile: MonitoringBloodPressure
Parent: http://hl7.org/fhir/StructureDefinition/bp
Id: monitoring-blood-pressure
Title: "Monitoring blood pressure"
Description: "Blood pressure around an infusion"
* insert Monitoring
* component[SystolicBP] MS
* component[DiastolicBP] MS

Profile: MonitoringHeartRate
Parent: http://hl7.org/fhir/StructureDefinition/heartrate
Id: monitoring-heart-rate
Title: "Monitoring heart rate"
Description: "Heart rate around an infusion"
* insert Monitoring

Profile: MonitoringOxygenSaturation
Parent: http://hl7.org/fhir/StructureDefinition/oxygensat
Id: monitoring-oxygen-saturation
Title: "Monitoring oxygen saturation"
Description: "SpO2 around an infusion"
* insert Monitoring

Profile: MonitoringRespiratoryRate
Parent: http://hl7.org/fhir/StructureDefinition/resprate
Id: monitoring-respiratory-rate
Title: "Monitoring respiratory rate"
Description: "Respiratory rate around an infusion"
* insert Monitoring

Profile: TreatmentBodyWeight
Parent: http://hl7.org/fhir/StructureDefinition/bodyweight
Id: treatment-body-weight
Title: "Treatment body weight"
Description: "Weight used for dosing"
* subject only Reference(KetaminePatient)

Profile: DissociationObservation
Parent: Observation
Id: dissociation-observation
Title: "Dissociation observation"
Description: "Dissociation rating"
* insert Monitoring
* status MS
* code 1..1 MS
* code from DissociationCode (required)
* value[x] only Quantity
* value[x] 1..1 MS
* valueQuantity.system = $UCUM
* valueQuantity.code = #{score}
* obeys ki-diss-range

Invariant: ki-diss-range
Description: "Expected: a CADSS total of 0 to 92, a CADSS-6 total of 0 to 24."
Expression: "(code.coding.where(code = 'cadss-total').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 92)) and (code.coding.where(code = 'cadss-6-total').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 24))"
Severity: #error

Profile: SedationObservation
Parent: Observation
Id: sedation-observation
Title: "Sedation observation"
Description: "Sedation rating"
* insert Monitoring
* status MS
* code 1..1 MS
* code from SedationCode (required)
* value[x] only Quantity
* value[x] 1..1 MS
* valueQuantity.system = $UCUM
* valueQuantity.code = #{score}
* obeys ki-sed-range

Invariant: ki-sed-range
Description: "Expected: MOAA/S of 0 to 5, RASS of -5 to 4."
Expression: "(code.coding.where(code = 'moaas').exists() implies (value.ofType(Quantity).value >= 0 and value.ofType(Quantity).value <= 5)) and (code.coding.where(code = 'rass').exists() implies ((value.ofType(Quantity).value + 5) >= 0 and value.ofType(Quantity).value <= 4))"
Severity: #error

Profile: DepressionScore
Parent: Observation
Id: depression-score
Title: "Depression score"
Description: "Total of a mood scale"
* status MS
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains survey 1..1 MS
* category[survey] = $OBSCAT#survey
* code 1..1 MS
* code from MoodScoreCode (required)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only dateTime
* effective[x] 1..1 MS
* value[x] only Quantity
* value[x] 1..1 MS
* valueQuantity.system = $UCUM
* valueQuantity.code = #{score}
* derivedFrom MS
* basedOn MS
* interpretation MS
* extension contains AssessmentTimepoint named timepoint 0..1 MS
* obeys ki-score-range and ki-score-derived

Invariant: ki-score-range
Description: "Expected: a whole number within the range of the scale: PHQ-9 0-27, GAD-7 0-21, BDI-II 0-63, MADRS 0-60, QIDS-SR16 0-27."
Expression: "(value.ofType(Quantity).value | value.ofType(integer)).all($this >= 0 and ($this mod 1) <= 0) and (code.coding.where(code = '44261-6').exists() implies (value.ofType(Quantity).value | value.ofType(integer)).all($this <= 27)) and (code.coding.where(code = '70274-6').exists() implies (value.ofType(Quantity).value | value.ofType(integer)).all($this <= 21)) and (code.coding.where(code = '89209-1').exists() implies (value.ofType(Quantity).value | value.ofType(integer)).all($this <= 63)) and (code.coding.where(code = 'madrs-total').exists() implies (value.ofType(Quantity).value | value.ofType(integer)).all($this <= 60)) and (code.coding.where(code = 'qids-sr16-total').exists() implies (value.ofType(Quantity).value | value.ofType(integer)).all($this <= 27))"
Severity: #error

Invariant: ki-score-derived
Description: "Expected: derivedFrom naming the questionnaire response that a PHQ-9 or GAD-7 total came from."
Expression: "code.coding.where(code = '44261-6' or code = '70274-6').exists() implies derivedFrom.exists()"
Severity: #warning

Profile: TreatmentResponseObservation
Parent: Observation
Id: treatment-response
Title: "Treatment response"
Description: "Response category with the numbers behind it"
* status MS
* code = $KICS#treatment-response
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only dateTime
* effective[x] 1..1 MS
* basedOn 1..* MS
* value[x] only CodeableConcept
* value[x] 1..1 MS
* valueCodeableConcept from ResponseCategory (required)
* method MS
* derivedFrom 2..* MS
* derivedFrom only Reference(DepressionScore)
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains baseline 1..1 MS and current 1..1 MS and change 1..1 MS
* component[baseline].code = $KICS#baseline-score
* component[baseline].value[x] only Quantity
* component[baseline].value[x] 1..1
* component[current].code = $KICS#current-score
* component[current].value[x] only Quantity
* component[current].value[x] 1..1
* component[change].code = $KICS#percent-change
* component[change].value[x] only Quantity
* component[change].value[x] 1..1
* component[change].valueQuantity.system = $UCUM
* component[change].valueQuantity.code = #%
* obeys ki-resp-change and ki-resp-category

Invariant: ki-resp-change
Description: "Expected: percent-change equals (current-score - baseline-score) x 100 / baseline-score within one point; a fall is negative."
Expression: "(component.where(code.coding.code = 'baseline-score').value.ofType(Quantity).value.count() = 1 and component.where(code.coding.code = 'current-score').value.ofType(Quantity).value.count() = 1 and component.where(code.coding.code = 'percent-change').value.ofType(Quantity).value.count() = 1 and component.where(code.coding.code = 'baseline-score').value.ofType(Quantity).value.all($this > 0)) implies (((component.where(code.coding.code = 'current-score').value.ofType(Quantity).value - component.where(code.coding.code = 'baseline-score').value.ofType(Quantity).value) * 100 / component.where(code.coding.code = 'baseline-score').value.ofType(Quantity).value) - component.where(code.coding.code = 'percent-change').value.ofType(Quantity).value).abs() <= 1"
Severity: #error

Invariant: ki-resp-category
Description: "Expected: category response only with a fall of at least 50 percent, so percent-change of -50 or below."
Expression: "(value.ofType(CodeableConcept).coding.where(code = 'response').exists() and component.where(code.coding.code = 'percent-change').value.ofType(Quantity).value.count() = 1) implies (component.where(code.coding.code = 'percent-change').value.ofType(Quantity).value + 50) <= 0"
Severity: #error

Profile: MoodQuestionnaireResponse
Parent: QuestionnaireResponse
Id: mood-questionnaire-response
Title: "Mood questionnaire response"
Description: "Answers to a mood scale"
* questionnaire 1..1 MS
* status MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* authored 1..1 MS
* author MS
* source MS
* encounter MS
* basedOn MS
* partOf MS
* item 1..* MS
* item.linkId MS
* item.answer MS
* extension contains AssessmentTimepoint named timepoint 0..1 MS
* obeys ki-qr-unique and ki-phq9-complete and ki-phq9-total and ki-gad7-complete and ki-gad7-total

Invariant: ki-qr-unique
Description: "Expected: each linkId once at the top level; put several answers into one item."
Expression: "item.linkId.isDistinct()"
Severity: #error

Invariant: ki-phq9-complete
Description: "Expected: a completed PHQ-9 has its nine items answered once each with LA6568-5, LA6569-3, LA6570-1 or LA6571-9. Otherwise no total is derived."
Expression: "(questionnaire.matches('/Questionnaire/phq-9([|].*)?$') and (status = 'completed' or status = 'amended')) implies item.where(linkId.matches('^/?(44250-9|44255-8|44259-0|44254-1|44251-7|44258-2|44252-5|44253-3|44260-8)$') and answer.count() = 1).where(answer.value.ofType(Coding).code in ('LA6568-5' | 'LA6569-3' | 'LA6570-1' | 'LA6571-9')).count() = 9"
Severity: #warning

Invariant: ki-phq9-total
Description: "Expected: the total answer (44261-6) equals the sum of the nine answered items. Correct the total, or leave it out and let it be derived."
Expression: "(questionnaire.matches('/Questionnaire/phq-9([|].*)?$') and item.where(linkId.matches('^/?(44250-9|44255-8|44259-0|44254-1|44251-7|44258-2|44252-5|44253-3|44260-8)$') and answer.count() = 1).where(answer.value.ofType(Coding).code in ('LA6568-5' | 'LA6569-3' | 'LA6570-1' | 'LA6571-9')).count() = 9 and (item.where(linkId.matches('^/?44261-6$')).answer.value.ofType(decimal) | item.where(linkId.matches('^/?44261-6$')).answer.value.ofType(integer)).count() = 1) implies ((item.where(linkId.matches('^/?44261-6$')).answer.value.ofType(decimal) | item.where(linkId.matches('^/?44261-6$')).answer.value.ofType(integer)) - (item.where(linkId.matches('^/?(44250-9|44255-8|44259-0|44254-1|44251-7|44258-2|44252-5|44253-3|44260-8)$') and answer.count() = 1).answer.value.ofType(Coding).where(code = 'LA6569-3').count() + 2 * item.where(linkId.matches('^/?(44250-9|44255-8|44259-0|44254-1|44251-7|44258-2|44252-5|44253-3|44260-8)$') and answer.count() = 1).answer.value.ofType(Coding).where(code = 'LA6570-1').count() + 3 * item.where(linkId.matches('^/?(44250-9|44255-8|44259-0|44254-1|44251-7|44258-2|44252-5|44253-3|44260-8)$') and answer.count() = 1).answer.value.ofType(Coding).where(code = 'LA6571-9').count())).abs() <= 0"
Severity: #error

Invariant: ki-gad7-complete
Description: "Expected: a completed GAD-7 has its seven items answered once each with LA6568-5, LA6569-3, LA6570-1 or LA6571-9. Otherwise no total is derived."
Expression: "(questionnaire.matches('/Questionnaire/gad-7([|].*)?$') and (status = 'completed' or status = 'amended')) implies item.where(linkId.matches('^/?(69725-0|68509-9|69733-4|69734-2|69735-9|69689-8|69736-7)$') and answer.count() = 1).where(answer.value.ofType(Coding).code in ('LA6568-5' | 'LA6569-3' | 'LA6570-1' | 'LA6571-9')).count() = 7"
Severity: #warning

Invariant: ki-gad7-total
Description: "Expected: the total answer (70274-6) equals the sum of the seven answered items. Correct the total, or leave it out and let it be derived."
Expression: "(questionnaire.matches('/Questionnaire/gad-7([|].*)?$') and item.where(linkId.matches('^/?(69725-0|68509-9|69733-4|69734-2|69735-9|69689-8|69736-7)$') and answer.count() = 1).where(answer.value.ofType(Coding).code in ('LA6568-5' | 'LA6569-3' | 'LA6570-1' | 'LA6571-9')).count() = 7 and (item.where(linkId.matches('^/?70274-6$')).answer.value.ofType(decimal) | item.where(linkId.matches('^/?70274-6$')).answer.value.ofType(integer)).count() = 1) implies ((item.where(linkId.matches('^/?70274-6$')).answer.value.ofType(decimal) | item.where(linkId.matches('^/?70274-6$')).answer.value.ofType(integer)) - (item.where(linkId.matches('^/?(69725-0|68509-9|69733-4|69734-2|69735-9|69689-8|69736-7)$') and answer.count() = 1).answer.value.ofType(Coding).where(code = 'LA6569-3').count() + 2 * item.where(linkId.matches('^/?(69725-0|68509-9|69733-4|69734-2|69735-9|69689-8|69736-7)$') and answer.count() = 1).answer.value.ofType(Coding).where(code = 'LA6570-1').count() + 3 * item.where(linkId.matches('^/?(69725-0|68509-9|69733-4|69734-2|69735-9|69689-8|69736-7)$') and answer.count() = 1).answer.value.ofType(Coding).where(code = 'LA6571-9').count())).abs() <= 0"
Severity: #error

Profile: InfusionAdverseEvent
Parent: AdverseEvent
Id: infusion-adverse-event
Title: "Infusion adverse event"
Description: "Adverse effect during or after an infusion"
* actuality = #actual
* event 1..1 MS
* event from AdverseEffect (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* encounter MS
* date 1..1 MS
* severity 1..1 MS
* seriousness MS
* outcome MS
* suspectEntity 1..* MS
* extension contains ResolvedAt named resolvedAt 0..1 MS
* suspectEntity.instance only Reference(InfusionMedicationAdministration or EsketamineAdministration or InfusionProcedure)

Profile: TreatmentConsent
Parent: Consent
Id: treatment-consent
Title: "Treatment consent"
Description: "Informed consent to off-label ketamine"
* status MS
* scope = $CONSENTSCOPE#treatment
* category 1..* MS
* patient 1..1 MS
* patient only Reference(KetaminePatient)
* dateTime 1..1 MS
* policy 1..* MS
* policy.uri 1..1 MS
* provision 1..1 MS
* provision.type 1..1

Profile: TreatmentSummaryComposition
Parent: Composition
Id: treatment-summary-composition
Title: "Treatment summary"
Description: "Summary for the referrer"
* type = $LNC#34133-9
* status MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* section 1..* MS
* section.title 1..1 MS
* section.code 1..1 MS
* section.text 1..1 MS
* section ^slicing.discriminator.type = #pattern
* section ^slicing.discriminator.path = "code"
* section ^slicing.rules = #open
* section contains problems 1..1 MS and administered 1..1 MS and results 1..1 MS and complications 1..1 MS and assessment 1..1 MS and plan 0..1 MS
* section[problems].code = $LNC#11450-4
* section[problems].entry only Reference(Condition)
* section[administered].code = $LNC#29549-3
* section[administered].entry only Reference(InfusionMedicationAdministration or EsketamineAdministration or InfusionProcedure)
* section[results].code = $LNC#30954-2
* section[results].entry only Reference(DepressionScore or TreatmentResponseObservation)
* section[complications].code = $LNC#55109-3
* section[complications].entry only Reference(InfusionAdverseEvent)
* section[assessment].code = $LNC#51848-0
* section[plan].code = $LNC#18776-5

Profile: TreatmentSummaryBundle
Parent: Bundle
Id: treatment-summary-bundle
Title: "Treatment summary document"
Description: "Document bundle"
* type = #document
* identifier 1..1 MS
* timestamp 1..1 MS
* entry 2..* MS
* entry.fullUrl 1..1
* entry.resource 1..1
