package org.dripline.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dripline.engine.history.HistoryTarget;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.SearchTarget;

/** What a request asks for, in FHIR's words (R4, http.html). Type and id are checked for form, not for existence. */
sealed interface Interaction {

    /** The resource type, or the empty string for the system. */
    String type();

    /** FHIR's name of the interaction, for the log. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** The current version of a resource. */
    record Read(String type, String id) implements Interaction {}

    /** One version of a resource. */
    record Vread(String type, String id, long version) implements Interaction {}

    /** All versions of a resource, of a type, or of all. */
    record History(HistoryTarget target) implements Interaction {
        @Override
        public String type() {
            return target.type();
        }
    }

    /**
     * A search.
     *
     * @param parameters of the URL, without those that shape the answer
     * @param form whether more parameters come in the body
     */
    record Search(SearchTarget target, List<Parameter> parameters, boolean form) implements Interaction {
        @Override
        public String type() {
            return switch (target) {
                case SearchTarget.OfType(String type) -> type;
                case SearchTarget.OfCompartment(String compartment, String id, String type) -> type;
                case SearchTarget.OfSystem() -> "";
                case SearchTarget.OfWholeCompartment(String compartment, String id) -> "";
            };
        }
    }

    /** {@code $explain-match}: why a search finds a resource, or does not. */
    record ExplainMatch(String type, String id) implements Interaction {
        @Override
        public String code() {
            return "explain-match";
        }
    }

    /** A new resource under an id of the server's choice. */
    record Create(String type) implements Interaction {}

    /** A new version, or the first under the client's id. */
    record Update(String type, String id) implements Interaction {}

    /** A new version of what the criteria name, or something new. */
    record ConditionalUpdate(String type, List<Parameter> criteria) implements Interaction {}

    /** A new version made from the current one. */
    record Patch(String type, String id) implements Interaction {}

    /** The same of what the criteria name. */
    record ConditionalPatch(String type, List<Parameter> criteria) implements Interaction {}

    /** A deletion. */
    record Delete(String type, String id) implements Interaction {}

    /** A deletion of what the criteria name. */
    record ConditionalDelete(String type, List<Parameter> criteria) implements Interaction {}

    /** A Bundle of interactions, carried out as one or each by itself: which, its body tells. */
    record Transaction() implements Interaction {
        @Override
        public String type() {
            return "";
        }
    }

    /** {@code $validate}; the id is empty for the type's own. */
    record Validate(String type, String id) implements Interaction {}

    /**
     * {@code Patient/$everything}; the id is empty for all patients.
     *
     * @param form whether parameters come in the body
     */
    record Everything(String id, boolean form) implements Interaction {
        @Override
        public String type() {
            return "Patient";
        }
    }

    /**
     * {@code $treatment-summary}, {@code $trajectory} or {@code $summary}.
     *
     * @param type CarePlan or Patient
     * @param form whether parameters come in the body
     */
    record Summary(String type, String id, String operation, boolean form) implements Interaction {}

    /** The CapabilityStatement. */
    record Capabilities() implements Interaction {
        @Override
        public String type() {
            return "";
        }
    }

    /** Which methods a path knows. */
    record Options(String type, Set<String> allowed) implements Interaction {}
}
