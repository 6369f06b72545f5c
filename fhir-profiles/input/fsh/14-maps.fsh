// How the codes and identifiers used here relate to those of others.

RuleSet: AgentMap(source, code, equivalence)
* group[0].element[+].code = #{source}
* group[0].element[=].target.code = #{code}
* group[0].element[=].target.equivalence = #{equivalence}

Instance: infused-agent-atc
InstanceOf: ConceptMap
Usage: #definition
Title: "Ketamine and esketamine: RxNorm to ATC"
Description: "What an order or administration in RxNorm is in ATC; products are narrower than the substance they map to."
* url = "https://fhir.dripline.example/ConceptMap/infused-agent-atc"
* version = "0.1.0"
* name = "InfusedAgentAtc"
* title = "Ketamine and esketamine: RxNorm to ATC"
* description = "What an order or administration in RxNorm is in ATC; products are narrower than the substance they map to."
* status = #active
* experimental = false
* date = "2026-11-27"
* publisher = "Dripline"
* sourceCanonical = "https://fhir.dripline.example/ValueSet/infused-agent"
* group[0].source = "http://www.nlm.nih.gov/research/umls/rxnorm"
* group[0].target = "http://www.whocc.no/atc"
* insert AgentMap(6130, N01AX03, equivalent)
* insert AgentMap(238082, N01AX03, wider)
* insert AgentMap(238083, N01AX03, wider)
* insert AgentMap(238084, N01AX03, wider)
* insert AgentMap(206967, N01AX03, wider)
* insert AgentMap(206970, N01AX03, wider)
* insert AgentMap(206972, N01AX03, wider)
* insert AgentMap(2201623, N06AX27, wider)
* insert AgentMap(2201625, N06AX27, wider)

Instance: record-number
InstanceOf: NamingSystem
Usage: #definition
Title: "Record number"
Description: "The numbers by which the demonstration clinic knows its patients."
* name = "RecordNumber"
* status = #active
* kind = #identifier
* date = "2026-11-27"
* publisher = "Dripline"
* responsible = "Dripline"
* type = http://terminology.hl7.org/CodeSystem/v2-0203#MR
* description = "The numbers by which the demonstration clinic knows its patients. A clinic puts its own system in its place."
* uniqueId[0].type = #uri
* uniqueId[0].value = "https://fhir.dripline.example/mrn"
* uniqueId[0].preferred = true
