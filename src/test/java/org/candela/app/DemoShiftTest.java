package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.VirtualDesk;
import org.candela.displayqa.report.QaReport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its user starts it: the scripted shift in a process of its own. */
// [utest->req~demo.shift~1]
// [utest->req~demo.shift-one-patient~1]
// [utest->req~demo.shift-length~1]
// [utest->req~demo.shift-delivery~1]
// [utest->req~demo.shift-report~1]
// [utest->req~cli.demo~1]
// [utest->req~demo.shift-compare~1]
// [utest->req~demo.shift-first-reader~1]
class DemoShiftTest {
    private static final int HEADS = 3;

    @TempDir
    private Path folder;

    @Test
    void theWholeShiftHoldsAndLeavesItsProof() throws Exception {
        Path out = folder.resolve("out");

        Run run = candela("demo", "--headless", "--out", out.toString());

        assertEquals(0, run.exit(), run.text());
        long acts = run.text().lines().filter(line -> line.contains("  held  ")).count();
        assertTrue(acts >= 15, run.text());
        assertTrue(run.text().contains(acts + " of " + acts + " acts held"), run.text());
        assertEquals(acts * HEADS, files(out.resolve("screens"), ".png").size());
        assertEquals(2, files(out.resolve("facilities/north-reports"), ".hl7").size());
        for (Path report : List.of(
                files(out.resolve("qa-report"), ".pdf").get(0),
                files(out.resolve("qa-report"), ".json").get(0))) {
            assertEquals(QaReport.Check.UNCHANGED, QaReport.verify(report).check());
        }
        assertTrue(Files.size(out.resolve("home/candela.db")) > 0);
        assertTrue(Files.readString(out.resolve("candela.log")).contains("windows stand"));
    }

    @Test
    void aFolderThatHoldsSomethingIsNeverWrittenInto() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept.txt"), "mine");

        Run run = candela("demo", "--out", folder.toString());

        assertEquals(2, run.exit());
        assertTrue(run.text().contains("is not empty; name another folder with --out"), run.text());
        assertEquals(List.of(kept), files(folder, ""));
    }

    private record Run(int exit, String text) {}

    private Run candela(String... args) throws IOException, InterruptedException {
        String display = VirtualDesk.ownDesk().orElse("");
        Assumptions.assumeTrue(!display.isEmpty(), VirtualDesk::absence);
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Dprism.order=sw",
                                "-Dlogback.configurationFile=logback.xml", // the program's own, not that of the tests
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        Stream.of(args))
                .toList();
        Path said = Files.createTempFile("candela-shift", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("DISPLAY", display);
        builder.environment()
                .put("CANDELA_HOME", Files.createTempDirectory("candela-home").toString());
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Run(process.waitFor(), Files.readString(said, StandardCharsets.UTF_8));
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
