// Scales whose words belong to somebody: structure with labels of our own, or the total alone.

RuleSet: Shipped(id, version)
* url = "https://fhir.dripline.example/Questionnaire/{id}"
* version = "{version}"
* status = #active
* experimental = false
* subjectType = #Patient
* date = "2026-11-27"
* publisher = "Dripline"

RuleSet: YesNo(loinc, text)
* item[+].linkId = "/{loinc}"
* item[=].code = $LNC#{loinc}
* item[=].text = "{text}"
* item[=].type = #choice
* item[=].required = false
* item[=].answerOption[0].valueCoding = $LNC#LA33-6 "Yes"
* item[=].answerOption[1].valueCoding = $LNC#LA32-8 "No"

RuleSet: TotalOnly(id, code, max, text)
* insert Shipped({id}, [[0.1.0]])
* code = {code}
* item[0].code = {code}
* item[0].text = "{text}"
* item[0].type = #integer
* item[0].required = true
* item[0].extension[$min].valueInteger = 0
* item[0].extension[$max].valueInteger = {max}
* item[1].linkId = "/rater"
* item[1].text = "Rated by"
* item[1].type = #string
* item[1].required = false

Instance: c-ssrs-screener
InstanceOf: MoodQuestionnaire
Usage: #definition
Title: "C-SSRS screener (own labels)"
* insert Shipped(c-ssrs-screener, [[0.1.0]])
* name = "CSsrsScreener"
* title = "C-SSRS screener (own labels)"
* description = "Where the answers to the screener of the Columbia Suicide Severity Rating Scale go. The questions are asked from the owner's form; here they have numbers only."
* copyright = "The Columbia Suicide Severity Rating Scale is copyright The Research Foundation for Mental Hygiene, Inc. Its wording is not reproduced here: the labels are Dripline's. This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."
* code = $KICS#c-ssrs-screener
* insert YesNo(93246-7, [[Question 1]])
* insert YesNo(93247-5, [[Question 2]])
* insert YesNo(93248-3, [[Question 3]])
* insert YesNo(93249-1, [[Question 4]])
* insert YesNo(93250-9, [[Question 5]])
* insert YesNo(93267-3, [[Question 6]])
* insert YesNo(93269-9, [[Question 6, within the past 3 months]])
* item[+].linkId = "/93374-7"
* item[=].code = $LNC#93374-7
* item[=].text = "Risk level"
* item[=].type = #open-choice
* item[=].required = false
* item[=].answerOption[0].valueCoding = $LNC#LA9194-7 "Low"
* item[=].answerOption[1].valueCoding = $KICS#moderate-risk "Moderate risk"
* item[=].answerOption[2].valueCoding = $KICS#high-risk "High risk"

Instance: madrs-total
InstanceOf: MoodQuestionnaire
Usage: #definition
Title: "MADRS total"
* insert TotalOnly(madrs-total, [[$KICS#madrs-total]], 60, [[MADRS total, 0 to 60]])
* name = "MadrsTotal"
* title = "MADRS total"
* description = "The total of the Montgomery-Asberg Depression Rating Scale: ten items of 0 to 6, rated by a clinician on the owner's form."
* copyright = "The Montgomery-Asberg Depression Rating Scale is its owners' property and is not reproduced here: the total alone is recorded."
* item[0].linkId = "/madrs-total"

Instance: qids-sr16-total
InstanceOf: MoodQuestionnaire
Usage: #definition
Title: "QIDS-SR16 total"
* insert TotalOnly(qids-sr16-total, [[$KICS#qids-sr16-total]], 27, [[QIDS-SR16 total, 0 to 27]])
* name = "QidsSr16Total"
* title = "QIDS-SR16 total"
* description = "The total of the Quick Inventory of Depressive Symptomatology (self-report): nine domains of 0 to 3, taking the highest of items 1 to 4, of 6 to 9 and of 15 to 16."
* copyright = "The Quick Inventory of Depressive Symptomatology is its owners' property and is not reproduced here: the total alone is recorded."
* item[0].linkId = "/qids-sr16-total"

Instance: bdi-ii-total
InstanceOf: MoodQuestionnaire
Usage: #definition
Title: "BDI-II total"
* insert TotalOnly(bdi-ii-total, [[$LNC#89209-1]], 63, [[BDI-II total, 0 to 63]])
* name = "BdiIiTotal"
* title = "BDI-II total"
* description = "The total of the Beck Depression Inventory II: 21 items of 0 to 3, answered by the patient on the owner's form."
* copyright = "The Beck Depression Inventory II is its owners' property and is not reproduced here: the total alone is recorded. This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."
* item[0].linkId = "/89209-1"

Instance: cadss-total
InstanceOf: MoodQuestionnaire
Usage: #definition
Title: "CADSS total"
* insert TotalOnly(cadss-total, [[$KICS#cadss-total]], 92, [[CADSS total, 0 to 92]])
* name = "CadssTotal"
* title = "CADSS total"
* description = "The total of the Clinician-Administered Dissociative States Scale: 23 items of 0 to 4, on the owner's form."
* copyright = "The Clinician-Administered Dissociative States Scale is its owners' property and is not reproduced here: the total alone is recorded."
* item[0].linkId = "/cadss-total"
