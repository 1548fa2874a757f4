package org.candela.displayqa.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.base.Sha256;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.displayqa.LedgerDesk;
import org.candela.displayqa.measure.Bench;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.Sites;
import org.candela.displayqa.trend.Light;
import org.candela.displayqa.trend.TrendQuantity;
import org.candela.displayqa.trend.TrendSeries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a record states of the place, the time, the panel and the table, as it is stored. */
class RecordSiteTest {
    @RegisterExtension
    final LedgerDesk desk = new LedgerDesk();

    @SuppressWarnings("NullAway.Init") // set before each test
    private StoredRun run;

    @BeforeEach
    void calibrate() throws Exception {
        run = desk.qa()
                .calibrate(
                        new Bench().sessionOn(sentByAMonitor()).at(Sites.known()), new Cancellation(), QaProgress.NONE);
    }

    // [utest->req~displayqa.record-site~1]
    @Test
    void aRecordTellsTheMachineAndWhatCouldNotBeRead() {
        JsonNode station = run.recordTree().path("workstation");

        assertEquals("reading-desk", station.path("host").asText());
        assertEquals("i915 of kernel 6.1", station.path("gpuDriver").asText());
        assertEquals("1.00", station.path("uiScale").asText());
        assertEquals("nobody looks", station.at("/colourManagement/notRead").asText());
    }

    // [utest->req~displayqa.record-site~1]
    @Test
    void aRecordTellsThePanelFromItsEdidAndItsControls() {
        JsonNode display = run.recordTree().path("display");

        assertEquals(
                Sha256.hex(HexFormat.of().parseHex(display.path("edid").asText())),
                display.path("edidSha256").asText());
        assertEquals(325.0 / 1536, display.path("pitchMm").asDouble(), 1e-12);
        assertEquals("LCD, active matrix", display.at("/monitor/technology").asText());
        assertEquals("1.12", display.at("/monitor/firmware").asText());
        assertEquals(80, display.at("/monitor/controls/LUMINANCE/value").asInt());
        assertFalse(display.at("/monitor/controls").has("CONTRAST"), "it has none");
        assertEquals(1234, display.path("backlightHours").asInt());
    }

    // [utest->req~displayqa.own-sensor~1]
    // [utest->req~displayqa.trend~1]
    @Test
    void theMonitorsOwnSensorIsReadBesideTheMeterAndItsGapIsFollowed() throws Exception {
        JsonNode own = run.recordTree().at("/display/ownSensor");
        double external = own.path("externalCdPerM2").asDouble();

        assertEquals(330, own.path("cdPerM2").asDouble());
        assertEquals(360, external, 1, "white through the table, emitted, as the meter read it last");
        assertEquals(
                330 / external - 1,
                TrendSeries.of(
                                TrendQuantity.SENSOR_GAP,
                                Light.SIMULATED,
                                desk.ledger().history(run.display()))
                        .points()
                        .get(0)
                        .value(),
                1e-12);
        assertEquals(
                1234,
                TrendSeries.of(
                                TrendQuantity.BACKLIGHT_HOURS,
                                Light.SIMULATED,
                                desk.ledger().history(run.display()))
                        .points()
                        .get(0)
                        .value());
    }

    // [utest->req~displayqa.record-time~1]
    @Test
    void aRecordTellsWhenAndHowLongAndUnderWhichConditions() {
        JsonNode record = run.recordTree();

        assertEquals("+01:00", record.at("/time/offset").asText());
        assertEquals(Bench.NOW.toString(), record.at("/time/began").asText());
        int readings = record.path("readings").size();
        assertEquals(250L * (readings + 1), record.at("/time/lastedMs").asLong());
        assertEquals(250, record.at("/readings/0/ms").asInt());
        assertEquals(
                250 * readings,
                record.path("readings").path(readings - 1).path("ms").asInt());
        assertEquals(21.5, record.at("/conditions/temperatureCelsius").asDouble());
        assertTrue(record.at("/conditions/screenCleaned").asBoolean());
    }

    // [utest->req~displayqa.record-calibration~1]
    @Test
    void aRecordHoldsTheTableAndWhatItWasMadeFrom() throws Exception {
        JsonNode made = run.view().calibration().orElseThrow();

        assertEquals("GSDF", made.at("/goal/function").asText());
        JsonNode curve = made.path("native");
        assertEquals(0, curve.path(0).path("ddl").asInt());
        assertEquals(255, curve.path(curve.size() - 1).path("ddl").asInt());
        byte[] entries = Base64.getDecoder().decode(made.at("/table/argb").asText());
        assertEquals(made.path("lutSha256").asText(), Sha256.hex(entries));
        assertEquals(desk.ledger().activeLut(run.display()).orElseThrow().sha256(), Sha256.hex(entries));
        assertTrue(made.at("/table/readBackEqual").asBoolean());
        assertTrue(made.at("/table/rampIsNeutral").asBoolean());
    }

    // [utest->req~displayqa.record-limits~1]
    @Test
    void everyJudgementNamesTheTableOfLimitsThatItUsed() throws Exception {
        JsonNode profile = run.view().judgements().get(0).path("profile");

        assertEquals(
                org.candela.calibration.CalibrationProfile.shipped(
                                profile.path("id").asText())
                        .sha256(),
                profile.path("limitsSha256").asText());
    }

    // [utest->req~displayqa.ledger~1]
    // [utest->req~displayqa.record-time~1]
    @Test
    void aMomentOfAReadingChangedBehindItsBackIsNamed() throws Exception {
        assertEquals(Optional.empty(), desk.ledger().firstFault());
        desk.database().change(tx -> {
            tx.update("DROP TRIGGER luminance_reading_keeps_rows");
            tx.update("UPDATE luminance_reading SET taken_ms = taken_ms + 1 WHERE ordinal = 4");
        });

        assertTrue(desk.ledger().firstFault().orElse("none").contains("readings or tables of run 1"));
    }

    private static DisplayDevice sentByAMonitor() throws Exception {
        String line = Files.readAllLines(Path.of("scripts/desk/edids")).stream()
                .filter(text -> text.startsWith("DUMMY0"))
                .findFirst()
                .orElseThrow();
        Edid edid = Edid.parse(HexFormat.of().parseHex(line.split(" ", -1)[1])).orElseThrow();
        return new DisplayDevice("DUMMY0", Optional.of(edid), new DisplayDevice.Place(0, 0, 1536, 2048));
    }
}
