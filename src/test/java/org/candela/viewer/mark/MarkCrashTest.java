package org.candela.viewer.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.candela.base.EditHistory;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that draws is killed in the midst of it. */
class MarkCrashTest {
    private static final int DRAWN = 40;

    // [utest->req~viewer.annotations-autosaved~2]
    @Test
    @Timeout(60)
    void everyFinishedMarkIsThereAfterTheProcessIsKilledWhileDrawing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("candela.db");

        List<String> told = drawUntilKilled(file);

        try (Database database = Database.open(file, Clock.systemUTC())) {
            List<Mark> kept = new Marks(database, Runnable::run, Clock.systemUTC())
                    .ofSeries(Frames.SERIES)
                    .join()
                    .marks();
            Set<String> ids = new HashSet<>();
            kept.forEach(mark -> ids.add(mark.id() + " " + mark.text()));
            assertTrue(ids.containsAll(told), "told " + told.size() + ", kept " + ids.size());
            // At most the one that was being kept when the process died is there beside those that were told.
            assertTrue(ids.size() <= told.size() + 1, "told " + told.size() + ", kept " + ids.size());
        }
    }

    private static List<String> drawUntilKilled(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Drawer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
                if (told.size() == DRAWN) {
                    process.toHandle().destroyForcibly(); // what it has said until then is still read
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(128 + 9, process.exitValue(), "killed, not ended");
        assertTrue(told.size() >= DRAWN);
        // A line that was cut off by the kill tells nothing.
        told.removeIf(line -> !line.endsWith("."));
        return told;
    }

    /** Draws without end, and tells each mark when it is kept. */
    static final class Drawer {
        private Drawer() {}

        public static void main(String[] arguments) throws Exception {
            Database database = Database.open(Path.of(arguments[0]), Clock.systemUTC());
            MarkBoard board = new MarkBoard(
                    new Marks(database, Runnable::run, Clock.systemUTC()), new EditHistory(), Runnable::run);
            MarkedFrame frame = Frames.axial(1, 30);
            for (int number = 0; board.failure().isEmpty(); number++) {
                Mark mark = board.add(Frames.line(number % 20, 3, 12, 3), frame, "mark " + number + ".");
                System.out.println(mark.id() + " " + mark.text());
                System.out.flush();
            }
        }
    }
}
