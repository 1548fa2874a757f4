package org.candela.net.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomJson;
import org.candela.net.web.WebException.Kind;

/** Reads the DICOM JSON of an answer, at most {@value #MOST_BYTES} bytes of it. */
final class JsonAnswer {
    static final int MOST_BYTES = 64 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonAnswer() {}

    /** Data sets of an array, or the one of an object; none of an empty body. */
    static List<Attributes> read(HttpRequest request, InputStream body) throws WebException {
        JsonNode root = parse(request, body);
        List<Attributes> found = new ArrayList<>();
        try {
            for (JsonNode object : root.isObject() ? List.of(root) : root) {
                found.add(DicomJson.fromJson(object, "the answer"));
            }
        } catch (DicomFormatException e) {
            throw WebException.of(
                    Kind.UNEXPECTED_CONTENT, WebCalls.name(request), "an answer that is no DICOM JSON", e);
        }
        return found;
    }

    private static JsonNode parse(HttpRequest request, InputStream body) throws WebException {
        byte[] bytes = bytes(request, body);
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            // A parser's message quotes the text it failed on, so it is not passed on.
            throw WebException.of(
                    Kind.UNEXPECTED_CONTENT,
                    WebCalls.name(request),
                    "an answer that is no JSON after " + e.getLocation().getByteOffset() + " bytes");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }

    private static byte[] bytes(HttpRequest request, InputStream body) throws WebException {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw WebException.of(
                        Kind.UNEXPECTED_CONTENT, WebCalls.name(request), "an answer larger than " + MOST_BYTES);
            }
            return bytes;
        } catch (IOException e) {
            throw WebCalls.broken(request, e);
        }
    }
}
