// What is watched around a session, what went wrong, and when the patient may go.

RuleSet: Monitoring
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only dateTime
* effective[x] 1..1 MS
* encounter MS
* encounter only Reference(InfusionEncounter)
* partOf MS
* partOf ^short = "The infusion, or the nasal administration"
* partOf only Reference(InfusionProcedure or InfusionMedicationAdministration or EsketamineAdministration)
* extension contains MonitoringPhase named phase 0..1 MS

Profile: MonitoringBloodPressure
Parent: http://hl7.org/fhir/StructureDefinition/bp
Id: monitoring-blood-pressure
Title: "Monitoring blood pressure"
Description: "Blood pressure around a session."
* insert Monitoring
* component[SystolicBP] MS
* component[DiastolicBP] MS

Profile: MonitoringHeartRate
Parent: http://hl7.org/fhir/StructureDefinition/heartrate
Id: monitoring-heart-rate
Title: "Monitoring heart rate"
Description: "Heart rate around a session."
* insert Monitoring

Profile: MonitoringRespiratoryRate
Parent: http://hl7.org/fhir/StructureDefinition/resprate
Id: monitoring-respiratory-rate
Title: "Monitoring respiratory rate"
Description: "Respiratory rate around a session."
* insert Monitoring

Profile: MonitoringOxygenSaturation
Parent: http://hl7.org/fhir/StructureDefinition/oxygensat
Id: monitoring-oxygen-saturation
Title: "Monitoring oxygen saturation"
Description: "Oxygen saturation around a session. R4 asks for 2708-6; 59408-5 says that it was a pulse oximeter."
* insert Monitoring
* code.coding contains PulseOximetry 0..1 MS
* code.coding[PulseOximetry].system 1..1
* code.coding[PulseOximetry].system = $LNC
* code.coding[PulseOximetry].code 1..1
* code.coding[PulseOximetry].code = #59408-5

Profile: TreatmentBodyWeight
Parent: http://hl7.org/fhir/StructureDefinition/bodyweight
Id: treatment-body-weight
Title: "Treatment body weight"
Description: "Body weight, as doses are computed from it."
* insert Monitoring

Profile: SedationObservation
Parent: Observation
Id: sedation-observation
Title: "Sedation observation"
Description: "How alert the patient is: MOAA/S or RASS."
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

Profile: DissociationObservation
Parent: Observation
Id: dissociation-observation
Title: "Dissociation observation"
Description: "How far the patient is dissociated: CADSS, CADSS-6 or one global rating."
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

Profile: DischargeReadiness
Parent: Observation
Id: discharge-readiness
Title: "Discharge readiness"
Description: "Whether the patient may go home, with each criterion that was looked at."
* status MS
* code = $KICS#discharge-readiness
* code MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* encounter 1..1 MS
* encounter only Reference(InfusionEncounter)
* effective[x] only dateTime
* effective[x] 1..1 MS
* performer 1..* MS
* value[x] only boolean
* value[x] 1..1 MS
* note MS
* component 1..* MS
* component.code from DischargeCriterion (extensible)
* component.value[x] only boolean
* component.value[x] 1..1 MS
* obeys ki-ready-all

Invariant: ki-ready-all
Description: "Expected: ready for discharge only when no criterion is false, or a note that explains."
Expression: "value.ofType(boolean) = true implies (component.value.ofType(boolean).allTrue() or note.exists())"
Severity: #error

Profile: InfusionAdverseEvent
Parent: AdverseEvent
Id: infusion-adverse-event
Title: "Infusion adverse event"
Description: "An unwanted effect during or after a session: what, when, how bad, and when it was over."
* actuality = #actual
* actuality MS
* event 1..1 MS
* event from AdverseEffect (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* encounter MS
* date 1..1 MS
* date ^short = "Onset"
* severity 1..1 MS
* seriousness MS
* outcome MS
* suspectEntity 1..* MS
* suspectEntity.instance MS
* extension contains ResolvedAt named resolvedAt 0..1 MS
* suspectEntity.instance only Reference(InfusionMedicationAdministration or EsketamineAdministration or InfusionProcedure)

Profile: SafetyFlag
Parent: Flag
Id: safety-flag
Title: "Safety flag"
Description: "Something a clinician must look at, such as PHQ-9 item 9 above zero. The server raises it; whoever takes it back says who looked, when, and with what result."
* status MS
* code 1..1 MS
* code from SafetyFlagCode (extensible)
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* period 1..1 MS
* period.start 1..1 MS
* extension contains Review named review 0..* MS
* obeys ki-flag-review

Invariant: ki-flag-review
Description: "Expected: a review (who, when, result) on a flag that is inactive."
Expression: "status = 'inactive' implies extension('https://fhir.dripline.example/StructureDefinition/review').exists()"
Severity: #error
