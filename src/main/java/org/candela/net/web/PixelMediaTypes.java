package org.candela.net.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;

/** Media type ↔ transfer syntax of pixels outside a data set (PS3.18 Tables 8.7.3-4 and 8.7.3-5). */
// [impl->req~net.web.statement~1]
final class PixelMediaTypes {
    static final String OCTETS = "application/octet-stream";
    private static final String JPEG_FAMILY = "1.2.840.10008.1.2.4.";
    private static final Map<Uid, String> TYPES = new LinkedHashMap<>();

    static {
        put("1.2.840.10008.1.2.1", OCTETS);
        put("1.2.840.10008.1.2.5", "image/dicom-rle");
        // The first of each type is its default.
        jpegs("image/jpeg", "70", "50", "51", "57");
        jpegs("image/jls", "80", "81");
        jpegs("image/jp2", "90", "91");
        jpegs("image/jpx", "92", "93");
        jpegs("image/jphc", "201", "202", "203");
        jpegs("image/jxl", "110", "111", "112");
        jpegs("video/mpeg", "100", "101");
        jpegs("video/mp4", "102", "103", "104", "105", "106");
        jpegs("video/H265", "107", "108");
    }

    private PixelMediaTypes() {}

    private static void jpegs(String type, String... last) {
        for (String component : last) {
            put(JPEG_FAMILY + component, type);
        }
    }

    private static void put(String uid, String type) {
        TYPES.put(new Uid(uid), type);
    }

    /** The media type pixels of {@code transferSyntax} come in; octets for one not in the tables. */
    static String typeOf(Uid transferSyntax) {
        return TYPES.getOrDefault(transferSyntax, OCTETS);
    }

    /** The transfer syntax a part of {@code type} has when it does not tell; empty for a type not in the tables. */
    static Optional<Uid> usualFor(MediaType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().equalsIgnoreCase(type.essence()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isKnown(MediaType type) {
        // Older editions said image/dicom+rle, image/x-jls and video/mpeg2.
        return usualFor(modern(type)).isPresent();
    }

    static MediaType modern(MediaType type) {
        String essence =
                switch (type.essence()) {
                    case "image/dicom+rle", "image/x-dicom-rle" -> "image/dicom-rle";
                    case "image/x-jls", "image/dicom+jpeg-ls" -> "image/jls";
                    case "image/dicom+jpeg" -> "image/jpeg";
                    case "image/dicom+jp2" -> "image/jp2";
                    case "image/dicom+jpx" -> "image/jpx";
                    case "video/mpeg2" -> "video/mpeg";
                    default -> type.essence();
                };
        return new MediaType(essence, type.parameters());
    }
}
