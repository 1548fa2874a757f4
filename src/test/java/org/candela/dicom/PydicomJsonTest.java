package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.candela.Corpus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON model of real files, as pydicom makes it and as we do. */
class PydicomJsonTest {
    /** Files that pydicom's own tests keep because they are broken. */
    private static final Set<String> BROKEN = Set.of(
            "MR_truncated.dcm",
            "rtplan_truncated.dcm",
            "badVR.dcm",
            "no_meta.dcm",
            "DICOMDIR-nooffset",
            "emri_small_jpeg_2k_lossless_too_short.dcm",
            "GH179A.dcm",
            "GH179B.dcm",
            "GH626.dcm");

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static List<String> models;

    @BeforeAll
    static void askPydicom() throws Exception {
        models = Pydicom.in(folder).models();
    }

    // [utest->req~dicom.json~1]
    // [utest->req~dicom.read~1]
    @Test
    void filesOfPydicomHaveTheJsonModelOfPydicom() throws Exception {
        assertSame(models, 100);
    }

    // [utest->req~dicom.json~1]
    @Test
    void filesOfTheCorpusHaveTheJsonModelOfPydicom() throws Exception {
        assertSame(Pydicom.in(folder).models(Corpus.folder().toString()), 900);
    }

    private static void assertSame(List<String> lines, int least) throws IOException {
        List<String> differences = new ArrayList<>();
        Set<PydicomJson.Known> known = new TreeSet<>();
        int compared = 0;
        for (String line : lines) {
            JsonNode theirs = Pydicom.MAPPER.readTree(line);
            Path path = Path.of(theirs.get("file").asText());
            if (isBroken(path)) {
                continue;
            }
            try {
                DicomFile ours = DicomReader.read(path, ReadOptions.standard().withValuesInMemory(1 << 24));
                PydicomJson comparison = PydicomJson.compared(ours, theirs.get("json"));
                comparison.unexplained().forEach(text -> differences.add(path.getFileName() + " " + text));
                known.addAll(comparison.explained().keySet());
                compared++;
            } catch (DicomFormatException refused) {
                differences.add(refused.getMessage());
            }
        }

        assertEquals("", String.join("\n", differences));
        assertTrue(compared >= least, compared + " files compared, " + known);
    }

    // [utest->req~dicom.json~1]
    @Test
    void whatPydicomWroteAsJsonIsReadAsPydicomMeantIt() throws Exception {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (String line : models) {
            JsonNode theirs = Pydicom.MAPPER.readTree(line);
            Path path = Path.of(theirs.get("file").asText());
            if (!isBroken(path) && theirs.get("whole").isObject()) {
                Attributes read = DicomJson.fromJson(theirs.get("whole"), path.toString());
                DicomFile ours = DicomFile.of(read, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                PydicomJson.compared(ours, theirs.get("json"))
                        .unexplained()
                        .forEach(text -> differences.add(path.getFileName() + " " + text));
                compared++;
            }
        }

        assertEquals("", String.join("\n", differences));
        assertTrue(compared >= 80, compared + " compared");
    }

    // [utest->req~dicom.json~1]
    // [utest->req~dicom.bulk-data-uri~1]
    @Test
    void whatWeWroteAsJsonIsReadAsWeMeantItByPydicomAndByUs() throws Exception {
        List<DicomFile> files = new ArrayList<>();
        List<JsonNode> written = new ArrayList<>();
        for (String line : models) {
            Path path = Path.of(Pydicom.MAPPER.readTree(line).get("file").asText());
            if (!isBroken(path)) {
                DicomFile file = DicomReader.read(path, ReadOptions.standard().withValuesInMemory(256));
                files.add(file);
                written.add(DicomJson.toJson(file.dataSet(), PydicomJsonTest::uriOf));
            }
        }

        List<String> back = Pydicom.in(folder).readBack(written);

        List<String> differences = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            JsonNode ours = written.get(i);
            JsonNode again = DicomJson.toJson(DicomJson.fromJson(ours, "ours"));
            assertEquals(evened(ours), evened(again));
            DicomFile read = DicomFile.of(fetched(ours), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            String name = i + " ";
            PydicomJson.compared(read, Pydicom.MAPPER.readTree(back.get(i)))
                    .unexplained()
                    .forEach(text -> differences.add(name + text));
        }
        assertEquals("", String.join("\n", differences));
        assertTrue(files.size() >= 100, files.size() + " compared");
    }

    private static Optional<URI> uriOf(BulkData data) {
        return Optional.of(URI.create("bulk/" + data.offset() + "?length=" + data.length()));
    }

    /** Once read, items have the character set of all the rest, and binary values an even length. */
    private static JsonNode evened(JsonNode model) {
        ObjectNode copy = model.deepCopy();
        copy.remove("00080005");
        for (JsonNode element : copy) {
            if (element.has("InlineBinary")) {
                byte[] bytes =
                        Base64.getDecoder().decode(element.get("InlineBinary").asText());
                byte[] even = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
                ((ObjectNode) element).put("InlineBinary", Base64.getEncoder().encodeToString(even));
            }
            if (element.get("vr").asText().equals("SQ") && element.has("Value")) {
                ArrayNode items = (ArrayNode) element.get("Value");
                for (int i = 0; i < items.size(); i++) {
                    items.set(i, evened(items.get(i)));
                }
            }
        }
        return copy;
    }

    /** As the script does: the value is its own URI. */
    private static Attributes fetched(JsonNode json) throws DicomFormatException {
        return fetched(DicomJson.fromJson(json, "ours"));
    }

    private static Attributes fetched(Attributes read) {
        Attributes fetched = read.copy();
        for (int tag : read.tags()) {
            VR vr = read.vr(tag).orElseThrow();
            read.bulkDataUri(tag).ifPresent(uri -> {
                if (vr.isBinary()) {
                    fetched.setBytes(tag, vr, uri.getBytes(StandardCharsets.UTF_8));
                } else {
                    fetched.set(tag, vr, uri);
                }
            });
            if (!read.items(tag).isEmpty()) {
                fetched.setItems(
                        tag,
                        read.items(tag).stream().map(PydicomJsonTest::fetched).toList());
            }
        }
        return fetched;
    }

    /** What is broken is refused or read otherwise by intent: what is cut off or no DICOM. */
    static boolean isBroken(Path path) {
        return path.toString().contains("/bad/") || BROKEN.contains(String.valueOf(path.getFileName()));
    }
}
