CodeSystem: KetamineTreatment
Id: ketamine-treatment
Title: "Ketamine treatment local codes"
Description: "Concepts for which no public code could be verified; map to LOINC or SNOMED CT when a licensed source is at hand."
* ^caseSensitive = true
* ^experimental = false
* ^content = #complete
* #treatment-course "Ketamine treatment course"
* #madrs-total "MADRS total score"
* #qids-sr16-total "QIDS-SR16 total score"
* #cadss-total "CADSS total score (23 items)"
* #cadss-6-total "CADSS-6 total score"
* #dissociation-global "Clinician global dissociation rating"
* #moaas "Modified observer's assessment of alertness/sedation"
* #rass "Richmond agitation-sedation scale"
* #treatment-response "Antidepressant treatment response"
* #no-response "No response"
* #partial-response "Partial response"
* #response "Response"
* #remission "Remission"
* #baseline-score "Baseline score"
* #current-score "Current score"
* #percent-change "Change from baseline"
* #discharge-readiness "Readiness for discharge"
* #eligibility "Eligibility for ketamine treatment"
* #dissociation "Dissociation"
* #perceptual-disturbance "Perceptual disturbance"
* #baseline "Baseline"
* #pre-infusion "Before infusion"
* #post-24h "24 hours after infusion"
* #post-7d "7 days after infusion"
* #end-of-induction "End of induction"
* #maintenance "Maintenance"
* #follow-up "Follow-up"
* #pre "Before start of drug"
* #during "While drug is given"
* #post "After end of drug"
* #induction "Induction"
* #consolidation "Consolidation"

ValueSet: InfusedAgent
Id: infused-agent
Title: "Ketamine and esketamine"
Description: "Agents given"
* $RXN#6130 "ketamine"
* $RXN#238082
* $RXN#238083
* $RXN#238084
* $RXN#2201623
* $RXN#2201625
* $SCT#373464007 "Ketamine"

ValueSet: DepressionDiagnosisSct
Id: depression-diagnosis-sct
Title: "Major depressive disorder (SNOMED CT)"
Description: "Subset"
* $SCT#370143000 "Major depressive disorder"
* $SCT#36923009 "Major depression, single episode"
* $SCT#66344007 "Recurrent major depression"
* $SCT#15639000
* $SCT#76441001
* $SCT#832007
* $SCT#450714000
* $SCT#18818009
* $SCT#36474008
* $SCT#28475009

ValueSet: InfusionProcedureCode
Id: infusion-procedure-code
Title: "Infusion procedure"
Description: "Procedure codes"
* $SCT#14152002 "Intravenous infusion"
* $SCT#386358000 "Administration of drug or medicament via intravenous route"

ValueSet: MoodScoreCode
Id: mood-score-code
Title: "Mood scale totals"
Description: "Totals"
* $LNC#44261-6
* $LNC#70274-6
* $LNC#89209-1
* $KICS#madrs-total
* $KICS#qids-sr16-total

ValueSet: DissociationCode
Id: dissociation-code
Title: "Dissociation ratings"
Description: "Ratings"
* $KICS#cadss-total
* $KICS#cadss-6-total
* $KICS#dissociation-global

ValueSet: SedationCode
Id: sedation-code
Title: "Sedation ratings"
Description: "Ratings"
* $KICS#moaas
* $KICS#rass

ValueSet: ResponseCategory
Id: response-category
Title: "Response category"
Description: "Response category"
* $KICS#no-response
* $KICS#partial-response
* $KICS#response
* $KICS#remission

ValueSet: AssessmentTimepointVS
Id: assessment-timepoint
Title: "Assessment timepoint"
Description: "When a scale was taken in the course"
* $KICS#baseline
* $KICS#pre-infusion
* $KICS#post-24h
* $KICS#post-7d
* $KICS#end-of-induction
* $KICS#maintenance
* $KICS#follow-up

ValueSet: MonitoringPhaseVS
Id: monitoring-phase
Title: "Monitoring phase"
Description: "Phase relative to drug"
* $KICS#pre
* $KICS#during
* $KICS#post

ValueSet: AdverseEffect
Id: adverse-effect
Title: "Adverse effects seen with ketamine"
Description: "Adverse effects"
* $SCT#422587007 "Nausea"
* $SCT#422400008 "Vomiting"
* $SCT#404640003 "Dizziness"
* $SCT#25064002 "Headache"
* $SCT#271782001 "Drowsy"
* $SCT#3424008 "Tachycardia"
* $SCT#24184005 "Finding of increased blood pressure"
* $SCT#7011001 "Hallucinations"
* $SCT#48694002 "Anxiety"
* $SCT#111516008 "Blurring of visual image"
* $KICS#dissociation
* $KICS#perceptual-disturbance
