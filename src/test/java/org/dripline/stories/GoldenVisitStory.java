package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.document.XmlWriter;
import org.dripline.engine.TestStore;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.jooq.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An EHR sends a whole infusion visit as one transaction and works with it, through the HAPI client, in both formats
 * (R4, http.html#transaction, #read, #search). The visit is the documentation's worked example: 40 mg for 80 kg over
 * 40 minutes on 5 January 2026.
 */
class GoldenVisitStory {
    private static final String VISIT = visit();
    private static final String TOTAL = "\"linkId\":\"/44261-6\",\"answer\":[{\"valueDecimal\":";

    private final RunningServer server = RunningServer.get();
    private final Caller caller = new Caller();

    private static String visit() {
        try {
            String pretty = Files.readString(Path.of("fhir-profiles/examples/visits/golden-visit.json"));
            return new String(JsonWriter.bytes(TestStore.read(pretty)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IGenericClient client(EncodingEnum format) {
        FhirContext fhir = FhirContext.forR4Cached();
        fhir.getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient client = fhir.newRestfulGenericClient(server.base());
        client.setEncoding(format);
        return client;
    }

    /** The text in the client's format, by our own writer: HAPI's would respell some of it. */
    private static String as(EncodingEnum format, String json) {
        return format == EncodingEnum.JSON
                ? json
                : new String(XmlWriter.bytes(TestStore.read(json)), StandardCharsets.UTF_8);
    }

    private static Bundle post(IGenericClient client, EncodingEnum format) {
        String answer = client.transaction().withBundle(as(format, VISIT)).execute();
        return format.newParser(FhirContext.forR4Cached()).parseResource(Bundle.class, answer);
    }

    /** The resources as sent, each link between them pointing at what its target became. */
    private static List<JsonObject> linked(List<String> places) {
        List<JsonObject> sent = entries(VISIT);
        String rewritten = VISIT;
        for (int i = 0; i < sent.size(); i++) {
            String fullUrl = sent.get(i).text("fullUrl").orElseThrow();
            rewritten = rewritten.replace('"' + fullUrl + '"', '"' + places.get(i) + '"');
        }
        return entries(rewritten).stream()
                .map(entry -> entry.object("resource").orElseThrow())
                .toList();
    }

    private static List<JsonObject> entries(String bundle) {
        return Answer.objects(TestStore.read(bundle), "entry");
    }

    /** What each entry became, as type/id, in order. */
    private static List<String> places(Bundle answer) {
        return answer.getEntry().stream()
                .map(entry -> entry.getResponse().getLocation().replaceAll("/_history/1$", ""))
                .toList();
    }

    private static String patient(List<String> places) {
        return places.stream()
                .filter(place -> place.startsWith("Patient/"))
                .findFirst()
                .orElseThrow()
                .substring("Patient/".length());
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void readsBackEveryResourceAsItWasSent(EncodingEnum format) {
        IGenericClient client = client(format);
        Bundle answer = post(client, format);
        List<String> places = places(answer);
        List<JsonObject> sent = linked(places);

        assertThat(answer.getEntry())
                .hasSameSizeAs(sent)
                .allSatisfy(entry -> assertThat(entry.getResponse().getStatus()).isEqualTo("201 Created"));
        for (int i = 0; i < sent.size(); i++) {
            String place = places.get(i);
            Answer read = caller.get("/" + place, "Accept", format.getResourceContentTypeNonLegacy())
                    .accepted(200);
            assertThat(DocumentMeta.withoutServerFields(read.resource())).isEqualTo(sent.get(i));
            IBaseResource byClient = client.read()
                    .resource(sent.get(i).resourceType())
                    .withUrl(place)
                    .execute();
            assertThat(byClient.getIdElement().getVersionIdPart()).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void findsTheReadingsOfTheVisit(EncodingEnum format) {
        IGenericClient client = client(format);
        String patient = patient(places(post(client, format)));

        Bundle during = client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(patient))
                .and(Observation.CODE.exactly().systemAndCode("http://loinc.org", "85354-9"))
                .and(Observation.DATE.afterOrEquals().second("2026-01-05T14:00:00Z"))
                .and(Observation.DATE.before().second("2026-01-05T15:10:00Z"))
                .sort()
                .descending(Observation.DATE)
                .returnBundle(Bundle.class)
                .execute();

        assertThat(times(during)).containsExactly("2026-01-05T14:30:00Z", "2026-01-05T14:15:00Z");
        assertThat(during.getTotal()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void walksThePagesNewestFirst(EncodingEnum format) {
        IGenericClient client = client(format);
        String patient = patient(places(post(client, format)));
        List<String> walked = new ArrayList<>();

        Bundle page = client.search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(patient))
                .and(Observation.CODE.exactly().systemAndCode("http://loinc.org", "85354-9"))
                .sort()
                .descending(Observation.DATE)
                .count(1)
                .returnBundle(Bundle.class)
                .execute();
        walked.addAll(times(page));
        while (page.getLink("next") != null) {
            page = client.loadPage().next(page).execute();
            walked.addAll(times(page));
        }

        assertThat(walked)
                .containsExactly(
                        "2026-01-05T15:10:00Z", "2026-01-05T14:30:00Z", "2026-01-05T14:15:00Z", "2026-01-05T13:50:00Z");
    }

    private static List<String> times(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .map(observation -> observation.getEffectiveDateTimeType().getValueAsString())
                .toList();
    }

    /** What the clinic's own SQL sees. */
    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void showsTheInfusionInTheClinicsWords(EncodingEnum format) {
        String patient = patient(places(post(client(format), format)));

        Record infusion = server.sql().fetchSingle("select * from clinic.infusion where patient_id = ?", patient);

        assertThat(infusion.get("dose_mg", BigDecimal.class)).isEqualByComparingTo("40");
        assertThat(infusion.get("dose_mg_per_kg", BigDecimal.class)).isEqualByComparingTo("0.5");
        assertThat(infusion.get("dosing_weight_kg", BigDecimal.class)).isEqualByComparingTo("80");
        assertThat(infusion.get("minutes", BigDecimal.class)).isEqualByComparingTo("40");
        assertThat(infusion.get("agent", String.class)).isEqualTo("ketamine");
        assertThat(infusion.get("phq9_before", BigDecimal.class)).isEqualByComparingTo("21");
    }

    /** A total that contradicts its items is refused with the rule, the place and the reason, and nothing is stored. */
    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void refusesAWrongTotal(EncodingEnum format) {
        IGenericClient client = client(format);
        List<String> places = places(post(client, format));
        JsonObject phq9 = linked(places).stream()
                .filter(resource -> resource.text("questionnaire").orElse("").endsWith("/phq-9"))
                .findFirst()
                .orElseThrow();
        String wrong = new String(JsonWriter.bytes(phq9), StandardCharsets.UTF_8).replace(TOTAL + "21", TOTAL + "12");

        UnprocessableEntityException refused = catchThrowableOfType(
                UnprocessableEntityException.class,
                () -> client.create().resource(as(format, wrong)).execute());

        OperationOutcomeIssueComponent issue = issue(refused, "ki-phq9-total");
        assertThat(issue.getExpression().getFirst().getValue()).startsWith("QuestionnaireResponse");
        assertThat(issue.getDiagnostics()).matches("line \\d+, column \\d+");
        assertThat(issue.getDetails().getText()).isNotBlank();
        assertThat(responses(client, patient(places))).isEqualTo(2);
    }

    private static int responses(IGenericClient client, String patient) {
        return client.search()
                .forResource(QuestionnaireResponse.class)
                .where(QuestionnaireResponse.PATIENT.hasId(patient))
                .returnBundle(Bundle.class)
                .execute()
                .getTotal();
    }

    private static OperationOutcomeIssueComponent issue(UnprocessableEntityException refused, String rule) {
        return ((OperationOutcome) refused.getOperationOutcome())
                .getIssue().stream()
                        .filter(issue ->
                                issue.getDetails().getCodingFirstRep().getCode().equals(rule))
                        .findFirst()
                        .orElseThrow();
    }

    /** In a transaction the same mistake keeps the whole visit out. */
    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void refusesTheVisitOfAWrongTotal(EncodingEnum format) {
        IGenericClient client = client(format);
        String wrong = VISIT.replace(TOTAL + "21", TOTAL + "12").replace("\"1042\"", "\"1042-wrong\"");

        UnprocessableEntityException refused = catchThrowableOfType(
                UnprocessableEntityException.class,
                () -> client.transaction().withBundle(as(format, wrong)).execute());

        assertThat(issue(refused, "ki-phq9-total").getExpression().getFirst().getValue())
                .matches("Bundle\\.entry\\[\\d+]\\.resource.*");
        assertThat(client.search()
                        .forResource(Patient.class)
                        .where(Patient.IDENTIFIER.exactly().code("1042-wrong"))
                        .returnBundle(Bundle.class)
                        .execute()
                        .getEntry())
                .isEmpty();
    }
}
