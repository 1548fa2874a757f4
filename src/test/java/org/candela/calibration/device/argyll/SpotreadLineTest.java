package org.candela.calibration.device.argyll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Locale;
import org.candela.calibration.Illuminance;
import org.candela.calibration.Luminance;
import org.candela.calibration.Tristimulus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as in the program of ArgyllCMS 2.3.1 (Debian 12). */
// [utest->req~device.spotread-lines~1]
class SpotreadLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                " Result is XYZ: 95.120000 100.250000 109.330000, Yxy: 100.250000 0.312200 0.329000",
                " Result is XYZ: 95.120000 100.250000 109.330000, Yuv: 100.250000 0.197800 0.468300",
                " Result is XYZ: 95.120000 100.250000 109.330000, LCh: 100.097000 2.000000 -12.000000",
                " Result is XYZ: 95.120000 100.250000 109.330000, D50 Lab: 100.097000 -2.400000 -19.500000",
            })
    void lightIsReadFromEveryFormThatItIsShownIn(String line) {
        assertEquals(new SpotreadLine.Light(new Tristimulus(95.12, 100.25, 109.33)), SpotreadLine.parse(line));
    }

    @Test
    void aMeterWithoutColourTellsLuminanceAlone() {
        assertEquals(
                new SpotreadLine.Grey(new Luminance(0.531)),
                SpotreadLine.parse(" Result is Y: 0.531000, L*: 4.796000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Ambient = 37.4 Lux, CCT = 4012K (Duv 0.0031)",
                " Ambient = 37.4 Lux, CCT = 4012K (Duv -0.0031)",
                " Ambient = 37.4 Lux, CCT = 4012K (Delta E 2.500000)",
                " Ambient = 37.4 Lux"
            })
    void lightOfTheRoomIsReadWithAndWithoutItsColour(String line) {
        assertEquals(new SpotreadLine.Ambient(new Illuminance(37.4)), SpotreadLine.parse(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Result is XYZ: 1,234000 1,234000 1,234000, Yxy: 1,234000 0,312200 0,329000",
                " Result is XYZ: 1,234.000000 1.000000 1.000000, Yxy: 1.000000 0.312200 0.329000",
                " Result is Y: 1,234000, L*: 11,000000",
                " Result is Y: 1234, L*: 11",
                " Ambient = 1,2 Lux",
                " Ambient = 1,234.5 Lux",
                " Ambient = 12.5 Lux-Seconds",
                " Result is XYZ: nan nan nan, Yxy: nan nan nan",
                " Result is XYZ: 1e9 1e9 1e9, Yxy: 1e9 0.3 0.3",
                " Result is XYZ: 95.120000 100.250000 109.330000, Yxy: 1.002500 0.312200 0.329000",
                " Result is XYZ: 95.120000 100.250000 109.3300",
                " Result is Y: -3.000000, L*: 0.000000",
                " Result is XYZ: -1.000000 0.200000 0.200000, Yxy: 0.200000 0.312200 0.329000",
            })
    void numbersThatMayMeanSomethingElseAreNeverTaken(String line) {
        assertInstanceOf(SpotreadLine.Unreadable.class, SpotreadLine.parse(line));
    }

    @Test
    void theTrapOfTheCommaNeitherGivesOneNorAThousand() {
        assertInstanceOf(SpotreadLine.Unreadable.class, SpotreadLine.parse(" Result is Y: 1,234000, L*: 11,092000"));
    }

    @Test
    void theLanguageOfTheUserChangesNothing() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals(
                    new SpotreadLine.Grey(new Luminance(1.234)),
                    SpotreadLine.parse(" Result is Y: 1.234000, L*: 11.092000"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noiseBelowBlackIsBlack() {
        assertEquals(
                new SpotreadLine.Light(new Tristimulus(0, 0.002, 0)),
                SpotreadLine.parse(" Result is XYZ: -0.000900 0.002000 -0.001000, Yxy: 0.002000 0.312200 0.329000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spotread: Error - No instrument at port 1 | NO_INSTRUMENT",
                "Failed to initialise communications with instrument | NO_INSTRUMENT",
                "Spot read failed due to the sensor being in the wrong position | WRONG_POSITION",
                "Spot read failed due to misread (Not enough light) | MISREAD",
                "Sample read failed due to misread | MISREAD",
                "Spot read failed due to communication problem. | COMMUNICATION",
                "Spot read failed because instruments needs calibration. | NEEDS_CALIBRATION",
                "Spot read needs a calibration before continuing | NEEDS_CALIBRATION",
                "Got fatal error 'Internal software error' (17) | FATAL",
                "spotread: Error - Setting trigger mode failed | FATAL",
                "Instrument initialisation failed with 'x' (y)! | FATAL",
                "i1d3: Unknown lock code. Please contact ArgyllCMS for help | LOCKED",
                "and instrument doesn't support it | UNSUPPORTED",
            })
    void everyTroubleIsKnownForWhatItIs(String line, SpotreadLine.Fault fault) {
        assertEquals(new SpotreadLine.Trouble(fault, line), SpotreadLine.parse(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hit ESC or Q to exit, any other key to take a reading: | READ",
                "Hit ESC or Q to exit, instrument switch or any other key to take a reading: | READ",
                "Hit Esc or Q to give up, any other key to retry: | RETRY",
                "Correct position then hit Esc or Q to give up, any other key to retry: | RETRY",
                "Hit any key to retry, or Esc or Q to abort: | RETRY",
                " or hit Esc or Q to abort: | CALIBRATE",
                " or hit Esc or Q to abort, or S to skip: | CALIBRATE",
            })
    void everyPromptIsKnown(String line, SpotreadLine.Wish wish) {
        assertEquals(new SpotreadLine.Prompt(wish), SpotreadLine.parse(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Serial Number:     I1-18.A-01.123456.07 | SERIAL | I1-18.A-01.123456.07",
                " Serial number:       'K10A0001' | SERIAL | K10A0001",
                "Firmware version:  513 | FIRMWARE | 513",
                "Instrument Type:   ColorMunki | MODEL | ColorMunki",
            })
    void whatAMeterTellsOfItselfIsKept(String line, SpotreadLine.Detail detail, String value) {
        assertEquals(new SpotreadLine.Told(detail, value), SpotreadLine.parse(line));
    }

    @Test
    void otherLinesMeanNothing() {
        for (String line : List.of("", "Connecting to the instrument ..", "Setting display type ix 2", ": : :")) {
            assertInstanceOf(SpotreadLine.Other.class, SpotreadLine.parse(line), line);
        }
    }

    @Test
    void theListOfPortsIsReadFromTheUsage() {
        SpotreadUsage usage = SpotreadUsage.parse("""
                Measure spot values, Version 2.3.1
                Author: Graeme W. Gill, licensed under the GPL Version 2 or later
                usage: spotread [-options] [logfile]
                 -c listno            Set instrument port from the following list (default 1)
                    1 = 'usb:/bus1/dev4 (X-Rite i1 DisplayPro, ColorMunki Display)'
                    2 = '/dev/ttyS0'
                 -t                   Use transmission measurement mode
                """);

        assertEquals("2.3.1", usage.version());
        assertEquals(List.of(FakeSpotread.INSTRUMENT, new ArgyllInstrument(2, "/dev/ttyS0", "")), usage.instruments());
    }
}
