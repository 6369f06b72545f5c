package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dripline.document.JsonObject;
import org.dripline.engine.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * One session on a server with H2 and on one with PostgreSQL: the answers are the same to the byte, apart from times,
 * page tokens, ports and the ids that a server has chosen.
 */
class PostgresSameAnswersTest {
    private static final Path VISITS = Path.of("fhir-profiles/examples/visits");

    /** Letters that a language, a case, an encoding or a plane of Unicode would order otherwise. */
    private static final List<String> NAMES = List.of(
            "Zoë", "zoe", "Åström", "Aastrom", "ähnlich", "de la Cruz", "O'Neil", "ﬀ", "山田", "😀", "\uFFFD", "");

    private static final String SEARCHES = """
            /Patient?_sort=family&_count=3
            /Patient?_sort=-family,birthdate&_count=4
            /Patient?family=zo&_sort=family
            /Patient?family:exact=Zoë
            /Patient?family:contains=ST
            /Patient?name=O'NEIL
            /Patient?birthdate=ge1980-01&birthdate=lt1984&_sort=-birthdate
            /Patient?birthdate:missing=true
            /Patient?identifier=http://clinic.example/mrn|7,8
            /Patient?identifier=|7
            /Patient?gender:not=female&_total=accurate&_count=2
            /Patient?_has:Procedure:patient:status=completed
            /Patient?_has:Observation:patient:code=http://loinc.org|8867-4&_revinclude=Procedure:patient
            /Patient?_lastUpdated=gt2020-01-01&_summary=count
            /Procedure?code=http://snomed.info/sct|14152002&_sort=-date&_count=2
            /Procedure?date=2026&_include=Procedure:patient&_include=Procedure:encounter
            /Procedure?patient.identifier=http://clinic.example/mrn|7
            /Procedure?status=completed,stopped&_id=p0,p1,p2,p10&_sort=status,-_id
            /MedicationAdministration?dose=gt0.1|http://unitsofmeasure.org|mg/kg&_sort=-effective-time
            /MedicationAdministration?_sort=dose&_elements=status,dosage
            /Observation?code-value-quantity=http://loinc.org|8867-4$gt50&_sort=value-quantity&_count=5
            /Observation?value-quantity=le100&_sort=-value-quantity&_count=5
            /Observation?component-code-value-quantity=http://loinc.org|8480-6$gt100
            /Observation?combo-code=8867-4,8480-6&_sort=-date,code&_count=3
            /Observation?code:text=heart&_sort=code
            /Observation?part-of:missing=false&_sort=_lastUpdated&_count=7&_total=accurate
            /QuestionnaireResponse?questionnaire:missing=false&_sort=-authored
            /Questionnaire?url:below=https://fhir.dripline.example&_sort=url&_elements=url
            /ValueSet?name:contains=e&_sort=-name&_elements=name,url&_count=3
            /StructureDefinition?_sort=-url&_elements=url&_count=4
            /AdverseEvent?_sort=date&_include=*
            /CarePlan?_sort=-date
            /?_type=Patient,Procedure&_lastUpdated=gt2020-01-01&_count=4
            /Patient/n0/*?_count=5
            /Patient?unknown=1
            /Patient?birthdate=yesterday
            /Observation?value-quantity=x
            /Patient?_sort=nothing
            /Nothing
            """;

    private static final Pattern CHOSEN =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern TOKEN = Pattern.compile("_page=[^\"&\\s]+");

    @Test
    void answersAlike() throws IOException {
        assertThat(session(TestDatabase.POSTGRESQL)).containsExactlyElementsOf(session(TestDatabase.H2));
    }

    private static List<String> session(TestDatabase database) throws IOException {
        try (RunningServer server = RunningServer.start(database)) {
            Session session = new Session(server);
            writes(session);
            SEARCHES.lines().forEach(session::search);
            changes(session);
            assertThat(session.answers).hasSizeGreaterThan(90);
            return session.answers;
        }
    }

    private static void writes(Session session) throws IOException {
        session.send("POST", "", Files.readString(VISITS.resolve("golden-visit.json")));
        session.send("POST", "", Files.readString(VISITS.resolve("golden-course.json")));
        session.send("POST", "", Files.readString(VISITS.resolve("phq9-wrong-total.json")));
        for (int i = 0; i < NAMES.size(); i++) {
            session.send("PUT", "/Patient/n" + i, patient(i, NAMES.get(i)));
            session.send("PUT", "/Procedure/p" + i, """
                    {"resourceType":"Procedure","id":"p%1$d","status":"completed","subject":{"reference":"Patient/n%1$d"},
                     "code":{"text":"other"},"performedDateTime":"2025-0%2$d"}""".formatted(i, 1 + i % 9));
        }
    }

    private static String patient(int i, String family) {
        return """
                {"resourceType":"Patient","id":"n%d","identifier":[{"system":"http://clinic.example/mrn","value":"%d"}],
                 "name":[{"family":"%s","given":["G%d"]}],"gender":"%s","birthDate":"%d"}""".formatted(i, i, family.isEmpty() ? "-" : family, i % 3, i % 2 == 0 ? "female" : "male", 1978 + i);
    }

    private static void changes(Session session) {
        session.send("POST", "/Patient", patient(0, "Chosen").replace("\"id\":\"n0\",", ""));
        session.send("PUT", "/Patient/n1", patient(1, "Changed"), "If-Match", "W/\"1\"");
        session.send("PUT", "/Patient/n1", patient(1, "Stale"), "If-Match", "W/\"1\"");
        session.send("PUT", "/Patient/n2", patient(2, "Wrong").replace("\"n2\"", "\"n3\""));
        session.send("PUT", "/Patient/n2", patient(2, "Wrong").replace("1980", "198"));
        session.send("PUT", "/Patient/n2", patient(2, "Wrong").replace("female", "woman"));
        session.send("DELETE", "/Procedure/p1", "");
        session.send("DELETE", "/Procedure/p1", "");
        session.send("DELETE", "/Procedure/never", "");
        for (String path : List.of("/Procedure/p1", "/Procedure/p1/_history/1", "/Procedure/never", "/Patient/n1")) {
            session.send("GET", path, "");
        }
        session.send("PUT", "/Procedure/p1", """
                {"resourceType":"Procedure","id":"p1","status":"unknown","subject":{"display":"Somebody"}}""");
        session.send("GET", "/Procedure/p1/_history?_count=2", "");
        session.send("GET", "/Patient/n1/_history/1", "", "Accept", "application/fhir+xml");
        session.send("GET", "/Patient/n1", "", "If-None-Match", "W/\"2\"");
        session.search("/Patient?family=chan&_sort=family");
    }

    /** Sends requests, and keeps the answers without what must differ. */
    private static final class Session {
        private static final int MOST_PAGES = 8;

        private final RunningServer server;
        private final List<String> answers = new ArrayList<>();
        private final Map<String, String> chosen = new HashMap<>();

        Session(RunningServer server) {
            this.server = server;
        }

        /** With all pages that follow. */
        void search(String path) {
            Optional<String> next =
                    Optional.of(path.replace("|", "%7C").replace("ë", "%C3%AB").replace("$", "%24"));
            for (int page = 0; page < MOST_PAGES && next.isPresent(); page++) {
                HttpResponse<byte[]> answer = send("GET", next.get(), "");
                next = RunningServer.json(answer).items("link").stream()
                        .map(link -> (JsonObject) link)
                        .filter(link -> link.text("relation").equals(Optional.of("next")))
                        .map(link -> link.text("url")
                                .orElseThrow()
                                .substring(server.base().length()))
                        .findFirst();
            }
        }

        HttpResponse<byte[]> send(String method, String path, String body, String... headers) {
            HttpResponse<byte[]> answer = body.isEmpty()
                    ? server.send(method, path, new byte[0], headers)
                    : server.sendJson(method, path, body, headers);
            answers.add(masked(method + " " + path + " " + answer.statusCode() + " "
                    + answer.headers().allValues("Location") + answer.headers().allValues("ETag")
                    + answer.headers().allValues("Content-Type") + "\n" + RunningServer.text(answer)));
            return answer;
        }

        private String masked(String answer) {
            String plain = answer.replace(":" + server.port() + "/", ":PORT/");
            String timeless = TIME.matcher(plain).replaceAll("TIME");
            String open = TOKEN.matcher(timeless).replaceAll("_page=TOKEN");
            return CHOSEN.matcher(open)
                    .replaceAll(found -> chosen.computeIfAbsent(found.group(), id -> "CHOSEN-" + chosen.size()));
        }
    }
}
