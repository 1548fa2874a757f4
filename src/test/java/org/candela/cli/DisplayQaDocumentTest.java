package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.candela.calibration.ContrastResponse;
import org.candela.calibration.JndScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The worked example of docs/display-qa.md: what it prints is what the program computes. */
class DisplayQaDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/display-qa.md");
    private static final double AMBIENT = 0.2;

    @TempDir
    private Path folder;

    // [utest->req~calibration.worked-example~1]
    @Test
    void everyCellOfTheTableFollowsFromItsLuminances() throws Exception {
        List<String[]> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| \\d+ \\| [^|]+ \\|( [^|]+ \\|){3}.*\\|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toArray(String[]::new))
                .filter(cells -> cells.length == 9)
                .toList();
        assertEquals(18, rows.size());
        double[] seen = rows.stream()
                .mapToDouble(cells -> Double.parseDouble(cells[1]) + AMBIENT)
                .toArray();

        ContrastResponse response = ContrastResponse.of(seen);

        for (int i = 0; i < 18; i++) {
            String[] cells = rows.get(i);
            assertPrinted(cells[0], 15 * i);
            assertPrinted(cells[2], seen[i]);
            assertPrinted(cells[3], JndScale.polynomialIndex(seen[i]));
            assertPrinted(cells[4], response.idealLuminance(i));
            if (i < 17) {
                assertPrinted(cells[5], response.jnds(i));
                assertPrinted(cells[6], response.contrast(i));
                assertPrinted(cells[7], response.idealContrast(i));
                assertPrinted(cells[8], response.deviation(i));
            }
        }
    }

    // [utest->req~calibration.worked-example~1]
    @Test
    void theProgramPrintsWhatTheDocumentSays() throws Exception {
        String document = Files.readString(DOCUMENT);
        Path readings = Files.writeString(folder.resolve("readings.csv"), block(document, "csv"));
        StringWriter out = new StringWriter();
        CommandLine line = Candela.commandLine(() -> 0, List.of(new CommandLine(new QaEvaluate())));
        line.setOut(new PrintWriter(out, true));

        int exit = line.execute(
                "evaluate", "--readings", readings.toString(), "--ambient", "0.2", "--profile", "tg18-primary");

        assertEquals(Candela.NO, exit);
        assertTrue(out.toString().startsWith(block(document, "text")), out.toString());
    }

    private static String block(String document, String language) {
        int start = document.indexOf("```" + language + "\n") + language.length() + 4;
        return document.substring(start, document.indexOf("```", start));
    }

    /** Equal when rounded to the digits that {@code printed} has. */
    private static void assertPrinted(String printed, double value) {
        double digit = Math.pow(10, -new BigDecimal(printed).scale());
        assertEquals(Double.parseDouble(printed), value, digit / 2 * (1 + 1e-9), printed);
    }
}
