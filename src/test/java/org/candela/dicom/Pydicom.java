package org.candela.dicom;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * pydicom at work on the JSON model, where Debian's python3-pydicom is installed.
 *
 * @param folder for its scripts and what they read
 */
record Pydicom(Path folder) {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    static Pydicom in(Path folder) {
        return new Pydicom(folder);
    }

    /** The model of every file below {@code folders}, else of pydicom's own test files: a line each. */
    List<String> models(String... folders) throws IOException, InterruptedException {
        return run("json_by_pydicom.py", folders);
    }

    /** What pydicom understands each of {@code models} to be, as it writes that again. */
    List<String> readBack(List<JsonNode> models) throws IOException, InterruptedException {
        Path lines = Files.write(
                folder.resolve("models.jsonl"),
                models.stream().map(JsonNode::toString).toList(),
                StandardCharsets.UTF_8);
        script("json_by_pydicom.py");
        return run("json_back_by_pydicom.py", lines.toString());
    }

    private Path script(String name) throws IOException {
        Path script = folder.resolve(name);
        try (var resource = Pydicom.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(resource), script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    private List<String> run(String name, String... arguments) throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(PYTHON), "no python3 at hand");
        List<String> command =
                new ArrayList<>(List.of(PYTHON.toString(), script(name).toString()));
        command.addAll(List.of(arguments));
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
