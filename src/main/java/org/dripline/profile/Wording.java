package org.dripline.profile;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Says a finding in our words: a rule id that stays the same, what is wrong, what was expected, how to mend it. Of the
 * body it quotes element names and codes only; a message it does not know loses every value but the canonical URLs of
 * definitions that are here.
 */
final class Wording {
    /** The longest list of allowed types or codes that is worth reading. */
    private static final int LONGEST_ARGUMENT = 200;

    private static final Pattern HUMAN = Pattern.compile("'(.*)'", Pattern.DOTALL);
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
    private static final Pattern CODED = Pattern.compile(".*\\.(code|system|unit)");
    private static final Pattern CODE = Pattern.compile("\\S{1,60}");
    private static final Pattern CANONICAL = Pattern.compile("(https?://|urn:)\\S+");
    private static final Pattern NAME = Pattern.compile("@?[A-Za-z_][A-Za-z0-9_.\\[\\]-]{0,63}");

    private final MessageTemplates templates = new MessageTemplates();
    private final Predicate<String> isDefinition;

    /** @param isDefinition whether a text is the canonical URL of a definition that is here, with or without a version */
    Wording(Predicate<String> isDefinition) {
        this.isDefinition = isDefinition;
    }

    Issue say(Finding raw, Severity severity) {
        Finding finding = raw.id().isEmpty() ? raw.named(templates.parserId(raw.message())) : raw;
        Issue issue = finding.invariant().isEmpty() ? phrase(finding, severity) : invariant(finding, severity);
        Issue located = issue.at(expression(finding, issue));
        return finding.line() > 0 && finding.column() > 0
                ? located.at(new Issue.Place(finding.line(), finding.column()))
                : located;
    }

    /** A FHIRPath begins with a type of R4: not with a parser's {@code $}, nor with what the sender calls a type. */
    private static @Nullable String expression(Finding finding, Issue issue) {
        boolean path = !finding.location().isEmpty()
                && Character.isUpperCase(finding.location().charAt(0));
        return path && !issue.rule().equals("resource-type") ? finding.location() : null;
    }

    private static Issue invariant(Finding finding, Severity severity) {
        Matcher human = HUMAN.matcher(finding.message());
        String text = human.find() ? human.group(1) : "The invariant does not hold.";
        return new Issue(severity, "invariant", finding.invariant(), text, null, null);
    }

    private Issue phrase(Finding finding, Severity severity) {
        Map<Integer, String> arguments = templates.arguments(finding.id(), finding.message());
        return Phrase.of(finding)
                .map(phrase ->
                        new Issue(severity, phrase.code(), phrase.rule(), fill(phrase, finding, arguments), null, null))
                .orElseGet(() -> new Issue(severity, finding.type(), slug(finding.id()), bare(finding), null, null));
    }

    private String fill(Phrase phrase, Finding finding, Map<Integer, String> arguments) {
        if (phrase.text().isEmpty()) {
            return bare(finding);
        }
        String received = arguments.getOrDefault(0, "");
        boolean code = phrase.prefix().equals("_dt_fixed_wrong")
                && CODED.matcher(finding.location()).matches()
                && CODE.matcher(received).matches();
        String text = ARGUMENT.matcher(phrase.text())
                .replaceAll(match ->
                        Matcher.quoteReplacement(shown(arguments.get(Integer.valueOf(match.group(1))), phrase.rule())));
        return code ? "Found " + received + ". " + text : text;
    }

    /** What may be the sender's own text, of an unknown element or a value set, is shown only when it looks like a name. */
    private static String shown(@Nullable String argument, String rule) {
        if (argument == null
                || (rule.equals("unknown-element") && !NAME.matcher(argument).matches())
                || (rule.equals("value-set-unknown")
                        && !CANONICAL.matcher(argument).matches())) {
            return "…";
        }
        return argument.length() <= LONGEST_ARGUMENT ? argument : argument.substring(0, LONGEST_ARGUMENT) + "…";
    }

    private String bare(Finding finding) {
        return templates
                .bare(finding.id(), finding.message(), isDefinition)
                .orElse("The element breaks R4's definition of it.");
    }

    private static String slug(String id) {
        String slug = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return Optional.of(slug).filter(text -> !text.isEmpty()).orElse("structure");
    }
}
