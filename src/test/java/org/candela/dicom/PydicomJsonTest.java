package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.candela.Corpus;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON model of real files, as pydicom makes it and as we do. */
class PydicomJsonTest {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final String SCRIPT = "json_by_pydicom.py";
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

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @TempDir
    private Path folder;

    // [utest->req~dicom.json~1]
    // [utest->req~dicom.read~1]
    @Test
    void filesOfPydicomHaveTheJsonModelOfPydicom() throws Exception {
        assertSame(pydicomLines(), 100);
    }

    // [utest->req~dicom.json~1]
    @Test
    void filesOfTheCorpusHaveTheJsonModelOfPydicom() throws Exception {
        assertSame(pydicomLines(Corpus.folder().toString()), 900);
    }

    private static void assertSame(List<String> lines, int least) throws IOException {
        List<String> differences = new ArrayList<>();
        Set<PydicomJson.Known> known = new TreeSet<>();
        int compared = 0;
        for (String line : lines) {
            JsonNode theirs = MAPPER.readTree(line);
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

    /** What is broken is refused or read otherwise by intent: what is cut off or no DICOM. */
    private static boolean isBroken(Path path) {
        return path.toString().contains("/bad/") || BROKEN.contains(String.valueOf(path.getFileName()));
    }

    private List<String> pydicomLines(String... folders) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no python3 at hand");
        Path script = folder.resolve(SCRIPT);
        try (var resource = PydicomJsonTest.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(resource), script);
        }
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), script.toString()));
        command.addAll(List.of(folders));
        Process python = new ProcessBuilder(command)
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
