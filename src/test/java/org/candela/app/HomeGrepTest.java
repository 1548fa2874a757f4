package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.candela.VirtualDesk;
import org.candela.base.AppPaths;
import org.candela.delivery.hl7.LoopbackReceiver;
import org.candela.demo.DemoFacility;
import org.candela.demo.SyntheticStudies;
import org.candela.demo.SyntheticStudy;
import org.candela.vault.FastVault;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole home after a shift, with a key store: opened, dictated, signed, delivered, with bugs that quote the patient and a crash
 * at the end. Every file of the home, of the folder of temporary files and of crashes, and all that was printed, is
 * searched for the patient and the words of the report.
 */
// [utest->req~app.home-tells-nothing~1]
class HomeGrepTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String PASSPHRASE = "five grey words in a row";
    private static final int SHORTEST = 5;

    /** Beginnings of paths below the home where a patient may be told of, each with the reason: none. */
    private static final Map<String, String> ALLOWED = Map.of();

    private static final List<Charset> WRITTEN =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @TempDir
    private Path folder;

    @Test
    void nothingInTheHomeTellsOfThePatientOrTheReport() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        String display = VirtualDesk.ownDesk().orElseThrow();
        Path home = folder.resolve("shift");
        Path run = Files.createDirectories(folder.resolve("run"));
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Executors served = new Executors();
        List<SyntheticStudy> studies = new SyntheticStudies(5, CLOCK.instant())
                .writeModality("CR", Files.createDirectories(folder.resolve("pacs")));
        String said;
        List<String> secrets;
        try (KilledHome prepared = KilledHome.prepare(folder.resolve("prepared"), display);
                LoopbackReceiver receiver = new LoopbackReceiver();
                DemoFacility facility = DemoFacility.start(
                        DemoFacility.Settings.of(studies.get(0).facility(), "Clinic", folder.resolve("pacs"), studies),
                        served.io(),
                        CLOCK)) {
            prepared.copyTo(home, facility.facility().withMllp(receiver.endpoint()));
            seal(home);
            try (ReaderProcess reader = ReaderProcess.start(
                    display,
                    List.of(
                            "-Djava.io.tmpdir=" + temporary,
                            "-XX:ErrorFile=" + run.resolve("hs_err_%p.log"),
                            "-XX:-CreateCoredumpOnCrash"),
                    List.of(home.toString(), PASSPHRASE))) {
                shift(reader, receiver);
                reader.order(KillableWorkstation.BUGS);
                secrets = secrets(reader.await(KillableWorkstation.BUGS));
                reader.await(KillableWorkstation.BUGS + " are over");
                said = reader.crash();
            }
        } finally {
            served.close();
        }

        assertTrue(secrets.size() >= 7, secrets::toString);
        try (Stream<Path> files = Files.list(run)) {
            assertTrue(
                    files.anyMatch(file -> file.getFileName().toString().startsWith("hs_err")),
                    "the crash wrote what it knows");
        }
        Map<String, List<String>> found = new TreeMap<>(found(home, secrets, ALLOWED));
        found.putAll(found(run, secrets, Map.of()));
        found.putAll(found(temporary, secrets, Map.of()));
        assertEquals(Map.of(), found);
        String printed = said.lines()
                .filter(line -> !line.startsWith(KillableWorkstation.MARK)) // what the test asked for
                .reduce("", (before, line) -> before + "\n" + line);
        assertEquals(List.of(), within(printed.getBytes(StandardCharsets.UTF_8), secrets), printed);
        String log = log(home);
        assertTrue(
                log.contains("app.fx") && log.contains("app.thread") && log.contains("NumberFormatException"),
                () -> "the bugs stand in the log: " + log);
    }

    /** What is searched is found where it is: else the search would prove nothing. */
    @Test
    void theSearchFindsWhatIsThere() throws Exception {
        List<String> secrets = List.of("Quillon");
        Files.writeString(folder.resolve("a"), "xQUILLONx");
        Files.writeString(folder.resolve("b"), "Quillon", StandardCharsets.UTF_16LE);
        try (var packed = new java.util.zip.GZIPOutputStream(Files.newOutputStream(folder.resolve("c.gz")))) {
            packed.write("Quillon".getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("quillon.txt"), "");
        Files.createDirectories(folder.resolve("allowed"));
        Files.writeString(folder.resolve("allowed").resolve("d"), "Quillon");

        assertEquals(
                List.of("a", "b", "c.gz", "quillon.txt"),
                List.copyOf(
                        found(folder, secrets, Map.of("allowed/", "to try it")).keySet()));
    }

    private static void seal(Path home) throws Exception {
        AppPaths paths = AppPaths.under(home);
        FastVault.at(paths.vault()).create(PASSPHRASE.toCharArray());
        int unused =
                new StoreFiles(KillableWorkstation.sealed(paths, "", PASSPHRASE).store()).seal();
    }

    private static void shift(ReaderProcess reader, LoopbackReceiver receiver) throws Exception {
        reader.order(KillableWorkstation.OPEN_NEXT);
        reader.await(KillableWorkstation.OPENED);
        reader.order(KillableWorkstation.SPEAK);
        reader.await(KillableWorkstation.SPOKEN);
        reader.order(KillableWorkstation.WRITE);
        reader.await(KillableWorkstation.WRITTEN);
        reader.order(KillableWorkstation.SIGN);
        reader.await(KillableWorkstation.SIGNED);
        assertTrue(receiver.awaitMessage().contains(KillableWorkstation.SENTENCE));
    }

    /** The patient, as the workstation knows him, in the forms in which he may be written. */
    private static List<String> secrets(String quoted) {
        String[] parts = quoted.split("\\|");
        List<String> secrets = new ArrayList<>(List.of(parts[0].split("\\^")));
        secrets.add(parts[1]);
        secrets.add(parts[2]);
        secrets.add(parts[2].replace("-", ""));
        secrets.add(parts[3]);
        secrets.add(parts[4]);
        secrets.add("No acute finding");
        secrets.add("to be kept whatever");
        secrets.removeIf(secret -> secret.length() < SHORTEST);
        return secrets;
    }

    /** Which files tell what, by their paths below {@code root}. */
    private static Map<String, List<String>> found(Path root, List<String> secrets, Map<String, String> allowed)
            throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (allowed.keySet().stream().noneMatch(name::startsWith)) {
                    List<String> told = new ArrayList<>(within(name.getBytes(StandardCharsets.UTF_8), secrets));
                    told.addAll(within(Files.readAllBytes(file), secrets));
                    if (!told.isEmpty()) {
                        found.put(name, told);
                    }
                }
            }
        }
        return found;
    }

    private static List<String> within(byte[] bytes, List<String> secrets) throws IOException {
        List<String> texts = new ArrayList<>(List.of(lower(bytes)));
        if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
            texts.add(lower(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes()));
        }
        return secrets.stream()
                .filter(secret -> WRITTEN.stream()
                        .map(charset -> lower(secret.getBytes(charset)))
                        .anyMatch(form -> texts.stream().anyMatch(text -> text.contains(form))))
                .toList();
    }

    private static String lower(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static String log(Path home) throws IOException {
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(AppPaths.under(home).logs())) {
            for (Path file : files.toList()) {
                log.append(Files.readString(file));
            }
        }
        return log.toString();
    }
}
