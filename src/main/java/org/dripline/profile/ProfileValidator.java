package org.dripline.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.NarrativeFaults;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges bodies by base R4, the profiles they claim and, as the mode says, the profiles they are routed to. Never
 * throws for a body, however odd; may refuse with 503 when all its slots are busy. Thread-safe.
 */
public final class ProfileValidator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileValidator.class);
    private static final String DEFINITIONS = ProfileArtefacts.CANONICAL + "StructureDefinition/";

    private final ProfileMode mode;
    private final ProfileArtefacts artefacts;
    private final Conformance conformance;
    private final ValidatorSlots slots;
    private final ValidationWatch watch;
    private final Wording wording;

    private ProfileValidator(ProfileMode mode, ProfileArtefacts artefacts, int slots, ValidationWatch watch) {
        this.mode = mode;
        this.artefacts = artefacts;
        this.conformance = Conformance.load(artefacts);
        this.wording = new Wording(conformance::isKnown);
        this.slots = new ValidatorSlots(conformance.context(), slots, ValidatorSlots.LONGEST_WAIT);
        this.watch = watch;
    }

    /** Judges by the artefacts of the jar alone, unwatched. Takes seconds, the first check more: see {@link #warmUp}. */
    public static ProfileValidator load(ProfileMode mode, int slots) {
        return load(mode, ProfileArtefacts.load(), slots, ValidationWatch.NONE);
    }

    /** Judges by these artefacts. */
    public static ProfileValidator load(
            ProfileMode mode, ProfileArtefacts artefacts, int slots, ValidationWatch watch) {
        return new ProfileValidator(mode, artefacts, slots, watch);
    }

    /** What it judges by. */
    public ProfileArtefacts artefacts() {
        return artefacts;
    }

    /** The codes of the value sets and code systems that the definitions bring. */
    public KnownCodes knownCodes() {
        return new KnownCodes(conformance.support());
    }

    /** A definition as the validator reads it: what came without a snapshot has the one that was made. */
    public JsonObject whole(JsonObject definition) {
        return conformance.whole(definition);
    }

    /** Whether a profile of a resource type with that canonical is here. */
    public boolean knows(String canonical) {
        return conformance.profile(canonical).isPresent();
    }

    Conformance conformance() {
        return conformance;
    }

    /** The same validator, judging by another mode: definitions and slots are shared. */
    ProfileValidator as(ProfileMode other) {
        return new ProfileValidator(this, other);
    }

    private ProfileValidator(ProfileValidator origin, ProfileMode mode) {
        this.mode = mode;
        this.artefacts = origin.artefacts;
        this.conformance = origin.conformance;
        this.wording = origin.wording;
        this.slots = origin.slots;
        this.watch = origin.watch;
    }

    /** Whether resources are held to profiles that they do not claim. */
    public boolean routes() {
        return mode != ProfileMode.CLAIMED;
    }

    /** The warnings of a resource that has no body of its own, such as an example record; refuses a wrong one. */
    public List<Issue> accept(JsonObject resource) {
        return accept(resource, Set.of());
    }

    /** The same with the hints of {@link #check(byte[], BodyFormat, JsonObject, Set)}. */
    public List<Issue> accept(JsonObject resource, Set<String> hints) {
        Verdict verdict = check(JsonWriter.bytes(resource), BodyFormat.JSON, resource, hints);
        // Line and column would be those of our own writing.
        Verdict unplaced = new Verdict(
                verdict.issues().stream()
                        .map(issue -> issue.at((Issue.Place) null))
                        .toList(),
                verdict.malformed());
        if (unplaced.refused()) {
            throw unplaced.refusal();
        }
        return unplaced.issues();
    }

    /** What is to be said of a body; {@code resource} is the same body as a tree. */
    public Verdict check(byte[] body, BodyFormat format, JsonObject resource) {
        return check(body, format, resource, Set.of());
    }

    /**
     * The same, for a caller who knows more than the resource says.
     *
     * @param hints ids of profiles that the resource is of kind, such as {@code infusion-procedure} for a Procedure that
     *     is based on a treatment course
     */
    public Verdict check(byte[] body, BodyFormat format, JsonObject resource, Set<String> hints) {
        long begun = System.nanoTime();
        ValidationWatch.Outcome outcome = ValidationWatch.Outcome.BUSY;
        try {
            Verdict verdict = checkUnwatched(body, format, resource, hints);
            outcome = verdict.refused() ? ValidationWatch.Outcome.REFUSED : ValidationWatch.Outcome.ACCEPTED;
            return verdict;
        } finally {
            watch.validated(ValidationWatch.Path.REFERENCE, outcome, System.nanoTime() - begun);
        }
    }

    private Verdict checkUnwatched(byte[] body, BodyFormat format, JsonObject resource, Set<String> hints) {
        ReferenceValidator validator = slots.take();
        try {
            return judge(validator, body, format, resource, hints);
        } catch (RuntimeException | IOException | StackOverflowError e) {
            // The class and the place alone: the message may quote the body.
            LOG.warn(
                    "The reference validator failed on a {}: {} {}",
                    kind(resource),
                    e.getClass().getName(),
                    place(e));
            return new Verdict(List.of(failure()), true);
        } finally {
            slots.give(validator);
        }
    }

    private Verdict judge(
            ReferenceValidator validator, byte[] body, BodyFormat format, JsonObject resource, Set<String> hints)
            throws IOException {
        List<Issue> nulls = LoneNulls.of(resource);
        if (!nulls.isEmpty()) {
            return new Verdict(nulls, true);
        }
        Map<String, Optional<StructureDefinition>> claims = claims(resource);
        List<StructureDefinition> claimed =
                claims.values().stream().flatMap(Optional::stream).distinct().toList();
        List<StructureDefinition> all = new ArrayList<>(claimed);
        routed(resource, hints).stream()
                .filter(profile ->
                        claimed.stream().noneMatch(each -> each.getUrl().equals(profile.getUrl())))
                .forEach(all::add);

        List<Finding> findings = validator.run(body, format, all);
        List<Finding> base = List.of();
        List<Finding> middle = List.of();
        if (findings.stream().anyMatch(Finding::error)) {
            // Only now is it worth knowing which level an error belongs to.
            base = validator.runBase(body, format);
            middle = claimed.size() == all.size() ? findings : claimedRun(validator, body, format, resource, claimed);
        }
        Judgement judgement =
                new Judgement(mode, wording, resource, Judgement.Evidence.of(base, middle, claims.keySet()));
        Stream.concat(base.stream(), findings.stream())
                .sorted(Comparator.comparing(Finding::severity))
                .forEach(judgement::add);
        NarrativeFaults.of(resource).forEach(judgement::refuse);
        BinaryFaults.of(resource).forEach(judgement::refuse);
        claims.forEach((claim, profile) -> {
            if (profile.isEmpty()) {
                judgement.add(unknownProfile());
            }
        });
        return judgement.verdict();
    }

    /** Spared when nothing is claimed: then it would say what the base run says. */
    private static List<Finding> claimedRun(
            ReferenceValidator validator,
            byte[] body,
            BodyFormat format,
            JsonObject resource,
            List<StructureDefinition> claimed)
            throws IOException {
        boolean nothingInside = resource.items("contained").isEmpty()
                && resource.items("entry").isEmpty()
                && resource.items("parameter").isEmpty();
        return claimed.isEmpty() && nothingInside ? List.of() : validator.run(body, format, claimed);
    }

    /** Every profile the resource claims, with its definition when we have it. */
    private Map<String, Optional<StructureDefinition>> claims(JsonObject resource) {
        Map<String, Optional<StructureDefinition>> claims = new LinkedHashMap<>();
        for (JsonObject meta : resource.object("meta").stream().toList()) {
            for (Json claim : meta.items("profile")) {
                if (claim instanceof Json.Text canonical) {
                    claims.put(canonical.value(), conformance.profile(canonical.value()));
                }
            }
        }
        return claims;
    }

    /** The id of the profile that the resource is of kind by its own content, or empty. */
    public static Optional<String> kindOf(JsonObject resource) {
        return Routes.of(resource);
    }

    private List<StructureDefinition> routed(JsonObject resource, Set<String> hints) {
        if (!routes()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(hints);
        Routes.of(resource).filter(id -> !ids.contains(id)).ifPresent(ids::add);
        return ids.stream()
                .flatMap(id -> conformance.profile(DEFINITIONS + id).stream())
                .filter(profile -> profile.getType().equals(resource.resourceType()))
                .toList();
    }

    private static Issue unknownProfile() {
        return Issue.warning(
                        "not-found",
                        "profile-unknown",
                        "A profile in meta.profile is not known here, so the resource was not held to it.")
                .at("meta.profile");
    }

    private static Issue failure() {
        return new Issue(
                Severity.FATAL,
                "exception",
                "validator-failure",
                "The body could not be validated, so it is not accepted. Look for values R4 does not allow.",
                null,
                null);
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }

    /** The type for the log, unless it is none of R4's and so perhaps anything. */
    private static String kind(JsonObject resource) {
        String type = resource.resourceType();
        return type.matches("[A-Za-z]{1,40}") ? type : "body";
    }

    /** Validates a small body against each profile, so that the first caller does not pay for building the context. */
    public void warmUp() {
        artefacts.profiles().forEach((type, urls) -> urls.forEach(url -> warmUp(sample(type, url))));
        byte[] xml = "<Patient xmlns=\"http://hl7.org/fhir\"/>".getBytes(StandardCharsets.UTF_8);
        checkUnwatched(xml, BodyFormat.XML, JsonObject.EMPTY, Set.of());
    }

    private void warmUp(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        checkUnwatched(body, BodyFormat.JSON, JsonReader.read(body, Limits.DEFAULT), Set.of());
    }

    private static String sample(String type, String profile) {
        return "{\"resourceType\":\"%s\",\"meta\":{\"profile\":[\"%s\"]}}".formatted(type, profile);
    }

    @Override
    public void close() {
        // Holds memory only; here so that callers need not change when it holds more.
    }
}
