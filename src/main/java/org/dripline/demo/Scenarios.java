package org.dripline.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dripline.demo.Scenario.Agent;
import org.dripline.demo.Scenario.Background;
import org.dripline.demo.Scenario.Course;
import org.dripline.demo.Scenario.Effect;
import org.dripline.demo.Scenario.Events;
import org.dripline.demo.Scenario.Person;
import org.dripline.demo.Scenario.Plan;
import org.dripline.demo.Scenario.Saturation;
import org.dripline.demo.Scenario.Start;
import org.dripline.demo.Scenario.Thought;
import org.dripline.demo.Scenario.Trial;
import org.jspecify.annotations.Nullable;

/** The demo's patients, read from {@code patients.txt} beside this class; what its fields mean is said there. */
final class Scenarios {
    private static final List<String> INSTRUMENTS = List.of("phq9", "gad7", "madrs");
    private static final Set<String> FIELDS = Set.of(
            "patient",
            "start",
            "agent",
            "diagnosis",
            "trials",
            "takes",
            "problem",
            "allergy",
            "decision",
            "consent",
            "course",
            "dose",
            "cap",
            "minutes",
            "next",
            "phq9",
            "gad7",
            "madrs",
            "thoughts",
            "effects",
            "peaks",
            "oxygen",
            "stopped",
            "unwatched",
            "pounds");

    static final List<Scenario> ALL = Arrays.stream(file().split("\n\n"))
            .map(block -> Facts.of(block, FIELDS))
            .filter(facts -> facts.has("patient"))
            .map(Scenarios::scenario)
            .toList();

    private Scenarios() {}

    private static String file() {
        try (InputStream in = Objects.requireNonNull(Scenarios.class.getResourceAsStream("patients.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario scenario(Facts facts) {
        List<String> who = facts.words("patient");
        Map<String, Map<Integer, Integer>> scales = new LinkedHashMap<>();
        INSTRUMENTS.stream().filter(facts::has).forEach(name -> scales.put(name, facts.pairs(name, Integer::valueOf)));
        return new Scenario(
                who.getFirst(),
                new Person(who.get(1), who.get(2), who.get(3), who.get(4), new BigDecimal(who.get(5))),
                start(facts.text("start", "0")),
                background(facts),
                Health.of(facts),
                plan(facts),
                scales,
                facts.pairs("thoughts", Scenarios::thought),
                new Events(
                        facts.lists("effects", Scenarios::effect),
                        facts.pairs("stopped", Integer::valueOf),
                        facts.pairs("peaks", Integer::valueOf),
                        facts.pairs("oxygen", Scenarios::saturation),
                        facts.pairs("unwatched", text -> text),
                        facts.words("pounds").stream().map(Integer::valueOf).toList()));
    }

    private static Start start(String text) {
        if (text.contains("-") && !text.startsWith("-")) {
            return new Start(LocalDate.parse(text), 0, 0);
        }
        List<String> parts = Facts.words(text, "\\+");
        return new Start(
                null, Integer.parseInt(parts.getFirst()), parts.size() > 1 ? Integer.parseInt(parts.getLast()) : 0);
    }

    private static Background background(Facts facts) {
        List<String> diagnosis = Facts.words(facts.text("diagnosis", "66344007 F33.2"), " ");
        List<String> decision = Facts.words(facts.text("decision", "eligible"), "/");
        return new Background(
                diagnosis.getFirst(),
                diagnosis.getLast(),
                facts.words("trials").stream().map(Scenarios::trial).toList(),
                decision.getFirst(),
                decision.size() > 1 ? decision.getLast() : null,
                facts.text("consent", "permit"));
    }

    private static Plan plan(Facts facts) {
        Agent agent = facts.text("agent", "ketamine").equals("esketamine") ? Agent.ESKETAMINE : Agent.KETAMINE;
        Map<Integer, BigDecimal> usual = agent == Agent.KETAMINE
                ? Map.of(1, new BigDecimal("0.5"))
                : Map.of(1, BigDecimal.valueOf(56), 3, BigDecimal.valueOf(84));
        @Nullable BigDecimal cap = facts.has("cap") ? new BigDecimal(facts.text("cap", "")) : null;
        return new Plan(
                agent,
                facts.lines("course").stream().map(Scenarios::course).toList(),
                facts.has("dose") ? facts.pairs("dose", BigDecimal::new) : usual,
                cap,
                Integer.parseInt(facts.text("minutes", "40")),
                String.join(" ", facts.lines("next")));
    }

    private static Course course(String line) {
        List<String> halves = Facts.words(line, ": ");
        List<String> what = Facts.words(halves.getFirst(), " ");
        return new Course(
                what.getFirst(),
                Integer.parseInt(what.getLast()),
                Facts.words(halves.getLast(), " ").stream()
                        .map(Integer::valueOf)
                        .toList());
    }

    private static Trial trial(String word) {
        List<String> parts = Facts.words(word, "/");
        return new Trial(parts.getFirst(), parts.get(1), Integer.parseInt(parts.get(2)), parts.getLast());
    }

    private static Thought thought(String text) {
        List<String> parts = Facts.words(text, "/");
        return new Thought(Integer.parseInt(parts.getFirst()), parts.size() > 1);
    }

    private static Saturation saturation(String text) {
        List<String> parts = Facts.words(text, "/");
        return new Saturation(Integer.parseInt(parts.getFirst()), parts.size() > 1);
    }

    private static Effect effect(String text) {
        List<String> parts = Facts.words(text, "/");
        String event = parts.getFirst();
        List<String> minutes = Facts.words(parts.size() > 2 ? parts.getLast() : usualMinutes(event), "-");
        @Nullable Integer until = minutes.getLast().isEmpty() ? null : Integer.valueOf(minutes.getLast());
        return new Effect(event, parts.get(1), Integer.parseInt(minutes.getFirst()), until);
    }

    /** Ketamine's own effects pass soon after it; sickness and headache come later and stay longer. */
    private static String usualMinutes(String event) {
        return switch (event) {
            case "dissociation", "perceptual-disturbance" -> "10-60";
            case "blood-pressure" -> "15-75";
            case "low-oxygen" -> "30-45";
            case "dizziness", "anxiety" -> "12-55";
            case "nausea", "vomiting" -> "35-95";
            case "drowsy" -> "20-110";
            case "headache" -> "70-300";
            default -> throw new IllegalArgumentException("no usual minutes for " + event);
        };
    }
}
