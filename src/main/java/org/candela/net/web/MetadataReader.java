package org.candela.net.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

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
            Attributes dataSet = JsonAnswer.dataSet(answer, object);
            List<BulkDataLink> links = new ArrayList<>();
            collect(dataSet, "", links);
            sink.accept(new Metadata(dataSet, links));
            count[0]++;
            return true;
        });
        return count[0];
    }

    private void collect(Attributes dataSet, String prefix, List<BulkDataLink> links) throws WebException {
        for (int tag : dataSet.tags()) {
            String path = prefix + Tag.toHex(tag);
            Optional<String> uri = dataSet.bulkDataUri(tag);
            if (uri.isPresent()) {
                links.add(new BulkDataLink(path, resolve(uri.orElseThrow())));
            }
            int item = 0;
            for (Attributes nested : dataSet.items(tag)) {
                item++;
                collect(nested, path + "." + item + ".", links);
            }
        }
    }

    /** A relative URI is relative to the document that names it (RFC 3986 §5.1.3). */
    private URI resolve(String text) throws WebException {
        URI base = answer.call().uri();
        // A query alone belongs to the whole path of the base (RFC 3986 §5.2.2), of which java.net.URI drops the end.
        String relative = text.startsWith("?") ? base.getRawPath() + text : text;
        try {
            return endpoint.atOwnOrigin(base.resolve(new URI(relative)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw answer.unexpected("a bulk data URI that is none");
        }
    }
}
