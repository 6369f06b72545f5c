package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PreferReturnEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ICriterion;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.util.BundleBuilder;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an integration tester does first: everything that HAPI's own client offers, as its documentation writes it. */
class HapiClientStory {
    private static final String SYSTEM = "urn:story:hapi";

    private final Caller caller = new Caller();

    private IGenericClient client(EncodingEnum format) {
        FhirContext fhir = FhirContext.forR4Cached();
        fhir.getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient client = fhir.newRestfulGenericClient(caller.base());
        client.setEncoding(format);
        return client;
    }

    private static Patient patient(String number) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(SYSTEM).setValue(number);
        patient.addName().setFamily("Client");
        return patient;
    }

    private static ICriterion<?> numbered(String number) {
        return Patient.IDENTIFIER.exactly().systemAndIdentifier(SYSTEM, number);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void writesByCriteria(EncodingEnum format) {
        IGenericClient client = client(format);
        String number = "criteria-" + format;
        Patient patient = patient(number);

        MethodOutcome made = client.create()
                .resource(patient)
                .conditional()
                .where(numbered(number))
                .execute();
        MethodOutcome again = client.create()
                .resource(patient)
                .conditional()
                .where(numbered(number))
                .execute();
        MethodOutcome updated = client.update()
                .resource(patient.setActive(true))
                .conditional()
                .where(numbered(number))
                .prefer(PreferReturnEnum.REPRESENTATION)
                .execute();
        BundleBuilder builder = new BundleBuilder(FhirContext.forR4Cached());
        builder.addTransactionCreateEntry(patient).conditional("Patient?identifier=" + SYSTEM + "|" + number);
        builder.addTransactionUpdateEntry(patient).conditional("Patient?identifier=" + SYSTEM + "|" + number);
        Bundle rewritten = (Bundle) builder.getBundle();
        rewritten.getEntry().removeLast();
        Bundle answered = client.transaction().withBundle(rewritten).execute();
        client.delete()
                .resourceConditionalByType("Patient")
                .where(numbered(number))
                .execute();

        assertThat(made.getCreated()).isTrue();
        assertThat(again.getCreated()).isNotEqualTo(true);
        assertThat(again.getId().getIdPart()).isEqualTo(made.getId().getIdPart());
        assertThat(updated.getId().getVersionIdPart()).isEqualTo("2");
        assertThat(((Patient) updated.getResource()).getActive()).isTrue();
        assertThat(answered.getEntryFirstRep().getResponse().getStatus()).startsWith("200");
        assertThatExceptionOfType(ResourceGoneException.class)
                .isThrownBy(() -> client.read()
                        .resource(Patient.class)
                        .withId(made.getId().getIdPart())
                        .execute());
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void readsPatchesAndTellsTheHistory(EncodingEnum format) {
        IGenericClient client = client(format);
        IIdType id =
                client.create().resource(patient("history-" + format)).execute().getId();
        Parameters patch = new Parameters();
        patch.addParameter()
                .setName("operation")
                .addPart(part("type", new CodeType("add")))
                .addPart(part("path", new StringType("Patient")))
                .addPart(part("name", new StringType("gender")))
                .addPart(part("value", new CodeType("female")));

        client.patch()
                .withFhirPatch(patch)
                .withId(id.toUnqualifiedVersionless())
                .execute();
        Patient read = client.read()
                .resource(Patient.class)
                .withId(id.getIdPart())
                .ifVersionMatches("1")
                .throwNotModifiedException()
                .execute();
        Patient first = client.read()
                .resource(Patient.class)
                .withIdAndVersion(id.getIdPart(), "1")
                .execute();
        Bundle history = client.history()
                .onInstance(id.toUnqualifiedVersionless())
                .returnBundle(Bundle.class)
                .execute();

        assertThat(read.getGender()).isEqualTo(AdministrativeGender.FEMALE);
        assertThat(first.hasGender()).isFalse();
        assertThat(history.getEntry()).hasSize(2);
        read.setId(id.withVersion("1"));
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> client.update()
                        .resource(read)
                        .withId(id.withVersion("1"))
                        .execute());
    }

    private static Parameters.ParametersParameterComponent part(String name, org.hl7.fhir.r4.model.Type value) {
        return new Parameters.ParametersParameterComponent(new StringType(name)).setValue(value);
    }

    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void searchesPageByPageAndAsksOperations(EncodingEnum format) {
        IGenericClient client = client(format);
        String family = "Pages" + format;
        for (int i = 0; i < 5; i++) {
            Patient patient = patient(family + i);
            patient.getNameFirstRep().setFamily(family);
            client.create().resource(patient).execute();
        }
        Bundle page = client.search()
                .forResource(Patient.class)
                .where(Patient.FAMILY.matches().value(family))
                .sort()
                .descending("_lastUpdated")
                .count(3)
                .returnBundle(Bundle.class)
                .execute();
        Bundle posted = client.search()
                .forResource(Patient.class)
                .where(Patient.FAMILY.matchesExactly().value(family))
                .usingStyle(ca.uhn.fhir.rest.api.SearchStyleEnum.POST)
                .totalMode(ca.uhn.fhir.rest.api.SearchTotalModeEnum.ACCURATE)
                .returnBundle(Bundle.class)
                .execute();
        IIdType id = page.getEntryFirstRep().getResource().getIdElement().toUnqualifiedVersionless();
        Bundle everything = client.operation()
                .onInstance(id)
                .named("$everything")
                .withNoParameters(Parameters.class)
                .returnResourceType(Bundle.class)
                .execute();
        MethodOutcome judged = client.validate().resource(patient("judged")).execute();

        assertThat(page.getEntry()).hasSize(3);
        assertThat(client.loadPage().next(page).execute().getEntry()).hasSize(2);
        assertThat(posted.getTotal()).isEqualTo(5);
        assertThat(everything.getEntry()).hasSize(1);
        assertThat(((OperationOutcome) judged.getOperationOutcome()).getIssue()).isNotEmpty();
        assertThat(client.capabilities()
                        .ofType(CapabilityStatement.class)
                        .execute()
                        .getFhirVersion()
                        .toCode())
                .isEqualTo("4.0.1");
    }

    /** The message that a tester sees is the server's own. */
    @ParameterizedTest
    @EnumSource(
            value = EncodingEnum.class,
            names = {"JSON", "XML"})
    void showsWhyItWasRefused(EncodingEnum format) {
        Patient patient = patient("refused");
        patient.setManagingOrganization(new org.hl7.fhir.r4.model.Reference("Organization/nowhere"));

        assertThatExceptionOfType(UnprocessableEntityException.class)
                .isThrownBy(() -> client(format).create().resource(patient).execute())
                .satisfies(refusal -> assertThat(((OperationOutcome) refusal.getOperationOutcome())
                                .getIssueFirstRep()
                                .getExpression()
                                .getFirst()
                                .getValue())
                        .isEqualTo("Patient.managingOrganization.reference"));
    }
}
