package org.candela.net.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.candela.base.CandelaException;

/** Reads an array of instances one by one, with the places of what was left out. */
final class MetadataReader {
    /** Metadata of a study may be long; each data set in it is bounded by {@link JsonAnswer}. */
    private static final long MOST_BYTES = 16L << 30;

    private final Answer answer;
    private final WebEndpoint endpoint;

    MetadataReader(Answer answer, WebEndpoint endpoint) {
        this.answer = answer;
        this.endpoint = endpoint;
    }

    int read(Metadata.Sink sink) throws CandelaException {
        int[] count = {0};
        JsonAnswer.each(answer, MOST_BYTES, object -> {
            List<BulkDataLink> links = new ArrayList<>();
            collect(object, "", links);
            sink.accept(new Metadata(JsonAnswer.dataSet(answer, object), links));
            count[0]++;
            return true;
        });
        return count[0];
    }

    private void collect(JsonNode object, String prefix, List<BulkDataLink> links) throws WebException {
        for (Map.Entry<String, JsonNode> element : object.properties()) {
            String path = prefix + element.getKey();
            JsonNode uri = element.getValue().path("BulkDataURI");
            if (uri.isTextual()) {
                links.add(new BulkDataLink(path, resolve(uri.asText())));
            }
            int item = 0;
            for (JsonNode value : element.getValue().path("Value")) {
                item++;
                if (value.isObject()
                        && "SQ".equals(element.getValue().path("vr").asText())) {
                    collect(value, path + "." + item + ".", links);
                }
            }
        }
    }

    /** A relative URI is relative to the document that names it (RFC 3986 §5.1.3). */
    private URI resolve(String text) throws WebException {
        try {
            return endpoint.atOwnOrigin(answer.call().uri().resolve(new URI(text)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw answer.unexpected("a bulk data URI that is none");
        }
    }
}
