package org.candela.dicom;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A data set's DICOM JSON model beside the one pydicom makes; docs/dicom-differences.md explains each kind of rest. */
final class PydicomJson {
    /** Kinds of difference that are known and explained, in the order of docs/dicom-differences.md. */
    enum Known {
        UNICODE,
        GROUP_LENGTH,
        NO_VALUE,
        NO_COMPONENT,
        PADDING,
        FRAGMENTS,
        BIG_ENDIAN_UNKNOWN,
        BIG_ENDIAN_WORDS,
        CODE_EXTENSION,
        ODD_LENGTH
    }

    private final DicomFile file;
    private final List<String> unexplained = new ArrayList<>();
    private final Map<Known, Integer> explained = new TreeMap<>();

    private PydicomJson(DicomFile file) {
        this.file = file;
    }

    static PydicomJson compared(DicomFile file, JsonNode pydicom) throws IOException {
        PydicomJson comparison = new PydicomJson(file);
        comparison.compare("", pydicom, file.dataSet());
        return comparison;
    }

    List<String> unexplained() {
        return unexplained;
    }

    Map<Known, Integer> explained() {
        return explained;
    }

    private void compare(String prefix, JsonNode theirs, Attributes ours) throws IOException {
        JsonNode own = DicomJson.toJson(ours);
        Set<String> tags = new TreeSet<>();
        theirs.fieldNames().forEachRemaining(tags::add);
        own.fieldNames().forEachRemaining(tags::add);
        for (String tag : tags) {
            compareElement(prefix + tag, theirs.get(tag), own.get(tag), ours);
        }
    }

    private void compareElement(String path, @Nullable JsonNode theirs, @Nullable JsonNode own, Attributes ours)
            throws IOException {
        int tag = Integer.parseUnsignedInt(path.substring(path.length() - 8), 16);
        if (own == null && Tag.element(tag) == 0) {
            explain(Known.GROUP_LENGTH);
        } else if (tag == Tag.SpecificCharacterSet) {
            explain(Known.UNICODE);
        } else if (theirs == null || own == null) {
            unexplained.add(path + " pydicom " + theirs + ", ours " + own);
        } else if (own.get("vr").asText().equals("SQ")
                && theirs.get("vr").asText().equals("SQ")) {
            compareItems(path, theirs.path("Value"), ours.items(tag));
        } else {
            compareValues(path, theirs, own, ours);
        }
    }

    private void compareItems(String path, JsonNode theirs, List<Attributes> ours) throws IOException {
        if (theirs.size() != ours.size()) {
            unexplained.add(path + " pydicom " + theirs.size() + " items, ours " + ours.size());
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            compare(path + "[" + i + "].", theirs.get(i), ours.get(i));
        }
    }

    private void compareValues(String path, JsonNode theirs, JsonNode own, Attributes ours) throws IOException {
        int tag = Integer.parseUnsignedInt(path.substring(path.length() - 8), 16);
        String theirVr = theirs.get("vr").asText();
        String ownVr = own.get("vr").asText();
        if (ours.fragments(tag).isPresent()) {
            explain(Known.FRAGMENTS);
        } else if (!theirVr.equals(ownVr)) {
            explainVr(path, theirs, own);
        } else if (VR.valueOf(ownVr).unitBytes() > 1 && VR.valueOf(ownVr).isBinary() && isBigEndian()) {
            explain(Known.BIG_ENDIAN_WORDS);
        } else if (VR.valueOf(ownVr).isBinary()) {
            compareBytes(path, theirs, own, ours.loadBytes(tag).orElse(new byte[0]));
        } else {
            compareLists(path, list(theirs.path("Value")), list(own.path("Value")));
        }
    }

    private void compareBytes(String path, JsonNode theirs, JsonNode own, byte[] bytes) {
        String wanted = theirs.path("InlineBinary").asText();
        boolean isPadded = bytes.length > 0 && bytes[bytes.length - 1] == 0;
        if (isPadded && wanted.equals(digest(Arrays.copyOf(bytes, bytes.length - 1)))) {
            explain(Known.ODD_LENGTH);
        } else {
            check(path, wanted.equals(digest(bytes)), theirs, own);
        }
    }

    private static String digest(byte[] bytes) {
        return bytes.length == 0 ? "" : bytes.length + " " + sha1(bytes);
    }

    private void explainVr(String path, JsonNode theirs, JsonNode own) {
        String ownVr = own.get("vr").asText();
        if (ownVr.equals("UN") && isBigEndian()) {
            explain(Known.BIG_ENDIAN_UNKNOWN);
        } else {
            unexplained.add(path + " pydicom " + theirs + ", ours " + own);
        }
    }

    private boolean isBigEndian() {
        return file.transferSyntax().equals(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
    }

    private static List<JsonNode> list(JsonNode values) {
        List<JsonNode> list = new ArrayList<>();
        values.forEach(list::add);
        return list;
    }

    private void compareLists(String path, List<JsonNode> theirs, List<JsonNode> own) {
        if (theirs.size() != own.size()) {
            boolean isBlank = theirs.stream().allMatch(PydicomJson::isBlank)
                    && own.stream().allMatch(PydicomJson::isBlank);
            explainIf(isBlank, Known.NO_VALUE, path, theirs + ", ours " + own);
            return;
        }
        for (int i = 0; i < own.size(); i++) {
            compareValue(path, theirs.get(i), own.get(i));
        }
    }

    private void compareValue(String path, JsonNode theirs, JsonNode own) {
        String difference = theirs + ", ours " + own;
        if (theirs.isNumber() && own.isNumber()) {
            explainIf(theirs.doubleValue() == own.doubleValue(), null, path, difference);
        } else if (own.isNull() || theirs.isNull()) {
            explainIf(isBlank(theirs) && isBlank(own), Known.NO_VALUE, path, difference);
        } else if (own.isObject()) {
            for (String group : List.of("Alphabetic", "Ideographic", "Phonetic")) {
                compareText(path, theirs.path(group).asText(), own.path(group).asText());
            }
            if (!theirs.equals(own)) {
                explain(Known.NO_COMPONENT);
            }
        } else {
            compareText(path, theirs.asText(), own.asText());
        }
    }

    private void compareText(String path, String theirs, String own) {
        if (theirs.equals(own)) {
            return;
        }
        if (theirs.indexOf('\u001B') >= 0) {
            explain(Known.CODE_EXTENSION);
        } else {
            explainIf(
                    theirs.strip().equals(own.strip()),
                    Known.PADDING,
                    path,
                    "\"" + theirs + "\", ours \"" + own + "\"");
        }
    }

    private static boolean isBlank(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.asText().isBlank())
                || (value.isObject() && value.isEmpty());
    }

    private void check(String path, boolean isSame, JsonNode theirs, JsonNode own) {
        explainIf(isSame, null, path, theirs + ", ours " + own);
    }

    /** The difference is of this kind, or, where there is no kind, there is none, if the condition holds. */
    private void explainIf(boolean holds, @Nullable Known kind, String path, String difference) {
        if (!holds) {
            unexplained.add(
                    path + " pydicom " + (difference.length() > 300 ? difference.substring(0, 300) : difference));
        } else if (kind != null) {
            explain(kind);
        }
    }

    private void explain(Known kind) {
        explained.merge(kind, 1, Integer::sum);
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
