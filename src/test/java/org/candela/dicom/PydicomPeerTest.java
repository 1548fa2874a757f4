package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every value of the real files that come with Debian's pydicom, as pydicom reads it and as we do. */
class PydicomPeerTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Set<String> NUMBERS = Set.of("DS", "IS", "FD", "FL", "SL", "SS", "UL", "US");
    private static final String SCRIPT = "values_by_pydicom.py";

    @TempDir
    private Path folder;

    // [utest->req~dicom.read~1]
    @Test
    void valuesOfRealFilesAreThoseOfPydicom() throws Exception {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        int refusals = 0;
        for (String line : pydicomLines()) {
            JsonNode file = new ObjectMapper().readTree(line);
            try {
                Map<String, String> ours = values(Path.of(file.get("file").asText()));
                compare(file, ours, differences);
                compared++;
            } catch (DicomFormatException refused) {
                // Truncated, deflated and headless big endian files; what is refused how is for other tests.
                refusals++;
            }
        }

        assertEquals(List.of(), differences);
        assertTrue(compared > 10 * refusals, compared + " files compared, " + refusals + " refused");
    }

    private static void compare(JsonNode file, Map<String, String> ours, List<String> differences) {
        for (JsonNode element : file.get("elements")) {
            String path = element.get(0).asText();
            String value = normal(element.get(1).asText(), texts(element.get(2)));
            String mine = ours.get(path);
            if (isComparable(element, mine) && !value.equals(mine)) {
                differences.add(Path.of(file.get("file").asText()).getFileName() + " " + path + ": pydicom " + value
                        + ", ours " + mine);
            }
        }
    }

    /**
     * Left out: what pydicom names by its table of private tags, what it reads into UN values of known length, fragments,
     * and text in character sets we say we cannot read.
     */
    private static boolean isComparable(JsonNode element, @Nullable String mine) {
        boolean isAmbiguous = element.get(1).asText().contains(" or ");
        boolean isUnknownToUs = mine == null
                ? element.get(0).asText().contains("[")
                : mine.startsWith("UN ") || mine.contains("\uFFFD") || mine.contains("[-1]");
        return !isAmbiguous && !isUnknownToUs;
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static Map<String, String> values(Path file) throws IOException, DicomFormatException {
        Map<String, String> values = new TreeMap<>();
        collect(DicomReader.read(file).dataSet(), "", values);
        return values;
    }

    private static void collect(Attributes attributes, String prefix, Map<String, String> into) {
        for (Element element : attributes.elements()) {
            String path = prefix + Tag.toHex(element.tag());
            if (element.value() instanceof Element.Items items) {
                for (int i = 0; i < items.items().size(); i++) {
                    collect(items.items().get(i), path + "[" + i + "].", into);
                }
            } else {
                into.put(path, normal(element.vr().name(), texts(attributes, element)));
            }
        }
    }

    /** One spelling of numbers, that of 0 included, and of what pads values and names. */
    private static String normal(String vr, List<String> values) {
        boolean isNumber = NUMBERS.contains(vr);
        return vr + " "
                + values.stream()
                        .map(value ->
                                isNumber && !value.isEmpty() ? Double.toString(Double.parseDouble(value) + 0.0) : value)
                        .map(value -> vr.equals("PN") ? value.replaceFirst("=+$", "") : value.stripTrailing())
                        .toList();
    }

    private static List<String> texts(Attributes owner, Element element) {
        return element.vr().isBinary() ? List.of(String.valueOf(length(element))) : owner.strings(element.tag());
    }

    private static long length(Element element) {
        if (element.value() instanceof Element.Bytes value) {
            return value.bytes().length;
        }
        return element.value() instanceof Element.Bulk bulk ? bulk.data().length() : -1;
    }

    private List<String> pydicomLines() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no python3 at hand");
        Path script = folder.resolve(SCRIPT);
        try (var resource = PydicomPeerTest.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(resource), script);
        }
        Process python = new ProcessBuilder(PYTHON.toString(), script.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(python.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> found = lines.lines().toList();
            Assumptions.assumeTrue(
                    python.waitFor(10, TimeUnit.SECONDS) && python.exitValue() == 0, "no python3-pydicom at hand");
            return found;
        }
    }
}
