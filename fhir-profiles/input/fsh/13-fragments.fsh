// The codes of large code systems that are in use here, and no more: a validator without a terminology server needs
// them to check a binding. Codes only, no displays.

RuleSet: Fragment(url)
* ^url = "{url}"
* ^publisher = "Dripline"
* ^date = "2026-11-01"
* ^caseSensitive = true
* ^experimental = false
* ^status = #active
* ^content = #fragment

CodeSystem: LoincFragment
Id: loinc-fragment
Title: "LOINC codes this server uses"
Description: "Codes only, no displays: lets a validator without a terminology server check the bindings."
* insert Fragment(http://loinc.org)
* insert LoincNotice
// PHQ-9.
* #44249-1
* #44250-9
* #44255-8
* #44259-0
* #44254-1
* #44251-7
* #44258-2
* #44252-5
* #44253-3
* #44260-8
* #44261-6
* #69722-7
* #LA6568-5
* #LA6569-3
* #LA6570-1
* #LA6571-9
* #LA6572-7
* #LA6573-5
* #LA6575-0
* #LA6574-3
// GAD-7.
* #69737-5
* #70274-6
* #69725-0
* #68509-9
* #69733-4
* #69734-2
* #69735-9
* #69689-8
* #69736-7
// BDI-II total.
* #89209-1
// C-SSRS screener, its risk level and answers.
* #93246-7
* #93247-5
* #93248-3
* #93249-1
* #93250-9
* #93267-3
* #93269-9
* #93374-7
* #LA9194-7
* #LA32-8
* #LA33-6
// Vital signs.
* #85354-9
* #8480-6
* #8462-4
* #8478-0
* #8867-4
* #9279-1
* #29463-7
* #8302-2
* #8310-5
* #2708-6
* #59408-5
// The summary and its sections.
* #34133-9
* #11450-4
* #48765-2
* #10160-0
* #30954-2
* #47519-4
* #8716-3
* #18776-5
* #47420-5
* #104605-1
* #42349-1
* #29549-3
* #51848-0
* #55109-3
// Consent.
* #59284-0

CodeSystem: RxNormFragment
Id: rxnorm-fragment
Title: "RxNorm codes this server uses"
Description: "Codes only, no displays: lets a validator without a terminology server check the bindings."
* insert Fragment(http://www.nlm.nih.gov/research/umls/rxnorm)
* #6130
* #238082
* #238083
* #238084
* #206967
* #206970
* #206972
* #2201623
* #2201625

CodeSystem: Icd10CmFragment
Id: icd10cm-fragment
Title: "ICD-10-CM codes this server uses"
Description: "Codes only, no displays: lets a validator without a terminology server check the bindings."
* insert Fragment(http://hl7.org/fhir/sid/icd-10-cm)
* #F32.0
* #F32.1
* #F32.2
* #F32.3
* #F32.4
* #F32.5
* #F32.9
* #F32.A
* #F33.0
* #F33.1
* #F33.2
* #F33.3
* #F33.40
* #F33.41
* #F33.42
* #F33.9
