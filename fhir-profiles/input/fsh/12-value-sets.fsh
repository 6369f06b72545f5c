// The codes that the profiles bind.

ValueSet: InfusedAgent
Id: infused-agent
Title: "Ketamine and esketamine"
Description: "The drugs of the clinic, as ingredient, substance or product: ketamine for infusion, esketamine as nasal spray."
* insert SnomedNotice
* $RXN#6130 "ketamine"
* $RXN#238082
* $RXN#238083
* $RXN#238084
* $RXN#206967
* $RXN#206970
* $RXN#206972
* $RXN#2201623
* $RXN#2201625
* $SCT#373464007 "Ketamine"
* $ATC#N01AX03 "ketamine"
* $ATC#N01AX14 "esketamine"
* $ATC#N06AX27 "esketamine"

ValueSet: DepressionDiagnosisSct
Id: depression-diagnosis-sct
Title: "Major depressive disorder (SNOMED CT)"
Description: "Major depressive disorder, by episode and severity."
* insert SnomedNotice
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

ValueSet: DepressionDiagnosisIcd10Cm
Id: depression-diagnosis-icd10cm
Title: "Major depressive disorder (ICD-10-CM)"
Description: "Depressive episode (F32) and recurrent depressive disorder (F33), by severity and remission."
* $ICD10CM#F32.0
* $ICD10CM#F32.1
* $ICD10CM#F32.2
* $ICD10CM#F32.3
* $ICD10CM#F32.4
* $ICD10CM#F32.5
* $ICD10CM#F32.9
* $ICD10CM#F32.A
* $ICD10CM#F33.0
* $ICD10CM#F33.1
* $ICD10CM#F33.2
* $ICD10CM#F33.3
* $ICD10CM#F33.40
* $ICD10CM#F33.41
* $ICD10CM#F33.42
* $ICD10CM#F33.9

ValueSet: ReferralCode
Id: referral-code
Title: "Referral to psychiatry"
Description: "What the referral asks for."
* insert SnomedNotice
* $SCT#308477009
* $SCT#183524004

ValueSet: InfusionProcedureCode
Id: infusion-procedure-code
Title: "Infusion procedure"
Description: "How an infusion is coded as a procedure."
* insert SnomedNotice
* $SCT#14152002 "Intravenous infusion"
* $SCT#386358000 "Administration of drug or medicament via intravenous route"

ValueSet: CoursePhaseVS
Id: course-phase
Title: "Course phase"
Description: "Where a treatment course stands: the first series, its tapering, or single sessions at growing intervals."
* $KICS#induction
* $KICS#consolidation
* $KICS#maintenance

ValueSet: MoodScoreCode
Id: mood-score-code
Title: "Mood scale totals"
Description: "PHQ-9, GAD-7 and BDI-II (LOINC), MADRS and QIDS-SR16 (own codes, for which no LOINC code was found)."
* insert LoincNotice
* $LNC#44261-6
* $LNC#70274-6
* $LNC#89209-1
* $KICS#madrs-total
* $KICS#qids-sr16-total

ValueSet: DissociationCode
Id: dissociation-code
Title: "Dissociation ratings"
Description: "CADSS in full, its six-item form, or one global rating by the clinician."
* $KICS#cadss-total
* $KICS#cadss-6-total
* $KICS#dissociation-global

ValueSet: SedationCode
Id: sedation-code
Title: "Sedation ratings"
Description: "MOAA/S or RASS."
* $KICS#moaas
* $KICS#rass

ValueSet: ResponseCategory
Id: response-category
Title: "Response category"
Description: "How far a scale has fallen from its baseline."
* $KICS#no-response
* $KICS#partial-response
* $KICS#response
* $KICS#remission

ValueSet: AssessmentTimepointVS
Id: assessment-timepoint
Title: "Assessment timepoint"
Description: "When a scale was taken in the course."
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
Description: "Whether a reading was taken before, while or after the drug was given."
* $KICS#pre
* $KICS#during
* $KICS#post

ValueSet: AdverseEffect
Id: adverse-effect
Title: "Adverse effects seen with ketamine"
Description: "What is seen most often; other codes are welcome."
* insert SnomedNotice
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

ValueSet: TrialOutcomeVS
Id: trial-outcome
Title: "Trial outcome"
Description: "How an earlier antidepressant trial ended."
* KetamineEligibility#no-improvement
* KetamineEligibility#partial-improvement
* KetamineEligibility#relapse
* KetamineEligibility#intolerance
* KetamineEligibility#unknown

ValueSet: EligibilityDecision
Id: eligibility-decision
Title: "Eligibility decision"
Description: "Whether ketamine treatment suits the patient."
* KetamineEligibility#eligible
* KetamineEligibility#eligible-with-precaution
* KetamineEligibility#not-eligible

ValueSet: EligibilityCriterion
Id: eligibility-criterion
Title: "Eligibility criteria"
Description: "What speaks for the treatment (treatment-resistant) and what against it; the clinic may add its own."
* KetamineEligibility#treatment-resistant
* KetamineEligibility#uncontrolled-hypertension
* KetamineEligibility#unstable-cardiovascular
* KetamineEligibility#aneurysmal-vascular-disease
* KetamineEligibility#intracerebral-haemorrhage
* KetamineEligibility#raised-intracranial-pressure
* KetamineEligibility#psychosis
* KetamineEligibility#mania
* KetamineEligibility#substance-use
* KetamineEligibility#pregnancy
* KetamineEligibility#hypersensitivity

ValueSet: DischargeCriterion
Id: discharge-criterion
Title: "Discharge criteria"
Description: "What is looked at before the patient goes home; the clinic may add its own."
* KetamineEligibility#vitals-acceptable
* KetamineEligibility#alert
* KetamineEligibility#dissociation-resolved
* KetamineEligibility#gait-stable
* KetamineEligibility#nausea-tolerable
* KetamineEligibility#escort-present
* KetamineEligibility#no-driving-advised
* KetamineEligibility#minimum-observation

ValueSet: SafetyFlagCode
Id: safety-flag-code
Title: "Reasons for a safety flag"
Description: "What a clinician has to look at."
* KetamineEligibility#suicidality
