package org.dripline.laws.oracle;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;

/** References and canonicals (R4, 3.1.1.4.12 and 13). */
final class OracleReferences implements Rules {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]*");

    private final Setting setting;

    OracleReferences(Setting setting) {
        this.setting = setting;
    }

    @Override
    public boolean isIndexed(IBase value) {
        return switch (value) {
            case UriType canonical -> canonical.hasValue();
            case Reference reference ->
                text(reference).isPresent() || reference.getIdentifier().getValue() != null;
            default -> false;
        };
    }

    private static Optional<String> text(Reference reference) {
        return Optional.ofNullable(reference.getReferenceElement_().getValue());
    }

    /** The resource of this server that a value refers to, if it does. */
    Optional<LocalTarget> target(IBase value) {
        return value instanceof Reference reference
                ? text(reference).flatMap(text -> LocalTarget.of(text, setting.ownBases()))
                : Optional.empty();
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        if (modifier.equals("identifier")) {
            Predicate<CodedValue> token = OracleTokens.token(SearchWords.split(text, '|'));
            return value -> value instanceof Reference reference
                    && CodedValue.of(reference.getIdentifier(), system -> true).stream()
                            .anyMatch(token);
        }
        String asked = SearchWords.plain(text);
        if (modifier.equals("below")) {
            return value -> value instanceof UriType canonical && isBelow(asked, canonical);
        }
        if (TYPE.matcher(modifier).matches() && ID.matcher(asked).matches()) {
            return asked(new LocalTarget(modifier, asked, Optional.empty()));
        }
        Rules.refuse(modifier);
        Predicate<IBase> reference = reference(definition, asked);
        return value -> value instanceof UriType canonical ? is(asked, canonical) : reference.test(value);
    }

    private Predicate<IBase> reference(Definition definition, String asked) {
        if (ID.matcher(asked).matches()) {
            return value -> target(value)
                    .filter(stored -> stored.id().equals(asked) && definition.allows(stored.type()))
                    .isPresent();
        }
        Optional<LocalTarget> local = LocalTarget.of(asked, setting.ownBases());
        if (local.isPresent()) {
            return asked(local.get());
        }
        if (!asked.contains(":")) {
            throw new Refused("neither an id nor a reference nor a URL");
        }
        return value -> value instanceof Reference reference
                && text(reference).filter(asked::equals).isPresent();
    }

    private Predicate<IBase> asked(LocalTarget asked) {
        return value -> target(value).filter(asked::includes).isPresent();
    }

    /** In that version, or in any when none is asked for. */
    private static boolean is(String asked, UriType stored) {
        return stored.hasValue()
                && (stored.getValue().equals(asked) || stored.getValue().startsWith(asked + "|"));
    }

    /** R4: {@code profile|1} is above {@code profile|1.0} and {@code profile|1.1}. */
    private static boolean isBelow(String asked, UriType stored) {
        return is(asked, stored)
                || (asked.contains("|")
                        && stored.hasValue()
                        && stored.getValue().startsWith(asked + "."));
    }

    /** By the id, or the URL of a canonical. */
    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        Stream<String> key = value instanceof UriType canonical && canonical.hasValue()
                ? Stream.of(canonical.getValue().split("\\|", 2)[0])
                : target(value).map(LocalTarget::id).stream();
        return key.<Comparable<?>>map(id -> id).toList();
    }
}
