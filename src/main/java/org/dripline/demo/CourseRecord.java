package org.dripline.demo;

import static org.dripline.demo.Body.concept;
import static org.dripline.demo.Body.extension;
import static org.dripline.demo.Body.number;
import static org.dripline.demo.Body.plain;
import static org.dripline.demo.Body.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dripline.demo.Scenario.Agent;
import org.dripline.demo.Scenario.Course;
import org.dripline.demo.Scenario.Plan;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** One course of a patient: writes the plan, its orders and its sessions. */
final class CourseRecord {
    private final Scenario scenario;
    private final LocalDate start;
    private final Course course;
    private final int number;
    /** Sessions of the courses before. */
    private final int before;

    private final Transaction entries;
    private boolean written;

    private CourseRecord(
            Scenario scenario, LocalDate start, Course course, int number, int before, Transaction entries) {
        this.scenario = scenario;
        this.start = start;
        this.course = course;
        this.number = number;
        this.before = before;
        this.entries = entries;
    }

    static List<CourseRecord> of(Scenario scenario, LocalDate start, Transaction entries) {
        List<CourseRecord> records = new ArrayList<>();
        int before = 0;
        for (Course course : scenario.plan().courses()) {
            records.add(new CourseRecord(scenario, start, course, records.size() + 1, before, entries));
            before += course.days().size();
        }
        return records;
    }

    int firstDay() {
        return course.days().getFirst();
    }

    String phase() {
        return course.phase();
    }

    String reference() {
        return "CarePlan/" + id();
    }

    private String id() {
        return scenario.patientId() + "-course" + (number == 1 ? "" : "-" + number);
    }

    /** Before its first session it is not on file, so that nothing can be based on it. */
    boolean isWritten() {
        return written;
    }

    void write(String patient, String diagnosis, List<String> support, IntPredicate happened) {
        written = true;
        plan(patient, diagnosis, support, happened);
        SessionRecord sessions = new SessionRecord(scenario, patient, reference(), support.getFirst(), entries);
        Map<Integer, BigDecimal> doses = new TreeMap<>(scenario.plan().doses());
        String order = "";
        for (int i = 0; i < course.days().size() && happened.test(course.days().get(i)); i++) {
            int session = before + i + 1;
            if (i == 0 || doses.containsKey(session)) {
                order = order(session, orderStatus(i, happened), course.planned() - i, patient, order);
            }
            sessions.write(
                    session,
                    i + 1,
                    order,
                    VisitHours.drug(scenario, start, course.days().get(i)));
        }
    }

    /** Of a plan and, when no later one took its place, of its order. */
    private String status(IntPredicate happened, String early) {
        if (!happened.test(course.days().getLast())) {
            return "active";
        }
        return course.days().size() < course.planned() ? early : "completed";
    }

    private String orderStatus(int index, IntPredicate happened) {
        boolean revised = IntStream.range(index + 1, course.days().size())
                .anyMatch(later -> scenario.plan().doses().containsKey(before + later + 1)
                        && happened.test(course.days().get(later)));
        return revised ? "stopped" : status(happened, "stopped");
    }

    private void plan(String patient, String diagnosis, List<String> support, IntPredicate happened) {
        int lastDay = course.days().getLast();
        Body period = new Body().text("start", start.plusDays(firstDay()).toString());
        if (happened.test(lastDay)) {
            period.text("end", start.plusDays(lastDay).toString());
        }
        Body plan = Body.resource("CarePlan", id(), "treatment-course")
                .list(
                        "extension",
                        extension("course-number", "valuePositiveInt", number(number)),
                        extension("planned-infusions", "valuePositiveInt", number(course.planned())),
                        extension("course-phase", "valueCodeableConcept", concept(Body.LOCAL, course.phase())))
                .text("status", status(happened, "revoked"))
                .text("intent", "plan")
                .list("category", concept(Body.LOCAL, "treatment-course"))
                .reference("subject", patient)
                .put("period", period.json())
                .reference("author", Clinic.PHYSICIAN)
                .references("addresses", diagnosis)
                .list("supportingInfo", support.stream().map(Body::reference).toArray(Json[]::new));
        String next = scenario.plan().next();
        if (!next.isEmpty() && !happened.test(lastDay)) {
            plan.list("note", next(next, happened));
        }
        entries.put(plan);
    }

    /** Written after the last session so far. */
    private Json next(String text, IntPredicate happened) {
        int day = course.days().stream()
                .mapToInt(Integer::intValue)
                .filter(happened)
                .max()
                .orElseThrow();
        return new Body()
                .reference("authorReference", Clinic.PHYSICIAN)
                .text("time", start.plusDays(day).toString())
                .text("text", text)
                .json();
    }

    /** @param prior the order that this one revises, or the empty string */
    private String order(int session, String status, int sessions, String patient, String prior) {
        Plan plan = scenario.plan();
        boolean nasal = plan.agent() == Agent.ESKETAMINE;
        Body order = Body.resource(
                        "MedicationRequest", scenario.patientId() + "-order-" + session, "infusion-medication-request")
                .text("status", status)
                .text("intent", "order")
                .put("medicationCodeableConcept", SessionRecord.drug(plan.agent()))
                .reference("subject", patient)
                .text("authoredOn", start.plusDays(plan.days().get(session - 1)) + "T09:00:00Z")
                .reference("requester", Clinic.PHYSICIAN)
                .references("basedOn", reference());
        if (!prior.isEmpty()) {
            order.reference("priorPrescription", prior);
        }
        Body instruction = new Body()
                .put("timing", new Body().put("repeat", repeat(sessions, nasal)).json())
                .put("route", concept(Body.SNOMED, nasal ? "46713006" : "47625008"))
                .list(
                        "doseAndRate",
                        new Body()
                                .put("doseQuantity", quantity(plain(dose(plan, session)), nasal ? "mg" : "mg/kg"))
                                .json());
        BigDecimal cap = plan.maxMg();
        if (cap != null) {
            instruction.put("maxDosePerAdministration", quantity(plain(cap), "mg"));
        }
        return entries.put(order.list("dosageInstruction", instruction.json()));
    }

    private JsonObject repeat(int sessions, boolean nasal) {
        Body repeat = new Body().put("count", number(sessions));
        if (!nasal) {
            repeat.put("duration", number(scenario.plan().minutes())).text("durationUnit", "min");
        }
        return repeat.json();
    }

    /** What is ordered for that session: mg/kg, of esketamine mg. */
    static BigDecimal dose(Plan plan, int session) {
        return Objects.requireNonNull(
                new TreeMap<>(plan.doses()).floorEntry(session).getValue());
    }
}
