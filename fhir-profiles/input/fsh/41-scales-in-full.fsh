// The two scales that may be reproduced in full: items, answers with their points, and a total that is computed.

RuleSet: FreeScale(id, loinc)
* url = "https://fhir.dripline.example/Questionnaire/{id}"
* version = "0.1.0"
* status = #active
* experimental = false
* subjectType = #Patient
* date = "2026-11-01"
* publisher = "Dripline"
* copyright = "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute. This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."
* code = $LNC#{loinc}

RuleSet: Item(loinc, text, type)
* item[+].linkId = "/{loinc}"
* item[=].code = $LNC#{loinc}
* item[=].text = "{text}"
* item[=].type = #{type}
* item[=].required = false

RuleSet: Frequency(number, loinc, text)
* insert Item({loinc}, [[{text}]], choice)
* item[=].prefix = "{number}."
* insert Points(0, LA6568-5, [[Not at all]])
* insert Points(1, LA6569-3, [[Several days]])
* insert Points(2, LA6570-1, [[More than half the days]])
* insert Points(3, LA6571-9, [[Nearly every day]])

RuleSet: Points(points, loinc, text)
* item[=].answerOption[{points}].valueCoding = $LNC#{loinc} "{text}"
* item[=].answerOption[{points}].valueCoding.extension[$ordinal].valueDecimal = {points}

Instance: phq-9
InstanceOf: MoodQuestionnaire
Usage: #definition
Title: "Patient Health Questionnaire (PHQ-9)"
* insert FreeScale(phq-9, 44249-1)
* name = "Phq9"
* title = "Patient Health Questionnaire (PHQ-9)"
* description = "Over the last 2 weeks, how often have you been bothered by any of the following problems? Nine items of 0 to 3; a total of 0 to 27."
* insert Frequency(1, 44250-9, [[Little interest or pleasure in doing things]])
* insert Frequency(2, 44255-8, [[Feeling down, depressed, or hopeless]])
* insert Frequency(3, 44259-0, [[Trouble falling or staying asleep, or sleeping too much]])
* insert Frequency(4, 44254-1, [[Feeling tired or having little energy]])
* insert Frequency(5, 44251-7, [[Poor appetite or overeating]])
* insert Frequency(6, 44258-2, [[Feeling bad about yourself - or that you are a failure or have let yourself or your family down]])
* insert Frequency(7, 44252-5, [[Trouble concentrating on things, such as reading the newspaper or watching television]])
* insert Frequency(8, 44253-3, [[Moving or speaking so slowly that other people could have noticed. Or the opposite - being so fidgety or restless that you have been moving around a lot more than usual]])
* insert Frequency(9, 44260-8, [[Thoughts that you would be better off dead, or of hurting yourself in some way]])
* insert Item(69722-7, [[If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?]], choice)
* item[=].prefix = "10."
* item[=].answerOption[0].valueCoding = $LNC#LA6572-7 "Not difficult at all"
* item[=].answerOption[1].valueCoding = $LNC#LA6573-5 "Somewhat difficult"
* item[=].answerOption[2].valueCoding = $LNC#LA6575-0 "Very difficult"
* item[=].answerOption[3].valueCoding = $LNC#LA6574-3 "Extremely difficult"
* insert Item(44261-6, [[Total score]], decimal)
* item[=].readOnly = true

Instance: gad-7
InstanceOf: MoodQuestionnaire
Usage: #definition
Title: "Generalized Anxiety Disorder scale (GAD-7)"
* insert FreeScale(gad-7, 69737-5)
* name = "Gad7"
* title = "Generalized Anxiety Disorder scale (GAD-7)"
* description = "Over the last 2 weeks, how often have you been bothered by any of the following problems? Seven items of 0 to 3; a total of 0 to 21."
* insert Frequency(1, 69725-0, [[Feeling nervous, anxious, or on edge]])
* insert Frequency(2, 68509-9, [[Not being able to stop or control worrying]])
* insert Frequency(3, 69733-4, [[Worrying too much about different things]])
* insert Frequency(4, 69734-2, [[Trouble relaxing]])
* insert Frequency(5, 69735-9, [[Being so restless that it is hard to sit still]])
* insert Frequency(6, 69689-8, [[Becoming easily annoyed or irritable]])
* insert Frequency(7, 69736-7, [[Feeling afraid, as if something awful might happen]])
* insert Item(70274-6, [[Total score]], decimal)
* item[=].readOnly = true
