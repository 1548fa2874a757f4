package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.base.Sha256;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends the sealing of a library wherever it is. Most of the points are looked at without a kill: the process is stopped, its
 * files are copied, which is what a kill would have left, and it goes on. {@code candela.sealing.kills=N} looks N times.
 */
// [utest->req~study.sealing~1]
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stops a process by a signal")
class LibrarySealingKillTest {
    private static final int OBJECTS = 40;
    private static final int LOOKS = Integer.getInteger("candela.sealing.kills", 9);
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final Map<Uid, String> hashes = new LinkedHashMap<>();
    private final Random random = new Random(4);

    @BeforeEach
    void aLibraryThatNothingSeals() throws Exception {
        try (Desk desk = new Desk(folder.resolve("home"))) {
            for (int slice = 0; slice < OBJECTS; slice++) {
                Path file = SmallStudies.write(large(slice), folder.resolve("offered"));
                desk.library.admit(file, StudyImport.LOCAL);
                hashes.put(SmallStudies.instanceUid(7, slice), Sha256.hex(Files.readAllBytes(file)));
            }
        }
    }

    private static Attributes large(int slice) {
        byte[] pixels = new byte[2 * 256 * 256];
        new Random(slice).nextBytes(pixels);
        return SmallStudies.slice(7, slice)
                .setNumbers(Tag.Rows, VR.US, 256)
                .setNumbers(Tag.Columns, VR.US, 256)
                .setBytes(Tag.PixelData, VR.OW, pixels);
    }

    private Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SealingProcess.class.getName(),
                        home.toString())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    private static BufferedReader said(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }

    @Test
    void aKillAnywhereLeavesEveryObjectWholeAndTheNextRunEndsWhatWasBegun(TestReporter reporter) throws Exception {
        Path home = folder.resolve("home");
        int looks = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(home);
            awaitBegin(process);
            for (int look = 0; look < LOOKS / KILLS && process.isAlive(); look++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(12));
                looks += look(process, home) ? 1 : 0;
            }
            process.destroyForcibly().waitFor();
            requireAllWhole(home);
        }

        Process last = start(home);
        BufferedReader told = said(last);
        assertEquals(SealingProcess.BEGINS, told.readLine(), errors());
        assertEquals(SealingProcess.DONE, told.readLine(), errors());
        assertTrue(last.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        requireAllWhole(home);
        requireNothingLeft(home);
        assertTrue(looks > 0, "looked at no moment");
        reporter.publishEntry("looks", String.valueOf(looks));
    }

    private void awaitBegin(Process process) throws IOException {
        assertEquals(SealingProcess.BEGINS, said(process).readLine(), errors());
    }

    /** Whether it was still at work. */
    private boolean look(Process process, Path home) throws Exception {
        Path copy = folder.resolve("copy");
        signal(process, "STOP");
        awaitStop(process);
        copy(home, copy);
        requireAllWhole(copy);
        try (Desk desk = Desk.sealed(copy)) {
            new LibrarySealing(desk.database, desk.library.files()).seal(() -> false);
        }
        requireAllWhole(copy);
        requireNothingLeft(copy);
        delete(copy);
        boolean isAtWork = process.isAlive();
        signal(process, "CONT");
        return isAtWork;
    }

    private void requireAllWhole(Path home) throws Exception {
        try (Desk desk = Desk.sealed(home)) {
            for (Map.Entry<Uid, String> object : hashes.entrySet()) {
                Path file = desk.library.fileOf(object.getKey()).orElseThrow();
                try (InputStream bytes = Files.newInputStream(file)) {
                    assertEquals(object.getValue(), Sha256.hex(bytes.readAllBytes()), () -> "object in " + file);
                }
            }
        }
    }

    /** After sweeping: no plain file, and no file that nobody needs. */
    private void requireNothingLeft(Path home) throws Exception {
        try (Desk desk = Desk.sealed(home)) {
            new LibrarySweep(desk.database, desk.library.files(), Clock.offset(Clock.systemUTC(), Duration.ofDays(2)))
                    .run();
            assertEquals(0, LibrarySealing.progress(desk.database).plain());
            assertEquals(OBJECTS, filesBelow(desk.paths.studies()) + filesBelow(desk.paths.incoming()));
        }
    }

    private static long filesBelow(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    private static void awaitStop(Process process) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && !isStopped(process)) {
            assertTrue(System.nanoTime() < end, "does not stop");
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static boolean isStopped(Process process) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (Path thread : threads.toList()) {
                String stat = Files.readString(thread.resolve("stat"));
                if (!stat.substring(stat.lastIndexOf(')')).startsWith(") T ")) {
                    return false;
                }
            }
            return true;
        } catch (java.nio.file.NoSuchFileException e) {
            return false; // it ended
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else if (!file.toString().endsWith("-shm")) { // shared memory of the living, made anew from the log
                    Files.copy(file, place);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
