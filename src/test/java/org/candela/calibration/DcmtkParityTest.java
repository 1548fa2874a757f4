package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our display function against that of DCMTK, which prints six decimals. */
class DcmtkParityTest {
    private static final Path TOOL = Path.of("/usr/bin/dcmdspfn");
    private static final Path MONITOR = Path.of("/usr/share/dcmtk/monitor.lut");
    /** Half of the last of four digits after the point: DCMTK interpolates its table of whole indices by a spline. */
    private static final double FOUR_DECIMALS = 6e-5;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDcmtk() {
        Assumptions.assumeTrue(Files.isExecutable(TOOL), "dcmdspfn is not installed (package dcmtk)");
    }

    // [utest->req~calibration.gsdf~1]
    @ParameterizedTest
    @CsvSource({"1, 350", "1.2, 420", "0.5, 100", "0.05, 2000"})
    void theGsdfBetweenTwoEndsIsTheSame(String minimum, String maximum) throws Exception {
        List<double[]> rows = run("+Il", minimum, maximum);
        double[] ours = Displays.gsdf(256, Double.parseDouble(minimum), Double.parseDouble(maximum));

        assertEquals(256, rows.size());
        for (int p = 0; p < 256; p++) {
            double theirs = rows.get(p)[1];
            assertEquals(theirs, ours[p], FOUR_DECIMALS + 1e-5 * theirs, "P-value " + p);
        }
    }

    /** Its own monitor: the ideal for it, and for each P-value the grey whose light is nearest. */
    // [utest->req~calibration.lut~1]
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 5})
    void theTableForItsMonitorIsTheSame(double ambient) throws Exception {
        Assumptions.assumeTrue(Files.isReadable(MONITOR), MONITOR + " is missing");
        LuminanceResponse monitor = monitor();
        PanelLevels greys = PanelLevels.of(255, monitor);

        List<double[]> rows = run("+Im", MONITOR.toString(), "+Ca", Double.toString(ambient));

        double[] ideal = Displays.gsdf(256, monitor.darkest() + ambient, monitor.brightest() + ambient);
        for (int p = 0; p < 256; p++) {
            double[] theirs = rows.get(p);
            assertEquals(theirs[1], monitor.luminance(p) + ambient, 1e-6, "characteristic curve at " + p);
            assertEquals(theirs[2], ideal[p], FOUR_DECIMALS + 1e-5 * theirs[2], "GSDF at " + p);
            double chosen = greys.luminance(greys.nearest(ideal[p] - ambient)) + ambient;
            assertTrue(
                    Math.abs(theirs[3] - chosen) < 1e-6
                            || Math.abs(chosen - ideal[p]) <= Math.abs(theirs[3] - ideal[p]) + FOUR_DECIMALS,
                    "P-value " + p + ": " + theirs[3] + " against " + chosen);
        }
    }

    /** The header tells the range of indices: 57.109 to 496.892 with 0.5 cd/m² of ambient light. */
    // [utest->req~calibration.gsdf~1]
    @Test
    void theRangeInJndsIsTheSame() throws Exception {
        Assumptions.assumeTrue(Files.isReadable(MONITOR), MONITOR + " is missing");

        assertEquals(57.109, JndScale.polynomialIndex(monitor().darkest() + 0.5), 5e-4);
        assertEquals(496.892, JndScale.polynomialIndex(monitor().brightest() + 0.5), 5e-4);
    }

    private static LuminanceResponse monitor() throws Exception {
        List<LuminanceResponse.Point> points = new ArrayList<>();
        for (String line : Files.readAllLines(MONITOR)) {
            String[] words = line.trim().split("\\s+");
            if (words.length == 2 && words[0].matches("\\d+")) {
                points.add(new LuminanceResponse.Point(
                        Integer.parseInt(words[0]), new Luminance(Double.parseDouble(words[1]))));
            }
        }
        assertEquals(256, points.size());
        return LuminanceResponse.of(points);
    }

    /** Rows of numbers that the program writes. */
    private List<double[]> run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("curve.txt");
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("+Og", out.toString()));
        Process process = new ProcessBuilder(command).start();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0, command.toString());
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            if (line.matches("\\d+\\s.*")) {
                rows.add(Arrays.stream(line.trim().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        return rows;
    }
}
