package org.candela.displayqa.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fields of a JSON text, found as far as it can be read. */
final class JsonFields {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonFields() {}

    /** Every scalar, and every object or array that is empty, with its JSON pointer. */
    static FieldList of(byte[] json) {
        List<Field> fields = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken before = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    fields.add(new Field(pointer(parser), spelled(parser, token)));
                } else if (token.isStructEnd() && before != null && before.isStructStart()) {
                    fields.add(new Field(pointer(parser), token == JsonToken.END_OBJECT ? "{}" : "[]"));
                }
                before = token;
            }
            return FieldList.whole(fields);
        } catch (JsonProcessingException e) {
            return new FieldList(fields, "no JSON from byte " + e.getLocation().getByteOffset() + " on,");
        } catch (IOException e) {
            return new FieldList(fields, "no UTF-8");
        }
    }

    /** Fields of an object whose closing brace is missing, as its seal found it. */
    static FieldList ofOpen(byte[] open) {
        byte[] closed = Arrays.copyOf(open, open.length + 1);
        closed[open.length] = '}';
        return of(closed);
    }

    /** A text in quotation marks, so that "1" is not 1. */
    private static String spelled(JsonParser parser, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_STRING ? '"' + parser.getText() + '"' : parser.getText();
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
