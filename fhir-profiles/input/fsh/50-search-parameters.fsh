// Search parameters that R4 lacks for infusion records. The engine declares the same in its catalog; a test compares them.

RuleSet: OwnSearchParameter(base, code, type)
* name = "{base}-{code}"
* status = #active
* experimental = false
* date = "2026-11-24"
* publisher = "Dripline"
* base = #{base}
* code = #{code}
* type = #{type}
* xpathUsage = #normal

Instance: CarePlan-course-number
InstanceOf: SearchParameter
Usage: #definition
Title: "CarePlan course-number"
* url = "https://fhir.dripline.example/SearchParameter/CarePlan-course-number"
* insert OwnSearchParameter(CarePlan, course-number, number)
* description = "The number of the treatment course, counted for each patient"
* expression = "CarePlan.extension.where(url='https://fhir.dripline.example/StructureDefinition/course-number').value"

Instance: Procedure-infusion-number
InstanceOf: SearchParameter
Usage: #definition
Title: "Procedure infusion-number"
* url = "https://fhir.dripline.example/SearchParameter/Procedure-infusion-number"
* insert OwnSearchParameter(Procedure, infusion-number, number)
* description = "The number of the infusion within its treatment course"
* expression = "Procedure.extension.where(url='https://fhir.dripline.example/StructureDefinition/infusion-number').value"

Instance: Procedure-course
InstanceOf: SearchParameter
Usage: #definition
Title: "Procedure course"
* url = "https://fhir.dripline.example/SearchParameter/Procedure-course"
* insert OwnSearchParameter(Procedure, course, number)
* description = "The number of the treatment course that the infusion belongs to"
* expression = "Procedure.basedOn.resolve().ofType(CarePlan).extension.where(url='https://fhir.dripline.example/StructureDefinition/course-number').value"

Instance: MedicationAdministration-course
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration course"
* url = "https://fhir.dripline.example/SearchParameter/MedicationAdministration-course"
* insert OwnSearchParameter(MedicationAdministration, course, number)
* description = "The number of the treatment course that the infusion belongs to"
* expression = "MedicationAdministration.partOf.resolve().ofType(Procedure).basedOn.resolve().ofType(CarePlan).extension.where(url='https://fhir.dripline.example/StructureDefinition/course-number').value"

Instance: MedicationAdministration-dose
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration dose"
* url = "https://fhir.dripline.example/SearchParameter/MedicationAdministration-dose"
* insert OwnSearchParameter(MedicationAdministration, dose, quantity)
* description = "The dose given, as an amount and per kilogram of body weight: the unit tells which is meant"
* expression = "MedicationAdministration.dosage.dose | MedicationAdministration.dosage.extension.where(url='https://fhir.dripline.example/StructureDefinition/dose-per-kg').value"

Instance: MedicationAdministration-infusion
InstanceOf: SearchParameter
Usage: #definition
Title: "MedicationAdministration infusion"
* url = "https://fhir.dripline.example/SearchParameter/MedicationAdministration-infusion"
* insert OwnSearchParameter(MedicationAdministration, infusion, reference)
* description = "The infusion that the drug was given in"
* expression = "MedicationAdministration.partOf.where(resolve() is Procedure)"
* target = #Procedure

Instance: Observation-timepoint
InstanceOf: SearchParameter
Usage: #definition
Title: "Observation timepoint"
* url = "https://fhir.dripline.example/SearchParameter/Observation-timepoint"
* insert OwnSearchParameter(Observation, timepoint, token)
* description = "When within its treatment course the assessment was made"
* expression = "Observation.extension.where(url='https://fhir.dripline.example/StructureDefinition/assessment-timepoint-ext').value"

Instance: QuestionnaireResponse-timepoint
InstanceOf: SearchParameter
Usage: #definition
Title: "QuestionnaireResponse timepoint"
* url = "https://fhir.dripline.example/SearchParameter/QuestionnaireResponse-timepoint"
* insert OwnSearchParameter(QuestionnaireResponse, timepoint, token)
* description = "When within its treatment course the assessment was made"
* expression = "QuestionnaireResponse.extension.where(url='https://fhir.dripline.example/StructureDefinition/assessment-timepoint-ext').value"

Instance: QuestionnaireResponse-instrument
InstanceOf: SearchParameter
Usage: #definition
Title: "QuestionnaireResponse instrument"
* url = "https://fhir.dripline.example/SearchParameter/QuestionnaireResponse-instrument"
* insert OwnSearchParameter(QuestionnaireResponse, instrument, token)
* description = "The scale that was filled in, by the last part of its Questionnaire's url: phq-9"
* expression = "QuestionnaireResponse.questionnaire.where(hasValue()).replaceMatches('^.*/([^/|]+)(\\\\|.*)?$', '$1')"
