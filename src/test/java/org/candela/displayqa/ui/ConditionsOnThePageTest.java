package org.candela.displayqa.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reader tells of the room before a run. */
// [utest->req~displayqa.page-conditions~1]
class ConditionsOnThePageTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsToldStandsInTheNextRecordAndOnlyTheTemperatureStays() throws Exception {
        try (SimulatedDesk desk = new SimulatedDesk(folder)) {
            DisplayQaViewModel model = desk.model;
            model.refresh().join();
            model.roomLight().conditions().temperatureProperty().set("21,5");
            model.roomLight().conditions().cleanedProperty().set(true);

            JsonNode first = model.calibrate().join().orElseThrow().recordTree().path("conditions");
            JsonNode second =
                    model.quickCheck().join().orElseThrow().recordTree().path("conditions");

            assertEquals(21.5, first.path("temperatureCelsius").asDouble());
            assertTrue(first.path("screenCleaned").asBoolean());
            assertFalse(model.roomLight().conditions().cleanedProperty().get());
            assertEquals(21.5, second.path("temperatureCelsius").asDouble());
            assertFalse(second.has("screenCleaned"), "nobody told it again");
        }
    }

    @Test
    void aTemperatureThatNoRoomHasBeginsNoRunAndSaysWhatToEnter() throws Exception {
        try (SimulatedDesk desk = new SimulatedDesk(folder)) {
            DisplayQaViewModel model = desk.model;
            model.refresh().join();
            model.roomLight().conditions().cleanedProperty().set(true);
            for (String odd : new String[] {"warm", "200", "NaN"}) {
                model.roomLight().conditions().temperatureProperty().set(odd);

                assertEquals(Optional.empty(), model.calibrate().join());
                assertEquals(
                        "displayqa.bad-temperature",
                        model.noticeProperty().get().code());
            }
            assertTrue(model.roomLight().conditions().cleanedProperty().get(), "nothing was kept of it");
            assertEquals(Optional.empty(), desk.ledger.head());
        }
    }
}
