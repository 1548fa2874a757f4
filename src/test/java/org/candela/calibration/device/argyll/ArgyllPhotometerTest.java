package org.candela.calibration.device.argyll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.candela.base.Cancellation;
import org.candela.calibration.Illuminance;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fakes are shell scripts")
@Timeout(60)
class ArgyllPhotometerTest {
    private static final String RETRY =
            "printf 'Hit Esc or Q to give up, any other key to retry:'\nread key\necho \"$key\" >> $F/keys\n";

    @TempDir
    private Path folder;

    /** Whatever happened, nothing that was started may be left. */
    @AfterEach
    void noChildStays() throws IOException {
        assertEquals(List.of(), fake().alive());
    }

    // [utest->req~device.spotread~1]
    @Test
    void aGoodMeterTellsWhoItIsAndWhatItSees() throws Exception {
        try (ArgyllPhotometer meter = open(fake().good())) {
            assertEquals(new Luminance(100.25), meter.read());
            assertEquals(Optional.of(new Tristimulus(95.12, 100.25, 109.33)), meter.readColour());
            assertEquals(
                    "X-Rite i1 DisplayPro, ColorMunki Display I1-18.A-01.123456.07",
                    meter.identity().text());
            assertEquals("v1.03", meter.identity().firmware());
            assertEquals(Photometer.Aim.CONTACT, meter.identity().aim());
            assertFalse(meter.identity().isSimulated());
        }
    }

    @Test
    void theCommandLineAndTheEnvironmentAreThoseThatKeepNumbersAndPromptsPlain() throws Exception {
        Spotread spotread = fake().saying("echo \"$@|$LC_ALL|$ARGYLL_NOT_INTERACTIVE\" >> $F/command\n"
                + FakeSpotread.READY + FakeSpotread.LIGHT);
        ArgyllPhotometer.open(
                        spotread, FakeSpotread.INSTRUMENT, new ArgyllPhotometer.Use(Photometer.Aim.TELESCOPIC, "l"))
                .close();

        assertEquals(List.of("-v -p -N -O -x -y l -c 1|C|1"), fake().lines("command"));
    }

    // [utest->req~device.spotread~1]
    @Test
    void aMeterWithoutColourIsReadOnceForOneAnswer() throws Exception {
        Spotread spotread = fake().saying("echo read >> $F/command\n" + FakeSpotread.READY
                + "printf '\\n Result is Y: 0.531000, L*: 4.796000\\n'\n");

        try (ArgyllPhotometer meter = ArgyllPhotometer.open(
                spotread, FakeSpotread.INSTRUMENT, new ArgyllPhotometer.Use(Photometer.Aim.CONTACT, "l"))) {
            int before = fake().lines("command").size();
            assertEquals(new Photometer.Seen(new Luminance(0.531), Optional.empty()), meter.measure());
            assertEquals(before + 1, fake().lines("command").size());
        }
    }

    @Test
    void lightOfTheRoomIsMeasuredThroughTheDiffuser() throws Exception {
        Spotread spotread = fake().saying("echo \"$@\" > $F/command\n" + FakeSpotread.READY + FakeSpotread.LIGHT
                + "printf ' Ambient = 37.4 Lux, CCT = 4012K (Duv 0.0031)\\n'");

        try (ArgyllAmbientSensor sensor =
                new ArgyllAmbientSensor(spotread, FakeSpotread.INSTRUMENT, new Cancellation())) {
            assertEquals(new Illuminance(37.4), sensor.read());
        }
        assertEquals(List.of("-v -a -N -O -x -c 1"), fake().lines("command"));
    }

    // [utest->req~device.spotread-limits~1]
    @Test
    void theTrapWithoutAFolderOfUsbDevicesIsRefusedBeforeItStarts() throws Exception {
        Spotread guarded =
                new Spotread(fake().good().program(), Optional.of(folder.resolve("bus/usb")), Spotread.Limits.USUAL);

        assertEquals("device.no-usb", refused(() -> open(guarded)).code());
        assertEquals(
                "device.no-usb",
                refused(() -> guarded.instruments(new Cancellation())).code());
        assertFalse(Files.exists(folder.resolve("pids")), "it was started");
    }

    @Test
    void aMeterThatHangsAtTheStartIsEnded() throws Exception {
        assertEquals("device.timeout", refusal(fake().hasty("sleep 1000")).code());
    }

    @Test
    void aMeterThatHangsAtTheReadingIsEndedAndSaysWhere() throws Exception {
        DeviceException refusal = refusal(fake().hastyReading(FakeSpotread.TOLD + FakeSpotread.READY + "sleep 1000"));

        assertEquals("device.timeout", refusal.code());
        assertTrue(refusal.toString().contains("no reading in time"), refusal.getMessage());
    }

    @Test
    void whoIgnoresTheSignalToEndIsEndedAllTheSame() throws Exception {
        assertEquals(
                "device.timeout",
                refusal(fake().hastyReading("trap '' TERM\n" + FakeSpotread.READY + "while :; do sleep 1; done"))
                        .code());
    }

    @Test
    void aChildThatStaysBehindIsEndedWithIts() throws Exception {
        String child = "(trap '' TERM; while :; do sleep 1; done) &\necho $! >> $F/pids\n";
        Spotread spotread = fake().saying(child + FakeSpotread.READY + "sleep 1\n" + FakeSpotread.LIGHT);

        try (ArgyllPhotometer meter = open(spotread)) {
            assertEquals(100.25, meter.read().cdPerM2());
        }
        assertEquals(4, fake().lines("pids").size(), "two readings, each with a child");
    }

    @Test
    void garbageIsNoReading() throws Exception {
        DeviceException refusal = refusal(fake().saying("head -c 20000 /dev/urandom"));

        assertEquals("device.incomplete", refusal.code());
        assertTrue(refusal.toString().matches("[\\x20-\\x7e…]*"), refusal.getMessage());
    }

    @Test
    void theTrapOfTheCommaLocaleIsRefusedWithTheWords() throws Exception {
        DeviceException refusal = refusal(fake().saying(FakeSpotread.READY + FakeSpotread.LIGHT.replace('.', ',')));

        assertEquals("device.unreadable", refusal.code());
        assertTrue(refusal.toString().contains("100,250000"), refusal.getMessage());
    }

    @Test
    void aResultCutOffIsNoReading() throws Exception {
        assertEquals(
                "device.incomplete",
                refusal(fake().saying(FakeSpotread.READY
                                + "printf '\\n Result is XYZ: 95.120000 100.250000 109.330000, Yxy: 100.250000 0.31'"))
                        .code());
    }

    @Test
    void aResultInPiecesIsWhole() throws Exception {
        Spotread spotread = fake().saying(FakeSpotread.READY
                + "printf '\\n Result is XYZ: 95.12'\nsleep 0.2\nprintf '0000 100.250000 109.33'\nsleep 0.2\n"
                + "printf '0000, Yxy: 100.250000 0.312200 0.329000\\n'");

        assertEquals(new Luminance(100.25), open(spotread).read());
    }

    @Test
    void endlessOutputIsEnded() throws Exception {
        assertEquals(
                "device.garbage",
                refusal(fake().saying("yes 'a line that says nothing'")).code());
    }

    @Test
    void endlessComplaintsAreEnded() throws Exception {
        assertEquals(
                "device.garbage", refusal(fake().saying("yes 'usb error' >&2")).code());
    }

    @Test
    void whoEndsAmidTheReadingIsTold() throws Exception {
        DeviceException refusal = refusal(fake().saying(FakeSpotread.READY + "exit 3"));

        assertEquals("device.incomplete", refusal.code());
        assertTrue(refusal.toString().contains("code 3"), refusal.getMessage());
    }

    @Test
    void noInstrumentIsAMeterThatIsGone() throws Exception {
        assertEquals(
                "device.gone",
                refusal(fake().saying("echo 'spotread: Error - No instrument at port 1' >&2\nexit 1"))
                        .code());
    }

    @Test
    void aMisreadIsTriedAgainByAnAnswerToThePrompt() throws Exception {
        Spotread spotread = fake().saying(FakeSpotread.READY
                + "printf '\\n\\nSpot read failed due to misread (Inconsistent)\\n'\n" + RETRY + FakeSpotread.LIGHT);

        assertEquals(100.25, open(spotread).read().cdPerM2());
        assertEquals(List.of("", ""), fake().lines("keys"), "a key that is neither Esc nor Q");
    }

    @Test
    void misreadsWithoutEndAreGivenUp() throws Exception {
        DeviceException refusal = refusal(fake().saying(FakeSpotread.READY
                + "while :; do printf '\\n\\nSpot read failed due to misread (Inconsistent)\\n'\n" + RETRY
                + "[ \"$key\" = q ] && exit 1; done"));

        assertEquals("device.misread", refusal.code());
        assertEquals(List.of("", "", "q"), fake().lines("keys"));
    }

    @Test
    void aWrongPositionNeedsHandsAndIsGivenUpAtOnce() throws Exception {
        DeviceException refusal = refusal(fake().saying(FakeSpotread.READY
                + "printf '\\n\\nSpot read failed due to the sensor being in the wrong position\\n(Ambient)\\n'\n"
                + "printf 'Correct position then hit Esc or Q to give up, any other key to retry:'\nread key\n"
                + "echo \"$key\" > $F/keys"));

        assertEquals("device.wrong-position", refusal.code());
        assertEquals(List.of("q"), fake().lines("keys"));
        assertTrue(refusal.toString().contains("turn its dial"), refusal.getMessage());
    }

    @Test
    void aMeterThatWantsItsTileIsGivenUp() throws Exception {
        DeviceException refusal =
                refusal(fake().saying("printf '\\nSpot read needs a calibration before continuing\\n'\n"
                        + "printf '\\nSet instrument sensor to calibration position,\\n and then hit any key to continue,\\n"
                        + " or hit Esc or Q to abort: '\nread key\necho \"$key\" > $F/keys"));

        assertEquals("device.needs-calibration", refusal.code());
        assertEquals(List.of("q"), fake().lines("keys"));
    }

    @Test
    void aCommunicationProblemIsTriedAgainAndThenTold() throws Exception {
        DeviceException refusal = refusal(fake().saying(FakeSpotread.READY
                + "while :; do printf '\\n\\nSpot read failed due to communication problem.\\n'\n" + RETRY
                + "[ \"$key\" = q ] && exit 1; done"));

        assertEquals("device.communication", refusal.code());
        assertEquals(3, fake().lines("keys").size());
    }

    @Test
    void aFatalErrorIsToldInItsWords() throws Exception {
        DeviceException refusal =
                refusal(fake().saying(FakeSpotread.READY + "printf \"\\n\\nGot fatal error 'x' (y)\\n\"\nexit 1"));

        assertEquals("device.failed", refusal.code());
        assertTrue(refusal.toString().contains("Got fatal error 'x' (y)"), refusal.getMessage());
    }

    @Test
    void anotherMeterAtTheSamePortIsNotTakenForTheFirst() throws Exception {
        Spotread spotread = fake().saying("n=$(wc -l < $F/pids)\nprintf \"Serial Number:     A$n\\n\"\n"
                + FakeSpotread.READY + FakeSpotread.LIGHT);
        ArgyllPhotometer meter = open(spotread);

        assertEquals("device.exchanged", refused(meter::read).code());
    }

    @Test
    void cancellingEndsAReadingAndAllItsProcesses() throws Exception {
        Cancellation cancellation = new Cancellation();
        Spotread spotread =
                fake().saying("sleep 1000 &\necho $! >> $F/pids\n" + FakeSpotread.READY + "touch $F/reading\nwait");
        CompletableFuture<Photometer> opening = CompletableFuture.supplyAsync(() -> {
            try {
                return ArgyllPhotometer.open(
                        spotread, FakeSpotread.INSTRUMENT, ArgyllPhotometer.Use.CONTACT, cancellation);
            } catch (DeviceException e) {
                throw new IllegalStateException(e);
            }
        });
        awaitFile("reading");

        cancellation.cancel();

        assertTrue(
                assertThrows(ExecutionException.class, () -> opening.get(20, TimeUnit.SECONDS))
                                .getCause()
                        instanceof CancellationException);
        assertEquals(2, fake().lines("pids").size());
    }

    @Test
    void closingEndsAReadingUnderWay() throws Exception {
        ArgyllPhotometer meter = open(fake().good());
        fake().saying(FakeSpotread.TOLD + FakeSpotread.READY + "touch $F/reading\nsleep 1000");
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                meter.read();
            } catch (DeviceException e) {
                throw new IllegalStateException(e);
            }
        });
        awaitFile("reading");

        meter.close();

        assertThrows(ExecutionException.class, () -> reading.get(20, TimeUnit.SECONDS));
        assertThrows(CancellationException.class, meter::read);
    }

    @Test
    void anInterruptEndsTheProcessAndIsKept() throws Exception {
        Spotread spotread = fake().saying("sleep 1000");
        Thread.currentThread().interrupt();

        DeviceException refusal = refused(() -> open(spotread));

        assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
        assertEquals("device.interrupted", refusal.code());
    }

    @Test
    void aProgramThatIsNotThereIsMissing() {
        Spotread spotread = new Spotread(folder.resolve("none"), Optional.empty(), Spotread.Limits.USUAL);

        assertEquals("device.missing", refused(() -> open(spotread)).code());
        assertEquals(Optional.empty(), Spotread.find(List.of(folder)));
    }

    @Test
    void whatIsPrintedLeavesNoFilesBehind() throws Exception {
        long before = temporaryFiles();
        open(fake().good()).read();

        assertTrue(temporaryFiles() <= before, "files of readings stay in the temporary folder");
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith(Printed.PREFIX + ProcessHandle.current().pid() + "-"))
                    .count();
        }
    }

    private FakeSpotread fake() {
        return new FakeSpotread(folder);
    }

    private static ArgyllPhotometer open(Spotread spotread) throws DeviceException {
        return ArgyllPhotometer.open(spotread, FakeSpotread.INSTRUMENT, ArgyllPhotometer.Use.CONTACT);
    }

    private static DeviceException refusal(Spotread spotread) {
        return refused(() -> open(spotread));
    }

    private static DeviceException refused(org.junit.jupiter.api.function.Executable work) {
        return assertThrows(DeviceException.class, work);
    }

    private void awaitFile(String name) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!Files.exists(folder.resolve(name))) {
            assertTrue(System.nanoTime() < end, name + " was not written");
            assertFalse(never.await(20, TimeUnit.MILLISECONDS));
        }
    }
}
