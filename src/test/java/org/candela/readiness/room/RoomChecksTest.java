package org.candela.readiness.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.readiness.Evidence.Basis;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.journal.Journal;
import org.candela.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomChecksTest {
    private static final ReadinessLimits.Room LIMITS = ReadinessLimits.shipped().room();

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-29T01:00:00Z"));
    private Database database;
    private RoomBook book;
    private Optional<Instant> displaysChecked = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        database = Database.open(folder.resolve("candela.db"), clock);
        book = new RoomBook(new Journal(database, new AuditLog(), clock));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private ReadinessItem noise() {
        return new NoiseCheck(book, LIMITS, clock).evaluate();
    }

    private ReadinessItem temperature() {
        return new TemperatureCheck(book, LIMITS, clock, () -> displaysChecked).evaluate();
    }

    private ReadinessItem window() {
        return new WindowCheck(book, LIMITS, clock).evaluate();
    }

    // [utest->req~readiness.noise~1]
    @ParameterizedTest
    @CsvSource({"39.9, READY", "39.94, READY", "39.95, WARNING", "40.0, WARNING", "55, WARNING"})
    void noiseIsBelowFortyDecibelAsItIsShown(double dba, Status expected) throws Exception {
        book.attestNoise(dba, "Class 2 meter", "reader");

        assertEquals(expected, noise().status(), noise().reason());
        assertEquals(Basis.ATTESTED, noise().evidence().basis());
        assertEquals(Optional.of(clock.instant()), noise().evidence().at());
    }

    // [utest->req~readiness.noise~1]
    @Test
    void aMicrophoneWithoutCalibrationNeverPasses() throws Exception {
        book.keepNoise(new SoundLevel(-80, 0), "Built-in", "reader");

        assertEquals(Status.NOT_ASSESSED, noise().status());
        assertTrue(noise().reason().contains("not calibrated"), noise().reason());
        assertEquals("-80.0 dBFS(A), not calibrated", noise().evidence().value());
    }

    // [utest->req~readiness.noise~1]
    @Test
    void aCalibratedMicrophoneTellsDecibelsAndNoOtherDoes() throws Exception {
        book.calibrate(new SoundLevel(-52.5, 0), "Desk microphone", 60.0, "Class 2 meter", "reader");

        book.keepNoise(new SoundLevel(-76.3, 0), "Desk microphone", "reader");
        assertEquals("36.2 dB(A)", noise().evidence().value());
        assertEquals(Basis.MEASURED, noise().evidence().basis());
        assertEquals(Status.READY, noise().status());

        book.keepNoise(new SoundLevel(-76.3, 0), "Another", "reader");
        assertEquals(Status.NOT_ASSESSED, noise().status());
    }

    // [utest->req~readiness.temperature~1]
    @ParameterizedTest
    @CsvSource({"19.9, WARNING", "19.94, WARNING", "20.0, READY", "22, READY", "24.0, READY", "24.1, WARNING"})
    void temperatureIsWithinTwentyAndTwentyFour(double celsius, Status expected) throws Exception {
        book.attestTemperature(celsius, "Wall thermometer", "reader");

        assertEquals(expected, temperature().status(), temperature().reason());
    }

    // [utest->req~readiness.temperature~1]
    @Test
    void afterAnExcursionTheDisplaysAreToBeCheckedAgain() throws Exception {
        book.attestTemperature(26.0, "Wall thermometer", "reader");
        clock.advance(Duration.ofHours(1));
        book.attestTemperature(22.0, "Wall thermometer", "reader");

        assertEquals(Status.WARNING, temperature().status());
        assertTrue(
                temperature().reason().contains("It was 26.0 °C"), temperature().reason());

        displaysChecked = Optional.of(clock.instant());
        assertEquals(Status.READY, temperature().status(), temperature().reason());
    }

    // [utest->req~readiness.window~1]
    @Test
    void aBrightWindowIsAQuestionToTheReader() throws Exception {
        assertEquals(Status.NOT_ASSESSED, window().status());

        book.attestWindow(RoomBook.Window.BRIGHT, "reader");
        assertEquals(Status.WARNING, window().status());

        book.attestWindow(RoomBook.Window.NONE, "reader");
        assertEquals(Status.READY, window().status());
        assertEquals("reader", window().evidence().source());
    }

    // [utest->req~readiness.window~1]
    @Test
    void whatWasSaidHoldsForAShiftAlone() throws Exception {
        book.attestNoise(30, "meter", "reader");
        book.attestTemperature(22, "thermometer", "reader");
        book.attestWindow(RoomBook.Window.NONE, "reader");

        clock.advance(LIMITS.holds().minusSeconds(1));
        assertEquals(Status.READY, noise().status());
        clock.advance(Duration.ofSeconds(1));

        assertEquals(Status.NOT_ASSESSED, noise().status());
        assertEquals(Status.NOT_ASSESSED, temperature().status());
        assertEquals(Status.NOT_ASSESSED, window().status());
        assertEquals(Basis.MISSING, window().evidence().basis());
    }

    @Test
    void whatCannotBeAFigureOfARoomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> book.attestTemperature(200, "thermometer", "reader"));
        assertThrows(IllegalArgumentException.class, () -> book.attestNoise(Double.NaN, "meter", "reader"));
        assertThrows(IllegalArgumentException.class, () -> book.attestNoise(30, " ", "reader"));
    }

    private void sensor(String folderName, String name, String file, String value) throws Exception {
        Path own = Files.createDirectories(folder.resolve(folderName));
        Files.writeString(own.resolve("name"), name + "\n");
        Files.writeString(own.resolve(file), value + "\n");
    }

    // [utest->req~readiness.temperature~1]
    @Test
    void aSensorInsideTheMachineIsNoThermometerOfTheRoom() throws Exception {
        sensor("hwmon/hwmon0", "k10temp", "temp1_input", "41250");
        sensor("hwmon/hwmon1", "sht3x", "temp1_input", "22375");
        sensor("iio/iio:device0", "bme280", "in_temp_input", "21500");
        sensor("iio/iio:device1", "hts221", "in_temp_raw", "2000");
        Files.writeString(folder.resolve("iio/iio:device1/in_temp_offset"), "100\n");
        Files.writeString(folder.resolve("iio/iio:device1/in_temp_scale"), "10\n");
        Files.writeString(folder.resolve("hwmon/hwmon0/temp1_label"), "Tctl\n");
        Thermometers thermometers = new Thermometers(folder.resolve("hwmon"), folder.resolve("iio"));

        assertEquals(4, thermometers.list().size());
        assertEquals(22.375, thermometers.ofRoom("sht3x temp1").orElseThrow().celsius(), 1e-9);
        assertEquals(
                21.5, thermometers.ofRoom("bme280 (iio:device0)").orElseThrow().celsius(), 1e-9);
        assertEquals(
                21.0, thermometers.ofRoom("hts221 (iio:device1)").orElseThrow().celsius(), 1e-9);
        assertTrue(thermometers.ofRoom("k10temp Tctl").isEmpty());
        assertEquals(
                "inside the machine, not the room", thermometers.list().get(3).measures());
    }

    @Test
    void aMachineWithoutSensorsHasNone() {
        assertTrue(new Thermometers(folder.resolve("no"), folder.resolve("none"))
                .list()
                .isEmpty());
    }
}
