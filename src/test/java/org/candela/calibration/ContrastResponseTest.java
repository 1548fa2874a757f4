package org.candela.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastResponseTest {
    private static final double[] IDEAL_1_350 = {
        1.0000, 2.0624, 3.6645, 5.9437, 9.0693, 13.2515, 18.7518, 25.8948, 35.0840, 46.8203, 61.7258, 80.5733, 104.3221,
        134.1645, 171.5816, 218.4154, 276.9566, 350.0565
    };

    @TempDir
    private Path folder;

    // [utest->req~calibration.contrast-response~1]
    @Test
    void theGsdfItselfDeviatesByItsPrintedDigitsOnly() {
        ContrastResponse response = ContrastResponse.of(IDEAL_1_350);

        assertTrue(response.kappaDelta() < 1e-3, "κδ " + response.kappaDelta());
        assertEquals(.020279, response.idealContrast(0), 1e-6);
        assertEquals(.006815, response.idealContrast(16), 1e-6);
    }

    /** An uncalibrated γ 2.2 display from 0.8 to 350 cd/m² with 0.2 cd/m² of room light, worked by hand. */
    // [utest->req~calibration.contrast-response~1]
    @Test
    void anUncalibratedDisplayFailsByHalf() {
        ContrastResponse response = ContrastResponse.of(Displays.eighteen(2.2, 0.8, 350, 0.2));

        assertEquals(0.50946, response.kappaDelta(), 5e-6);
        assertEquals(-0.26414, response.deviation(0), 5e-6);
        assertEquals(-0.43064, response.deviation(16), 5e-6);
        assertEquals(34.2177, response.meanJnds(), 5e-5);
        assertEquals(-1.93815, response.fitSlope(), 5e-6);
        assertEquals(7.5398, response.lum(), 5e-5);
    }

    // [utest->req~calibration.contrast-response~1]
    @ParameterizedTest
    @CsvSource({"2.2, 0.5, 400, 0.1, 0.55018", "1.8, 1, 420, 0.2, 0.66739"})
    void otherDisplaysToo(double gamma, double black, double white, double ambient, double expected) {
        assertEquals(
                expected,
                ContrastResponse.of(Displays.eighteen(gamma, black, white, ambient))
                        .kappaDelta(),
                5e-6);
    }

    @Test
    void endsOutsideTheStandardAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ContrastResponse.of(new double[] {0.01, 1, 100}));
        assertThrows(IllegalArgumentException.class, () -> ContrastResponse.of(new double[] {100, 50, 1}));
    }

    /** DCMTK's own GSDF between 1 and 350 cd/m², at 256 levels. */
    // [utest->req~calibration.gsdf~1]
    @Test
    void dcmtkAgrees() throws Exception {
        Path tool = Path.of("/usr/bin/dcmdspfn");
        Assumptions.assumeTrue(Files.isExecutable(tool), "dcmdspfn is not installed (package dcmtk)");
        Path out = folder.resolve("gsdf.txt");
        Process process = new ProcessBuilder(tool.toString(), "+Il", "1", "350", "+Og", out.toString()).start();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));

        List<String[]> rows = Files.readAllLines(out).stream()
                .map(line -> line.trim().split("\\s+"))
                .filter(row -> row.length >= 2 && row[0].matches("\\d+"))
                .toList();
        double from = JndScale.polynomialIndex(1);
        double to = JndScale.polynomialIndex(350);

        assertEquals(256, rows.size());
        for (int p = 0; p < 256; p++) {
            String[] row = rows.get(p);
            double theirs = Double.parseDouble(row[row.length - 1]);
            assertEquals(theirs, JndScale.luminance(from + p / 255.0 * (to - from)), 1e-4 * theirs, "P-value " + p);
        }
    }
}
