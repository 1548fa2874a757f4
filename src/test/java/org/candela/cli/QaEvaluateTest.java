package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.displayqa.QaStation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QaEvaluateTest {
    /** GSDF between 1.05 and 360 cd/m², ten digits, as a meter of no error would print it. */
    private static final String GOOD = "ddl,luminance\n0,1.05\n15,2.14\n30,3.78\n45,6.11\n60,9.31\n75,13.58\n90,19.21"
            + "\n105,26.52\n120,35.93\n135,47.96\n150,63.24\n165,82.56\n180,106.93\n195,137.56\n210,175.97\n225,224.10"
            + "\n240,284.24\n255,359.43\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    // [utest->req~cli.qa-evaluate~1]
    @Test
    void goodReadingsPassByManyStandardsAtOnce() throws Exception {
        Path file = Files.writeString(folder.resolve("good.csv"), GOOD);

        assertEquals(0, evaluate(file, "acr-aapm-siim-primary,tg18-primary,nyc-pdm", "0"), out + err.toString());

        assertTrue(out.toString().contains("PASS  AAPM TG18, primary display"), out.toString());
        assertTrue(out.toString().contains("κδ <= 0.1 (18 levels), measured 0.0"), out.toString());
        assertTrue(out.toString().contains("; source: ") && out.toString().contains("; unverified"), out.toString());
        assertTrue(
                out.toString()
                        .contains("not told by readings of levels: non-uniformity <= 0.3 (5 points, grey 26, 204)"),
                out.toString());
    }

    /** The uncalibrated display of the worked example, to six digits. */
    // [utest->req~cli.qa-evaluate~1]
    @Test
    void badReadingsFailWithSixDigits() throws Exception {
        StringBuilder csv = new StringBuilder("ddl,luminance\n");
        for (int i = 0; i < 18; i++) {
            csv.append(15 * i)
                    .append(',')
                    .append(0.8 + 349.2 * Math.pow(i / 17.0, 2.2))
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("native.csv"), csv);

        assertEquals(1, evaluate(file, "acr-aapm-siim-primary", "0.2"), err.toString());

        for (String figure : List.of(
                "κδ                0.509464",
                "LR                350.200",
                "JND per step      34.2177",
                "scatter           12.1245",
                "FIT slope         -1.93815",
                "LUM               7.53984",
                "FIT               order 3",
                "AR                0.250000 (green)",
                "L'max, cd/m²      350.200")) {
            assertTrue(out.toString().contains(figure), figure + " in\n" + out);
        }
    }

    // [utest->req~cli.qa-evaluate~1]
    @Test
    void whatIsNotKnownOrNotGivenIsExitThree() throws Exception {
        Path file = Files.writeString(folder.resolve("good.csv"), GOOD);

        assertEquals(3, evaluate(file, "iec-62563-2", "0"), err.toString());
        assertTrue(out.toString().contains("the standard's number is not known"), out.toString());
        assertEquals(3, run("qa", "evaluate", "--readings", file.toString(), "--profile", "tg18-primary"));
        assertTrue(out.toString().contains("ambient light was not given"), out.toString());
    }

    // [utest->req~cli.qa-evaluate~1]
    @Test
    void badInputIsOneLineWithFileAndLine() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            Path comma = Files.writeString(folder.resolve("comma.csv"), "ddl,luminance\n0,1,05\n255,360\n");
            Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xC3, 0x28, 10});

            assertEquals(2, evaluate(comma, "tg18-primary", "0"));
            assertEquals(2, evaluate(comma.resolveSibling("missing.csv"), "tg18-primary", "0"));
            assertEquals(2, evaluate(binary, "tg18-primary", "0"));
            Path good = Files.writeString(folder.resolve("good.csv"), GOOD);
            assertEquals(2, evaluate(good, "no-such", "0"));
            assertEquals(2, evaluate(good, "tg18-primary", "0,2"));
            assertEquals(2, evaluate(good, "tg18-primary", "1f"));
            assertEquals(2, evaluate(folder, "tg18-primary", "0"));
            assertEquals(2, evaluate(Files.write(folder.resolve("large.csv"), new byte[(4 << 20) + 1]), "mqsa", "0"));
        } finally {
            Locale.setDefault(before);
        }
        List<String> lines = err.toString().lines().toList();
        assertEquals(8, lines.size(), err.toString());
        assertTrue(lines.get(0).endsWith("comma.csv:2: has 3 columns, not 2; decimals are written with a point"));
        assertTrue(lines.get(1).endsWith("no such file"), lines.get(1));
        assertTrue(lines.get(2).endsWith("no text in UTF-8"), lines.get(2));
        assertTrue(lines.get(3).contains("no calibration profile no-such"), lines.get(3));
        assertTrue(lines.get(4).contains("--ambient must be a luminance"), lines.get(4));
        assertTrue(lines.get(5).contains("--ambient must be a luminance"), lines.get(5));
        assertTrue(lines.get(6).endsWith(": no file"), lines.get(6));
        assertTrue(lines.get(7).endsWith("larger than 4 MiB, no readings"), lines.get(7));
    }

    // [utest->req~cli.qa-evaluate~1]
    @Test
    void theAnswerAsJsonHasEveryDigitAndWarningsGoElsewhere() throws Exception {
        Path file = Files.writeString(folder.resolve("good.csv"), GOOD.replace("15,2.14", "15,0.9"));

        assertEquals(1, run("qa", "evaluate", "--readings", file.toString(), "--profile", "tg18-primary", "--json"));

        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertEquals(17, json.path("response").path("steps").size());
        assertEquals("FAIL", json.path("profiles").path(0).path("overall").asText());
        assertEquals(64, json.path("profiles").path(0).path("sha256").asText().length());
        assertTrue(err.toString().contains("good.csv:3: luminance does not rise"), err.toString());
    }

    // [utest->req~cli.qa-profiles~1]
    @Test
    void profilesAreListedAndShownInFull() throws Exception {
        assertEquals(0, run("qa", "profiles"), err.toString());
        assertTrue(out.toString().contains("din-6868-157-iii-rk1"), out.toString());
        assertTrue(out.toString().lines().allMatch(line -> line.endsWith("unverified")), out.toString());

        assertEquals(0, run("qa", "profiles", "tg270-diagnostic"));
        assertTrue(
                out.toString().contains("deviation from median <= not known (9 points, grey 26, 128, 204)"),
                out.toString());
        assertTrue(out.toString().contains("goal      GSDF, L'max 360.000 cd/m², luminance ratio 350.000"));
        assertTrue(out.toString().contains("L_amb / L_min < 0.25"), out.toString());

        out.getBuffer().setLength(0);
        assertEquals(0, run("qa", "profiles", "mqsa", "--json"));
        JsonNode json = JsonMapper.builder().build().readTree(out.toString());
        assertTrue(json.path("limits").path(0).path("limit").isMissingNode());
        assertEquals(2, run("qa", "profiles", "nothing"));
    }

    private int evaluate(Path file, String profiles, String ambient) {
        return run("qa", "evaluate", "--readings", file.toString(), "--profile", profiles, "--ambient", ambient);
    }

    private int run(String... args) {
        CommandLine line = Candela.commandLine(
                () -> 0,
                List.of(QaCommand.commandLine(
                        new NoStations(), () -> AppPaths.under(folder.resolve("home")), Clock.systemUTC())));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    /** Judging what was measured elsewhere opens no display. */
    private static final class NoStations implements StationOpener {
        @Override
        public QaStation open() throws CandelaException {
            throw new CandelaException("test.none", "no display is needed");
        }

        @Override
        public QaStation openSimulated() {
            throw new IllegalStateException("no display is needed");
        }
    }
}
