package org.dripline.fhir;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.QueryText;

/** Makes requests for tests: {@code request("GET", "/Patient/1?_format=xml")}. */
final class Requests {
    private Requests() {}

    static FhirRequest request(String method, String url) {
        return request(method, url, Map.of());
    }

    static FhirRequest request(String method, String url, Map<String, String> headers) {
        int mark = url.indexOf('?');
        List<String> path = FhirRequest.segments(mark < 0 ? url : url.substring(0, mark));
        List<Parameter> parameters = mark < 0 ? List.of() : QueryText.parse(url.substring(mark + 1), 1000);
        Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(headers);
        return new FhirRequest(method, "http://localhost/fhir", path, parameters, named::get);
    }
}
