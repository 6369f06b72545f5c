package org.dripline.engine.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Nearest;
import org.dripline.outcome.Refusal;

/** The refusals of names that a search does not know. Each names what is nearest, and what is valid. */
final class Refusals {
    static final String UNKNOWN = "search-parameter";
    static final String CHAIN = "search-chain";

    /** The rules about names of parameters, alone or at the end of a chain: what a lenient search passes over. */
    static final Set<String> OF_NAMES = Set.of(UNKNOWN, CHAIN);

    private Refusals() {}

    /** The parameter of that name, or the refusal that says which was meant. */
    static SearchParameter known(ResourceMapping mapping, String name) {
        return mapping.findParameter(name).orElseThrow(() -> unknown(mapping, name));
    }

    static Refusal unknown(ResourceMapping mapping, String name) {
        String why = mapping.withheld().get(name);
        if (why != null) {
            return refusal(UNKNOWN, name + " of " + mapping.type() + " is not offered. " + why);
        }
        Set<String> valid = new TreeSet<>(ResultParameters.NAMES);
        mapping.parameters().forEach(parameter -> valid.add(parameter.name()));
        return refusal(
                UNKNOWN,
                quoted(name) + " is not a search parameter of " + mapping.type() + " here." + meant(name, valid)
                        + " Valid are " + String.join(", ", valid) + ".");
    }

    static Refusal unknownType(String type, Collection<String> valid) {
        return refusal(
                "search-type",
                quoted(type) + " is not a resource type that is served here." + meant(type, valid) + " Valid are "
                        + String.join(", ", valid) + ".");
    }

    static Refusal modifier(ResourceMapping mapping, SearchParameter parameter, String code, List<String> valid) {
        return refusal(
                "search-modifier",
                "The modifier " + quoted(":" + code) + " is not offered for " + parameter + " of " + mapping.type()
                        + ", which is a " + parameter.kind().code() + "." + meant(code, valid)
                        + (valid.isEmpty() ? " It takes none." : " Valid are :" + String.join(", :", valid) + "."));
    }

    static Refusal noTarget(SearchParameter reference, List<ResourceMapping> served, String name) {
        if (served.isEmpty()) {
            return refusal(
                    CHAIN, "None of the types that " + reference + " refers to is served here: nothing can follow it.");
        }
        Set<String> valid = new TreeSet<>();
        served.forEach(target -> target.parameters().forEach(parameter -> valid.add(parameter.name())));
        return refusal(
                CHAIN,
                quoted(name) + " is not a search parameter of what " + reference + " refers to." + meant(name, valid)
                        + " Valid are " + String.join(", ", valid) + ".");
    }

    static String meant(String name, Collection<String> valid) {
        return Nearest.of(name, valid)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse("");
    }

    static Refusal refusal(String rule, String text) {
        return Refusal.of(400, Issue.error("not-supported", rule, text));
    }

    /** A name of the client's, bounded and free of anything but the characters of parameter names. */
    static String quoted(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.:\\-]", "?");
        return "'" + plain.substring(0, Math.min(64, plain.length())) + "'";
    }
}
