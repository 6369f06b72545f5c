// What the esketamine programme wants to know of every session, with labels of our own.

RuleSet: Field(id, text, type)
* item[=].item[+].linkId = "{id}"
* item[=].item[=].text = "{text}"
* item[=].item[=].type = #{type}
* item[=].item[=].required = false

RuleSet: FieldGroup(id, text)
* item[+].linkId = "{id}"
* item[=].text = "{text}"
* item[=].type = #group
* item[=].required = false

RuleSet: FieldUnit(ucum, text)
* item[=].item[=].extension[$unit].valueCoding = $UCUM#{ucum} "{text}"

RuleSet: Pressure(id, text)
* insert FieldGroup(bp.{id}, [[{text}]])
* insert Field(bp.{id}.systolic, Systolic, integer)
* insert FieldUnit(mm[Hg], mmHg)
* insert Field(bp.{id}.diastolic, Diastolic, integer)
* insert FieldUnit(mm[Hg], mmHg)

RuleSet: Effect(id, text)
* insert FieldGroup({id}, [[{text}]])
* insert Field({id}.occurred, Occurred, boolean)
* insert Field({id}.onset-min, [[Began, minutes after the first device]], integer)
* insert FieldUnit(min, min)
* insert Field({id}.resolved-min, [[Over, minutes after the first device]], integer)
* insert FieldUnit(min, min)
* insert Field({id}.treatment, [[Treatment given]], text)

Instance: spravato-rems-monitoring
InstanceOf: Questionnaire
Usage: #definition
Title: "Esketamine monitoring form (own labels)"
* insert Shipped(spravato-rems-monitoring, [[2021.11]])
* name = "SpravatoRemsMonitoring"
* title = "Esketamine monitoring form (own labels)"
* description = "The data that the monitoring form of the esketamine programme asks for after every outpatient session (form of November 2021), to be sent within seven days; opioids and respiratory depression are asked by later editions. The version names the edition of the form."
* copyright = "SPRAVATO is a trademark of Johnson & Johnson. The form itself is not reproduced here: field names and labels are Dripline's."
* code = $KICS#esketamine-monitoring
* item[+].linkId = "patient"
* item[=].text = "Name, birth date and sex are taken from the patient's record"
* item[=].type = #display
* insert FieldGroup(conmed, [[Taken at present]])
* insert Field(conmed.benzodiazepine, [[Benzodiazepine]], boolean)
* insert Field(conmed.hypnotic, [[Other hypnotic]], boolean)
* insert Field(conmed.psychostimulant, [[Psychostimulant]], boolean)
* insert Field(conmed.maoi, [[MAO inhibitor]], boolean)
* insert Field(conmed.opioid, [[Opioid]], boolean)
* insert FieldGroup(hcp, [[Who monitored]])
* insert Field(hcp.name, [[Name]], string)
* insert Field(hcp.phone, [[Telephone]], string)
* insert Field(hcp.email, [[E-mail]], string)
* insert FieldGroup(setting, [[Certified site]])
* insert Field(setting.name, [[Name]], string)
* insert Field(setting.address, [[Address]], string)
* insert FieldGroup(session, [[Session]])
* insert Field(session.date, [[Date]], date)
* insert Field(session.dose-mg, [[Dose: 28, 56, 84 or another]], decimal)
* insert FieldUnit(mg, mg)
* insert Field(session.lot, [[Lot number]], string)
* insert Field(session.total-min, [[Minutes from the first device to the end of monitoring]], integer)
* insert FieldUnit(min, min)
* insert Field(session.ready-min, [[Minutes until the patient would have been ready without the two-hour rule]], integer)
* insert FieldUnit(min, min)
* insert FieldGroup(vitals, [[Vital signs acceptable]])
* insert Field(vitals.ok-before, [[Before the first device]], boolean)
* insert Field(vitals.ok-end, [[At the end]], boolean)
* insert Pressure(before, [[Blood pressure before]])
* insert Pressure(40min, [[Blood pressure after about 40 minutes]])
* insert Pressure(end, [[Blood pressure at the end]])
* insert Effect(sedation, [[Sedation]])
* insert Effect(dissociation, [[Dissociation]])
* insert Effect(respiratory-depression, [[Respiratory depression]])
* insert FieldGroup(sae, [[Serious adverse event]])
* insert Field(sae.occurred, [[Occurred]], boolean)
* insert Field(sae.criteria, [[Why it is serious]], choice)
* item[=].item[=].repeats = true
* item[=].item[=].answerOption[0].valueCoding = $KICS#death "Death"
* item[=].item[=].answerOption[1].valueCoding = $KICS#life-threatening "Life-threatening"
* item[=].item[=].answerOption[2].valueCoding = $KICS#hospitalisation "Hospitalisation"
* item[=].item[=].answerOption[3].valueCoding = $KICS#disability "Disability"
* item[=].item[=].answerOption[4].valueCoding = $KICS#other-important-event "Other important medical event"
