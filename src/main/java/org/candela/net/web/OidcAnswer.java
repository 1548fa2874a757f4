package org.candela.net.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.candela.net.web.WebException.Kind;

/** Reads the small JSON documents of identity providers. They hold secrets: nothing of them gets into a failure. */
// [impl->req~net.web.secrets~1]
final class OidcAnswer {
    private static final int MOST_BYTES = 256 << 10;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OidcAnswer() {}

    static JsonNode parse(Answer answer) throws WebException {
        try {
            byte[] bytes = answer.body().readNBytes(MOST_BYTES + 1);
            JsonNode document =
                    bytes.length > MOST_BYTES ? JsonNodeFactory.instance.nullNode() : MAPPER.readTree(bytes);
            if (document == null || !document.isObject()) {
                throw WebException.of(Kind.SIGN_IN, answer.call().name(), "an answer that is no JSON object");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw WebException.of(Kind.SIGN_IN, answer.call().name(), "an answer that is no JSON");
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    /** The error code of RFC 6749 §5.2 and RFC 8628 §3.5; what is none is told as "unknown". */
    static String error(JsonNode document) {
        String code = document.path("error").asText();
        return code.matches("[a-z_]{1,40}") ? code : "unknown";
    }
}
