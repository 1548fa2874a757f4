package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.drill.DrillLog;
import org.candela.drill.DrillRecord;
import org.candela.drill.DrillStep;
import org.candela.drill.DrillStep.Mark;
import org.candela.facility.Facilities;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~app.drill~1]
class DrillTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void aDrillLosesNothingIsKeptAndLeavesTheRealHomeAlone(@TempDir Path home) throws Exception {
        AppPaths paths = AppPaths.under(home);
        List<DrillStep> told = new ArrayList<>();

        DrillRecord drill = new Drill(new Config(paths, "", false, Places.NONE, "reader", 30, 0), CLOCK).run(told::add);

        assertEquals(
                List.of(List.of(), List.of(), List.of(), List.of()),
                told.stream().map(DrillStep::lost).toList());
        assertEquals(Mark.PASSED, drill.mark(), drill.toString());
        assertEquals(told, drill.steps());
        assertFalse(Files.exists(home.resolve("drill")), "the folder of the drill is gone");
        try (Database database = Database.open(paths.database(), CLOCK)) {
            assertEquals(
                    Optional.of(drill.mark()),
                    new DrillLog(database, new AuditLog()).last().map(DrillRecord::mark));
            assertEquals(
                    List.of(), new Facilities(database, new AuditLog(), CLOCK).list(), "no facility was made here");
        }
    }
}
