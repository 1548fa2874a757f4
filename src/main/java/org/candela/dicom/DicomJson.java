package org.candela.dicom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The DICOM JSON model (PS3.18 Annex F), both ways. Stateless; safe from any thread.
 *
 * <p>Values left in their file are written as a bulk data URI where the caller knows one, else without a value. Group
 * lengths are left out (PS3.18 F.2.2). JSON is UTF-8, and so is the character set it names. A bulk data URI that is read
 * is kept as {@link Attributes#bulkDataUri} and written again as it was; nothing here follows it.
 */
public final class DicomJson {
    private static final String[] PERSON_NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};
    private static final int MAX_DEPTH = 32;

    private DicomJson() {}

    /** Names the place of a value that stays in its file; empty when it has no name. */
    @FunctionalInterface
    public interface BulkDataUris {
        Optional<URI> uriOf(BulkData data);
    }

    /** The data set as a JSON object: {@code {"00100010":{"vr":"PN","Value":[…]}}}. */
    public static ObjectNode toJson(Attributes attributes) {
        return toJson(attributes, data -> Optional.empty());
    }

    /** The same, with URIs for values left in their file. */
    // [impl->req~dicom.json~1]
    public static ObjectNode toJson(Attributes attributes, BulkDataUris uris) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Element element : attributes.elements()) {
            if (element.tag() == Tag.SpecificCharacterSet) {
                object.set(Tag.toHex(element.tag()), unicode());
            } else if (Tag.element(element.tag()) != 0) {
                object.set(Tag.toHex(element.tag()), node(element, attributes, uris));
            }
        }
        return object;
    }

    private static ObjectNode unicode() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("vr", VR.CS.name());
        node.putArray("Value").add("ISO_IR 192");
        return node;
    }

    private static ObjectNode node(Element element, Attributes owner, BulkDataUris uris) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("vr", element.vr().name());
        if (element.value() instanceof Element.Items items) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            items.items().forEach(item -> values.add(toJson(item, uris)));
            addIfAny(node, values);
        } else if (element.value() instanceof Element.Bulk bulk) {
            uris.uriOf(bulk.data()).ifPresent(uri -> node.put("BulkDataURI", uri.toString()));
        } else if (element.value() instanceof Element.Reference reference) {
            node.put("BulkDataURI", reference.uri());
        } else if (element.value() instanceof Element.Bytes value && value.bytes().length > 0) {
            if (element.vr().isBinary()) {
                node.put("InlineBinary", Base64.getEncoder().encodeToString(value.bytes()));
            } else {
                addIfAny(node, values(element, owner));
            }
        }
        return node;
    }

    private static void addIfAny(ObjectNode node, ArrayNode values) {
        if (!values.isEmpty()) {
            node.set("Value", values);
        }
    }

    private static ArrayNode values(Element element, Attributes owner) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        boolean isLong = element.vr() == VR.SV || element.vr() == VR.UV;
        List<Double> numbers = isNumber(element.vr()) && !isLong ? Values.numbers(element) : List.of();
        if (!numbers.isEmpty()) {
            numbers.forEach(number -> addNumber(values, element.vr(), number));
            return values;
        }
        for (String text : Values.strings(element, owner.characterSet())) {
            if (text.isEmpty()) {
                values.addNull();
            } else if (isLong) {
                values.add(new BigInteger(text));
            } else if (element.vr() == VR.PN) {
                values.add(personName(text));
            } else {
                values.add(text);
            }
        }
        return values;
    }

    private static boolean isNumber(VR vr) {
        return vr == VR.DS || vr == VR.IS || vr.kind() == VR.Kind.INTEGER || vr.kind() == VR.Kind.FLOAT;
    }

    private static void addNumber(ArrayNode values, VR vr, double number) {
        boolean isWhole = vr != VR.FD && vr != VR.FL && number == Math.rint(number) && Math.abs(number) < 1e15;
        if (!Double.isFinite(number)) {
            values.add(Double.toString(number)); // PS3.18 F.2.4 note: NaN and infinities as text
        } else if (isWhole) {
            values.add((long) number);
        } else {
            values.add(number);
        }
    }

    private static ObjectNode personName(String text) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String[] groups = text.split("=", PERSON_NAME_GROUPS.length);
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].isEmpty()) {
                node.put(PERSON_NAME_GROUPS[i], groups[i]);
            }
        }
        return node;
    }

    /**
     * The data set of a JSON object; text is kept in UTF-8.
     *
     * @throws DicomFormatException naming {@code source} and the tag when the JSON is not of the model
     */
    public static Attributes fromJson(JsonNode object, String source) throws DicomFormatException {
        return fromJson(object, source, 0);
    }

    private static Attributes fromJson(JsonNode object, String source, int depth) throws DicomFormatException {
        if (!object.isObject() || depth > MAX_DEPTH) {
            throw failure(source, DicomFormatException.NO_TAG, "not a data set of the DICOM JSON model");
        }
        Attributes attributes = new Attributes().set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getKey().matches("[0-9A-Fa-f]{8}")) {
                throw failure(source, DicomFormatException.NO_TAG, "a key is no tag of eight hexadecimal digits");
            }
            int tag = Integer.parseUnsignedInt(field.getKey(), 16);
            if (tag != Tag.SpecificCharacterSet) {
                add(attributes, tag, field.getValue(), new Place(source, depth));
            }
        }
        return attributes;
    }

    private record Place(String source, int depth) {}

    private static void add(Attributes attributes, int tag, JsonNode node, Place place) throws DicomFormatException {
        VR vr = VR.of(node.path("vr").asText()).orElseThrow(() -> failure(place.source(), tag, "no vr of DICOM"));
        JsonNode values = node.path("Value");
        // [impl->req~dicom.bulk-data-uri~1]
        try {
            if (!node.has("InlineBinary") && values.isEmpty() && node.has("BulkDataURI")) {
                attributes.setBulkDataUri(tag, vr, text(node, "BulkDataURI"));
            } else if (vr == VR.SQ) {
                attributes.setItems(tag, items(values, place));
            } else if (node.has("InlineBinary")) {
                attributes.setBytes(tag, vr, Base64.getDecoder().decode(text(node, "InlineBinary")));
            } else {
                attributes.set(tag, vr, texts(values));
            }
        } catch (IllegalArgumentException e) {
            throw failure(place.source(), tag, "a value does not fit " + vr);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is no text");
        }
        return value.asText();
    }

    private static List<Attributes> items(JsonNode values, Place place) throws DicomFormatException {
        List<Attributes> items = new ArrayList<>();
        for (JsonNode item : values) {
            items.add(fromJson(item, place.source(), place.depth() + 1));
        }
        return items;
    }

    private static String[] texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : values) {
            texts.add(value.isObject() ? joined(value) : value.isNull() ? "" : value.asText());
        }
        return texts.toArray(String[]::new);
    }

    private static String joined(JsonNode name) {
        StringBuilder text = new StringBuilder();
        for (String group : PERSON_NAME_GROUPS) {
            text.append(name.path(group).asText()).append('=');
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '=') {
            end--;
        }
        return text.substring(0, end);
    }

    private static DicomFormatException failure(String source, int tag, String problem) {
        return new DicomFormatException(source, DicomFormatException.NO_OFFSET, tag, problem);
    }
}
