package org.dripline.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Decides what findings mean for the body: base R4 broken, a claimed profile broken, or the clinic's own expectations
 * not met. An error of base R4 or of a claimed profile refuses; of a routed one only when the body contradicts itself.
 */
final class Judgement {
    /** More issues than this help nobody. */
    private static final int MOST_ISSUES = 100;

    /** The invariants that a record cannot break and be true: see the class comment. */
    private static final Pattern CONTRADICTION =
            Pattern.compile("ki-dose-.*|ki-score-range|ki-qr-unique|ki-.*-total|ki-resp-.*");

    /** An extension and all that is inside it. */
    private static final Pattern EXTENSION = Pattern.compile("(.*?[eE]xtension\\[\\d+]).*");

    private static final String POUNDS = "They differ by a factor near 2.2: pounds taken for kilograms? ";

    private final ProfileMode mode;
    private final Wording wording;
    private final JsonObject resource;
    private final Evidence evidence;
    private final Map<String, Issue> issues = new LinkedHashMap<>();
    private boolean malformed;
    private int left;

    Judgement(ProfileMode mode, Wording wording, JsonObject resource, Evidence evidence) {
        this.mode = mode;
        this.wording = wording;
        this.resource = resource;
        this.evidence = evidence;
    }

    private enum Level {
        BASE,
        CLAIMED,
        ROUTED
    }

    /**
     * What tells the level of an error.
     *
     * @param base keys of the errors that base R4 alone gives
     * @param claimed keys of the errors that the claimed profiles give
     * @param extensions where an extension of ours is wrong: who sends one by its URL claims its definition
     * @param questionnaire whether the body claims that its answers fit the questionnaire
     */
    record Evidence(Set<String> base, Set<String> claimed, Set<String> extensions, boolean questionnaire) {
        static Evidence of(List<Finding> base, List<Finding> claimed, Collection<String> claims) {
            return new Evidence(
                    keys(base),
                    keys(claimed),
                    Stream.concat(base.stream(), claimed.stream())
                            .filter(finding -> finding.message().contains(ProfileArtefacts.CANONICAL))
                            .map(finding -> EXTENSION.matcher(finding.location()))
                            .filter(Matcher::matches)
                            .map(matcher -> matcher.group(1))
                            .collect(Collectors.toSet()),
                    claims.stream().anyMatch(claim -> claim.contains("/mood-questionnaire-response")));
        }

        private static Set<String> keys(List<Finding> findings) {
            return findings.stream().filter(Finding::error).map(Finding::key).collect(Collectors.toSet());
        }
    }

    void add(Finding finding) {
        if (Tolerance.isNoise(finding) || isFalseOrphan(finding)) {
            return;
        }
        Severity severity = finding.severity();
        if (finding.error()) {
            Level level = level(finding);
            severity = refuses(finding, level) ? Severity.ERROR : Severity.WARNING;
            malformed |= level == Level.BASE && severity.refuses();
        }
        if (issues.size() >= MOST_ISSUES && !(severity.refuses() && noneRefusesYet())) {
            left++;
            return;
        }
        add(explained(wording.say(finding, severity)));
    }

    /**
     * A contained resource that nothing refers to breaks base R4 (dom-3). Under a profile that does not take the
     * referring element the reference validator does not see the reference, and only the profile is broken.
     */
    private boolean isFalseOrphan(Finding finding) {
        return finding.about("contained_orphan") && !evidence.base().contains(finding.key());
    }

    private Issue explained(Issue issue) {
        boolean pounds = issue.rule().equals("ki-dose-per-kg")
                && DeliveredDose.of(resource)
                        .filter(DeliveredDose::looksLikePounds)
                        .isPresent();
        return pounds
                ? new Issue(
                        issue.severity(),
                        issue.code(),
                        issue.rule(),
                        POUNDS + issue.text(),
                        issue.expression(),
                        issue.place())
                : issue;
    }

    /** The same thing said twice, once for base R4 and once for a profile, is one issue: the graver. */
    void add(Issue issue) {
        String said = issue.rule().equals("required") ? issue.text().split(" ", 2)[0] : "";
        issues.merge(
                issue.rule() + '@' + issue.expression() + '@' + said,
                issue,
                BinaryOperator.minBy(Comparator.comparing(Issue::severity)));
    }

    /** A fault of base R4 that we find ourselves. */
    void refuse(Issue issue) {
        malformed = true;
        add(issue);
    }

    private boolean noneRefusesYet() {
        return issues.values().stream().noneMatch(issue -> issue.severity().refuses());
    }

    private Level level(Finding finding) {
        if (finding.about("questionnaire_qr_")) {
            return evidence.questionnaire() ? Level.CLAIMED : Level.ROUTED;
        }
        Matcher extension = EXTENSION.matcher(finding.location());
        if (extension.matches() && evidence.extensions().contains(extension.group(1))) {
            return Level.CLAIMED;
        }
        if (evidence.base().contains(finding.key())) {
            return Level.BASE;
        }
        return evidence.claimed().contains(finding.key()) ? Level.CLAIMED : Level.ROUTED;
    }

    private boolean refuses(Finding finding, Level level) {
        boolean rounded = finding.invariant().equals("ki-dose-per-kg")
                && DeliveredDose.of(resource)
                        .filter(DeliveredDose::agreesAsWritten)
                        .isPresent();
        if (rounded || Tolerance.admits(finding)) {
            return false;
        }
        return switch (level) {
            case BASE, CLAIMED -> true;
            case ROUTED ->
                switch (mode) {
                    case STRICT -> true;
                    case ROUTED -> contradicts(finding);
                    case CLAIMED -> false;
                };
        };
    }

    private static boolean contradicts(Finding finding) {
        return CONTRADICTION.matcher(finding.invariant()).matches() || Tolerance.contradictsQuestionnaire(finding);
    }

    Verdict verdict() {
        if (left > 0) {
            add(Issue.information("informational", "more-issues", left + " further issues are not listed."));
        }
        // That a code is unknown is no news beside the value set it is missing from.
        List<Issue> news = issues.values().stream()
                .filter(issue -> !issue.rule().equals("code-unknown")
                        || issues.values().stream().noneMatch(other -> isBinding(other, issue.expression())))
                .toList();
        return new Verdict(news, malformed);
    }

    private static boolean isBinding(Issue issue, @Nullable String expression) {
        return issue.rule().equals("binding") && Objects.equals(issue.expression(), expression);
    }
}
