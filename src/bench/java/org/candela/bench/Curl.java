package org.candela.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * curl fetching into one new file; by its own clock, without the start of its process, and by the processor's time of all
 * of it.
 */
record Curl(URI uri, Path folder) implements Contender {
    private static final String SCRIPT =
            "TIMEFORMAT='%U %S'; time curl -s -f -o \"$1\" -w '%{size_download} %{time_total}\\n' \"$2\"";

    @Override
    public String name() {
        return "curl";
    }

    @Override
    public Round run(int count) throws IOException {
        double cpu = 0;
        double wall = 0;
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            String[] said = once().strip().split("\\s+");
            if (said.length != 4) {
                throw new Refusal("curl cannot fetch " + uri);
            }
            bytes = Long.parseLong(said[0]);
            wall += Double.parseDouble(said[1]);
            cpu += Double.parseDouble(said[2]) + Double.parseDouble(said[3]);
        }
        return new Round(count, (long) (cpu * 1e9), (long) (wall * 1e9), bytes);
    }

    private String once() throws IOException {
        Path target = folder.resolve("curl.multipart");
        Files.deleteIfExists(target);
        Process process = new ProcessBuilder(List.of("bash", "-c", SCRIPT, "curl", target.toString(), uri.toString()))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
