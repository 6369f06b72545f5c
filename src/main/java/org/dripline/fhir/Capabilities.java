package org.dripline.fhir;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IServerConformanceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.store.LinkMode;
import org.dripline.patch.PatchFormat;
import org.dripline.treatment.Software;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ReferenceHandlingPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/**
 * The CapabilityStatement, derived from the catalog: nothing is claimed that the router does not serve. Public because
 * HAPI calls it by reflection.
 */
public final class Capabilities implements IServerConformanceProvider<CapabilityStatement> {
    private static final String RELEASED = "2026-11-01";
    private static final String GUIDE = "https://fhir.dripline.example/ImplementationGuide/dripline";
    private static final String OWN_OPERATION = "https://fhir.dripline.example/OperationDefinition/";
    private static final String EXPLAIN_MATCH = OWN_OPERATION + "explain-match";
    private static final String VALIDATE = "http://hl7.org/fhir/OperationDefinition/Resource-validate";
    private static final String EVERYTHING = "http://hl7.org/fhir/OperationDefinition/Patient-everything";
    /** Callers choose the Host header, so the number of bases must not grow with them. */
    private static final int MAX_BASES = 16;

    private final ResourceCatalog catalog;
    private final WritePolicy policy;
    private final Map<String, List<String>> profiles;
    private final SearchCapabilities search;
    private final Map<String, CapabilityStatement> statements = new ConcurrentHashMap<>();

    /** @param profiles the urls of those of each type */
    Capabilities(ResourceCatalog catalog, WritePolicy policy, Map<String, List<String>> profiles) {
        this.catalog = catalog;
        this.policy = policy;
        this.profiles = profiles;
        this.search = new SearchCapabilities(catalog);
    }

    @Override
    @Metadata(cacheMillis = 0) // HAPI's own cache would tell one base URL to the callers of another.
    public CapabilityStatement getServerConformance(HttpServletRequest request, RequestDetails details) {
        String base = details.getFhirServerBase();
        CapabilityStatement known = statements.get(base);
        if (known != null) {
            return known;
        }
        CapabilityStatement statement = statement(base);
        if (statements.size() < MAX_BASES) {
            statements.put(base, statement);
        }
        return statement;
    }

    @Override
    public void setRestfulServer(RestfulServer server) {
        // Everything comes from the catalog.
    }

    CapabilityStatement statement(String base) {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .setName("Dripline")
                .setTitle("Dripline")
                .setStatus(PublicationStatus.ACTIVE)
                .setDateElement(new DateTimeType(RELEASED))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1);
        statement.getSoftware().setName(Software.NAME).setVersion(Software.VERSION);
        statement.getImplementation().setDescription("Dripline").setUrl(base);
        statement.addImplementationGuide(GUIDE);
        statement.addFormat("application/fhir+json");
        statement.addFormat("application/fhir+xml");
        statement.addFormat("json");
        statement.addFormat("xml");
        for (PatchFormat format : PatchFormat.values()) {
            statement.addPatchFormat(format.mediaType());
        }
        CapabilityStatementRestComponent rest = statement.addRest();
        rest.setMode(RestfulCapabilityMode.SERVER).setDocumentation(documentation(base));
        rest.getSecurity()
                .setDescription("This version has no sign-in and therefore listens on the loopback address only.");
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        rest.addInteraction().setCode(SystemRestfulInteraction.HISTORYSYSTEM);
        search.describe(rest);
        catalog.all().forEach(mapping -> describe(rest.addResource(), mapping));
        return statement;
    }

    private String documentation(String base) {
        String unasked = switch (policy.profiles()) {
            case CLAIMED -> "Other resources are held to base R4.";
            case ROUTED ->
                "Resources of the clinic's kinds are also checked unasked: contradictions refuse, the rest" + " warns.";
            case STRICT -> "Resources of the clinic's kinds are also checked unasked, and every error refuses.";
        };
        return "What a resource claims in meta.profile it is held to. " + unasked + " (dripline.profiles="
                + policy.profiles().name().toLowerCase(Locale.ROOT) + ") The [implementation guide]("
                + base.replaceFirst("/fhir$", "/ig/") + ") shows each profile on a page.";
    }

    private ConditionalDeleteStatus conditionalDelete() {
        return policy.conditionalDelete() == ConditionalDelete.MULTIPLE
                ? ConditionalDeleteStatus.MULTIPLE
                : ConditionalDeleteStatus.SINGLE;
    }

    private void describe(CapabilityStatementRestResourceComponent resource, ResourceMapping mapping) {
        resource.setType(mapping.type());
        profiles.getOrDefault(mapping.type(), List.of()).forEach(resource::addSupportedProfile);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.VREAD);
        resource.addInteraction().setCode(TypeRestfulInteraction.HISTORYINSTANCE);
        resource.addInteraction().setCode(TypeRestfulInteraction.HISTORYTYPE);
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        if (!mapping.readOnly()) {
            resource.addInteraction().setCode(TypeRestfulInteraction.CREATE);
            resource.addInteraction().setCode(TypeRestfulInteraction.UPDATE);
            resource.addInteraction().setCode(TypeRestfulInteraction.PATCH);
            resource.addInteraction().setCode(TypeRestfulInteraction.DELETE);
        }
        resource.setVersioning(ResourceVersionPolicy.VERSIONEDUPDATE)
                .setReadHistory(true)
                .setUpdateCreate(!mapping.readOnly())
                .setConditionalCreate(!mapping.readOnly())
                .setConditionalRead(ConditionalReadStatus.FULLSUPPORT)
                .setConditionalUpdate(!mapping.readOnly())
                .setConditionalDelete(mapping.readOnly() ? ConditionalDeleteStatus.NOTSUPPORTED : conditionalDelete());
        if (!mapping.readOnly()) {
            resource.addReferencePolicy(ReferenceHandlingPolicy.LITERAL);
            resource.addReferencePolicy(ReferenceHandlingPolicy.LOGICAL);
            resource.addReferencePolicy(ReferenceHandlingPolicy.RESOLVES);
            if (policy.references() == LinkMode.ENFORCED) {
                resource.addReferencePolicy(ReferenceHandlingPolicy.ENFORCED);
            }
        }
        search.describe(resource, mapping);
        resource.addOperation().setName("validate").setDefinition(VALIDATE);
        resource.addOperation().setName("explain-match").setDefinition(EXPLAIN_MATCH);
        if (mapping.type().equals("Patient")) {
            resource.addOperation().setName("everything").setDefinition(EVERYTHING);
        }
        SummaryEndpoint.operations(mapping.type())
                .forEach(name -> resource.addOperation().setName(name).setDefinition(OWN_OPERATION + name));
    }
}
