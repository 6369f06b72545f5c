// Scales, their totals, and what the totals say of the treatment.

Profile: MoodQuestionnaire
Parent: Questionnaire
Id: mood-questionnaire
Title: "Mood questionnaire"
Description: "A scale, or the total of one, that the server knows."
* url 1..1 MS
* version 1..1 MS
* name 1..1 MS
* title 1..1 MS
* status MS
* copyright 1..1 MS
* code 1..* MS
* item 1..* MS
* item.code MS

Profile: MoodQuestionnaireResponse
Parent: QuestionnaireResponse
Id: mood-questionnaire-response
Title: "Mood questionnaire response"
Description: "The answers to a scale, from which the server derives the total."
* questionnaire 1..1 MS
* status MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* authored 1..1 MS
* author MS
* source MS
* encounter MS
* basedOn MS
* basedOn only Reference(TreatmentCourse)
* partOf MS
* partOf only Reference(InfusionProcedure)
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

Profile: DepressionScore
Parent: Observation
Id: depression-score
Title: "Depression score"
Description: "The total of a scale; the server makes it from a completed PHQ-9 or GAD-7."
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
* derivedFrom only Reference(MoodQuestionnaireResponse)
* basedOn MS
* basedOn only Reference(TreatmentCourse)
* interpretation MS
* interpretation ^short = "Severity band, in words"
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
Description: "How the patient responded, with the numbers behind it and the definition used."
* status MS
* code = $KICS#treatment-response
* code MS
* subject 1..1 MS
* subject only Reference(KetaminePatient)
* effective[x] only dateTime
* effective[x] 1..1 MS
* basedOn 1..* MS
* basedOn only Reference(TreatmentCourse)
* value[x] only CodeableConcept
* value[x] 1..1 MS
* valueCodeableConcept from ResponseCategory (required)
* method MS
* method.text MS
* method.text ^short = "The definition used"
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
