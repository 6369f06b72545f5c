// Operations of our own, all of them served.

RuleSet: Operation(code, status)
* url = "https://fhir.dripline.example/OperationDefinition/{code}"
* version = "0.1.0"
* status = #{status}
* kind = #operation
* experimental = false
* date = "2026-11-27"
* publisher = "Dripline"
* code = #{code}
* affectsState = false
* system = false
* type = false
* instance = true

RuleSet: Parameter(name, use, min, max, type, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #{use}
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].type = #{type}
* parameter[=].documentation = "{documentation}"

RuleSet: Parts(name, min, max, documentation)
* parameter[+].name = #{name}
* parameter[=].use = #out
* parameter[=].min = {min}
* parameter[=].max = "{max}"
* parameter[=].documentation = "{documentation}"

RuleSet: Part(name, min, max, type, documentation)
* parameter[=].part[+].name = #{name}
* parameter[=].part[=].use = #out
* parameter[=].part[=].min = {min}
* parameter[=].part[=].max = "{max}"
* parameter[=].part[=].type = #{type}
* parameter[=].part[=].documentation = "{documentation}"

RuleSet: CourseAndTime
* insert Parameter(course, in, 0, 1, string, [[Which course of the patient: its number, or a reference such as CarePlan/12. The newest when not given.]])
* insert Parameter(start, in, 0, 1, date, [[Nothing from before this day.]])
* insert Parameter(end, in, 0, 1, date, [[Nothing from after this day.]])

Instance: treatment-summary
InstanceOf: OperationDefinition
Usage: #definition
Title: "Treatment summary"
* insert Operation(treatment-summary, active)
* name = "TreatmentSummary"
* title = "Treatment summary"
* description = "The summary of a treatment course for the referrer, as a document: GET or POST [base]/CarePlan/[id]/$treatment-summary and [base]/Patient/[id]/$treatment-summary. With Accept: text/html it is the printable page of the same content, with application/pdf that page as a file. 404 when there is no course; 422 when it has neither a completed session nor a score."
* comment = "Nothing is changed unless persist is true; that takes a POST."
* resource[0] = #CarePlan
* resource[1] = #Patient
* insert CourseAndTime
* insert Parameter(scale, in, 0, 1, code, [[The scale that the response is told by: phq9 (when not given), madrs, qids or bdi.]])
* insert Parameter(remission-cutoff, in, 0, 1, integer, [[The total up to which remission is told, in place of the clinic's; the text says which was used.]])
* insert Parameter(persist, in, 0, 1, boolean, [[Whether the document is stored, with a version of its own.]])
* insert Parameter(return, out, 1, 1, Bundle, [[The document.]])
* parameter[=].targetProfile = "https://fhir.dripline.example/StructureDefinition/treatment-summary-bundle"

Instance: trajectory
InstanceOf: OperationDefinition
Usage: #definition
Title: "Trajectory"
* insert Operation(trajectory, active)
* name = "Trajectory"
* title = "Trajectory"
* description = "Scores and vital signs of a course, each placed by the session it belongs to: [base]/CarePlan/[id]/$trajectory and [base]/Patient/[id]/$trajectory. Made for charts; what is missing is listed, never filled in."
* resource[0] = #CarePlan
* resource[1] = #Patient
* insert CourseAndTime
* insert Parameter(scale, in, 0, *, code, [[Which scales: phq9, gad7, madrs, qids, bdi. All when not given.]])
* insert Parts(series, 0, *, [[One scale or vital sign over the whole course, in columns of equal length and in order of time: the first infusion, moment, time, value and source belong together, and so on.]])
* insert Part(kind, 1, 1, code, [[phq9, gad7, madrs, qids, bdi, systolic, diastolic, heart-rate, spo2 or respiratory-rate.]])
* insert Part(unit, 1, 1, code, [[The unit of every value, in UCUM.]])
* insert Part(infusion, 0, *, positiveInt, [[The place in the course of the session that it is placed by.]])
* insert Part(moment, 0, *, code, [[baseline, pre, plus-40min, plus-24h, before-next or follow-up.]])
* insert Part(time, 0, *, dateTime, [[When it was taken.]])
* insert Part(value, 0, *, decimal, [[The value.]])
* insert Part(source, 0, *, Reference, [[The Observation that says so, with its version.]])
* insert Parts(gap, 0, *, [[A value that should be there and is not.]])
* insert Part(kind, 1, 1, code, [[The series that it is missing from.]])
* insert Part(infusion, 0, 1, positiveInt, [[The number of the session.]])
* insert Part(moment, 1, 1, code, [[The moment.]])

Instance: summary
InstanceOf: OperationDefinition
Usage: #definition
Title: "Patient summary"
* insert Operation(summary, active)
* name = "PatientSummary"
* title = "Patient summary"
* description = "What a reader of patient summaries expects of this patient, as a document: GET or POST [base]/Patient/[id]/$summary. Problems (11450-4), allergies (48765-2) and medication (10160-0) are always there."
* resource[0] = #Patient
* insert Parameter(return, out, 1, 1, Bundle, [[The document.]])

Instance: explain-match
InstanceOf: OperationDefinition
Usage: #definition
Title: "Explain a match"
* insert Operation(explain-match, active)
* name = "ExplainMatch"
* title = "Explain a match"
* description = "Why a search finds a resource or does not: GET [base]/[type]/[id]/$explain-match?query=code%3D1234%26status%3Dfinal tells for each parameter how it was read, what the resource is indexed by, and whether the two match."
* resource[0] = #Resource
* insert Parameter(query, in, 1, 1, string, [[The search that is to be explained, percent-encoded; what stands before a question mark is ignored.]])
* insert Parameter(matches, out, 1, 1, boolean, [[Whether the search finds the resource.]])
* insert Parts(parameter, 0, *, [[One parameter of the search.]])
* insert Part(name, 1, 1, string, [[As it was asked, with its modifier.]])
* insert Part(value, 0, 1, string, [[As it was asked; without a value when it was empty.]])
* insert Part(comparison, 1, 1, string, [[How it was read.]])
* insert Part(indexed, 0, *, string, [[A value of the resource that it was compared with.]])
* insert Part(matches, 1, 1, boolean, [[Whether they match.]])
