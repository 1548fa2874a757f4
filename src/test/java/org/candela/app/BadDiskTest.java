package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candela.VirtualDesk;
import org.candela.store.Database;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own on a disk that cannot be written or is full. */
// [utest->req~app.bad-disk~1]
class BadDiskTest {
    private static final long PATIENCE_SECONDS = 30;
    /** Root writes anywhere; without these two capabilities it asks for permission like everybody else. */
    private static final List<String> AS_ANYBODY =
            List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all");

    @TempDir
    private Path folder;

    private record Ended(int exit, List<String> said) {
        String last() {
            return said.get(said.size() - 1);
        }
    }

    @Test
    void aCommandInAFolderThatCannotBeWrittenNamesItAndSaysWhatToDo() throws Exception {
        Path home = readOnly();

        Ended ended = run(unprivileged(), home, "", "worklist");

        assertRefusedForWriting(home, ended);
    }

    @Test
    void aRoomThatBecameReadOnlyIsNotOpenedToFailLater() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path file = home.resolve("candela.db");
        Database.open(file, Clock.systemUTC()).close();
        assertTrue(file.toFile().setWritable(false, false));
        readOnly();

        assertRefusedForWriting(home, run(unprivileged(), home, "", "worklist"));
    }

    @Test
    void soDoesTheWorkstationBeforeItOpensAWindow() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Path home = readOnly();

        Ended ended = run(unprivileged(), home, VirtualDesk.ownDesk().orElseThrow());

        assertRefusedForWriting(home, ended);
    }

    @Test
    void onADiskWithoutSpaceItSaysSo() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()),
                "a disk of 64 kB can be mounted by root only");
        try {
            Ended ended = run(List.of(), disk.resolve("home"), "", "worklist");

            assertEquals(2, ended.exit(), ended.said()::toString);
            assertTrue(ended.last().contains(disk.toString()), ended.last());
            assertTrue(ended.last().endsWith("no space left; make room on that disk and try again"), ended.last());
        } finally {
            succeeds("umount", disk.toString());
        }
    }

    private static void assertRefusedForWriting(Path home, Ended ended) {
        assertEquals(2, ended.exit(), ended.said()::toString);
        assertTrue(ended.last().startsWith("candela: "), ended.last());
        assertTrue(ended.last().contains(home.toString()), ended.last());
        assertTrue(
                ended.last().endsWith("; make the folder writable, or set CANDELA_HOME to one that is"), ended.last());
        assertTrue(ended.said().size() <= 2, ended.said()::toString);
    }

    private Path readOnly() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        assertTrue(home.toFile().setWritable(false, false));
        return home;
    }

    private static List<String> unprivileged() throws Exception {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        List<String> tried = new ArrayList<>(AS_ANYBODY);
        tried.add("true");
        Assumptions.assumeTrue(succeeds(tried.toArray(String[]::new)), "root cannot give up its privileges here");
        return AS_ANYBODY;
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private Ended run(List<String> before, Path home, String display, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("CANDELA_HOME", home.toString());
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "did not end");
            return new Ended(process.exitValue(), Files.readAllLines(said));
        } finally {
            process.destroyForcibly();
        }
    }
}
