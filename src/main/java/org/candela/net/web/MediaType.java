package org.candela.net.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A media type with its parameters (RFC 9110 §8.3.1): {@code multipart/related; type="application/dicom"; boundary=x}.
 *
 * @param essence type and subtype, lower case
 * @param parameters by lower-case name, unquoted
 */
public record MediaType(String essence, Map<String, String> parameters) {
    public static final String DICOM = "application/dicom";
    public static final String DICOM_JSON = "application/dicom+json";
    static final String ANY = "*/*";
    public static final String MULTIPART_RELATED = "multipart/related";

    public MediaType {
        parameters = Map.copyOf(parameters);
    }

    /** Reads a Content-Type or one choice of an Accept field; what cannot be read is left out. */
    public static MediaType parse(String text) {
        int semicolon = endOfElement(text, 0);
        Map<String, String> parameters = new TreeMap<>();
        for (int from = semicolon + 1; from < text.length(); ) {
            int to = endOfElement(text, from);
            readParameter(text.substring(from, to), parameters);
            from = to + 1;
        }
        return new MediaType(text.substring(0, semicolon).strip().toLowerCase(Locale.ROOT), parameters);
    }

    /** A multipart/related type whose parts are {@code partType}. */
    public static String multipartOf(String partType, String boundary) {
        return MULTIPART_RELATED + "; type=\"" + partType + "\"; boundary=\"" + boundary + "\"";
    }

    /** Value of a parameter; {@code name} in lower case. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static int endOfElement(String text, int from) {
        boolean isQuoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            isQuoted ^= c == '"';
            if (c == ';' && !isQuoted) {
                return i;
            }
        }
        return text.length();
    }

    private static void readParameter(String element, Map<String, String> parameters) {
        int equals = element.indexOf('=');
        if (equals > 0) {
            String value = element.substring(equals + 1).strip();
            boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
            parameters.put(
                    element.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                    isQuoted ? value.substring(1, value.length() - 1) : value);
        }
    }
}
