package org.candela.net.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomJson;
import org.candela.net.web.WebException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the DICOM JSON of an answer data set by data set (PS3.18 F.2), holding no more than one of them.
 *
 * <p>One data set may have {@value #MOST_BYTES} bytes and {@value #MOST_TOKENS} tokens, whatever the array around it has.
 */
// [impl->req~net.web.json~1]
final class JsonAnswer {
    static final int MOST_BYTES = 32 << 20;
    static final int MOST_TOKENS = 2_000_000;
    /** Of a list that is kept as a whole. */
    private static final long MOST_KEPT_BYTES = 64L << 20;

    private static final int MOST_DEPTH = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(MOST_BYTES)
                    .build())
            .build());

    private JsonAnswer() {}

    /** Takes one data set; false when it wants no more. */
    @FunctionalInterface
    interface Sink {
        boolean accept(JsonNode object) throws CandelaException;
    }

    /** All data sets of an array, or the one of an object; none of an empty body. */
    static List<Attributes> read(Answer answer) throws WebException {
        return read(answer, Integer.MAX_VALUE);
    }

    /** The first {@code most} of them. */
    static List<Attributes> read(Answer answer, int most) throws WebException {
        List<Attributes> found = new ArrayList<>();
        try {
            each(answer, MOST_KEPT_BYTES, object -> {
                found.add(dataSet(answer, object));
                return found.size() < most;
            });
        } catch (WebException e) {
            throw e;
        } catch (CandelaException e) {
            throw new IllegalStateException("nothing else is thrown here", e);
        }
        return found;
    }

    static Attributes dataSet(Answer answer, JsonNode object) throws WebException {
        try {
            return DicomJson.fromJson(object, "the answer");
        } catch (DicomFormatException e) {
            throw WebException.of(Kind.UNEXPECTED_CONTENT, answer.call().name(), "an answer that is no DICOM JSON", e);
        }
    }

    /** Hands over each data set as it comes; the answer may be as long as {@code mostBytes}. */
    static void each(Answer answer, long mostBytes, Sink sink) throws CandelaException {
        if (answer.status() == Answer.NO_CONTENT) {
            return;
        }
        requireJson(answer);
        BoundedStream body = new BoundedStream(answer, mostBytes);
        try (Counted parser = new Counted(MAPPER.createParser(body))) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                sink.accept(object(parser, body));
                requireEnd(answer, parser);
            } else if (first == JsonToken.START_ARRAY) {
                array(answer, parser, body, sink);
            } else if (first != null) {
                throw answer.unexpected("an answer that is JSON but neither array nor object");
            }
        } catch (JsonEOFException e) {
            throw answer.broken(new IOException("it ends within its JSON"));
        } catch (JsonProcessingException e) {
            // A parser's message quotes the text it failed on, so it is not passed on.
            throw answer.unexpected("an answer that is no JSON near byte " + body.consumed());
        } catch (TooMuch e) {
            throw answer.unexpected(e.getMessage());
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    private static void array(Answer answer, Counted parser, BoundedStream body, Sink sink)
            throws IOException, CandelaException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("it ends within its array");
            }
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw answer.unexpected("an array of something else than data sets");
            }
            if (!sink.accept(object(parser, body))) {
                return;
            }
        }
        requireEnd(answer, parser);
    }

    private static JsonNode object(Counted parser, BoundedStream body) throws IOException {
        body.startObject();
        parser.tokens = 0;
        return MAPPER.readTree(parser);
    }

    private static void requireEnd(Answer answer, JsonParser parser) throws IOException, WebException {
        if (parser.nextToken() != null) {
            throw answer.unexpected("an answer with something after its JSON");
        }
    }

    private static void requireJson(Answer answer) throws WebException {
        String type = answer.contentType().essence();
        boolean isJson = type.isEmpty() || type.equals(MediaType.DICOM_JSON) || type.equals("application/json");
        if (!isJson) {
            throw answer.unexpected(
                    "an answer of type \"" + Answer.printable(type) + "\" instead of " + MediaType.DICOM_JSON);
        }
    }

    /** More than allowed; the text is ours. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;

        TooMuch(String what) {
            super(what);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static final class Counted extends JsonParserDelegate {
        private int tokens;

        Counted(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            if (++tokens > MOST_TOKENS) {
                throw new TooMuch("a data set of more than " + MOST_TOKENS + " JSON tokens");
            }
            return super.nextToken();
        }

        // These two would pass the counter by.
        @Override
        public @Nullable String nextFieldName() throws IOException {
            return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
        }

        @Override
        public @Nullable String nextTextValue() throws IOException {
            return nextToken() == JsonToken.VALUE_STRING ? getText() : null;
        }
    }

    private static final class BoundedStream extends BlockStream {
        private final InputStream source;
        private final long most;
        private long consumed;
        private long objectEnd = MOST_BYTES;

        BoundedStream(Answer answer, long most) {
            this.source = answer.body();
            this.most = most;
        }

        long consumed() {
            return consumed;
        }

        void startObject() {
            objectEnd = consumed + MOST_BYTES;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (consumed >= Math.min(objectEnd, most)) {
                throw new TooMuch("more JSON than " + Math.min(MOST_BYTES, most) + " bytes at once");
            }
            int count = source.read(target, offset, length);
            consumed += Math.max(count, 0);
            return count;
        }
    }
}
