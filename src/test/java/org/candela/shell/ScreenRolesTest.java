package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.candela.base.ScreenId;
import org.candela.shell.DeskPlan.Placement;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~shell.roles-remembered~1]
class ScreenRolesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T08:00:00Z"), ZoneOffset.UTC);
    private static final DeskPlan COMPLETE = new DeskPlan(List.of(
            placement("A", ScreenRole.DIAGNOSTIC_LEFT),
            placement("B", ScreenRole.DIAGNOSTIC_RIGHT),
            placement("W", ScreenRole.WORK)));

    @TempDir
    Path folder;

    @Test
    void aCompletePlanIsLearnedOnceAndSurvivesARestart() throws StoreException {
        try (Database database = Database.open(folder.resolve("candela.db"), CLOCK)) {
            new ScreenRoles(database).learn(COMPLETE);
        }
        try (Database database = Database.open(folder.resolve("candela.db"), CLOCK)) {
            assertEquals(
                    Map.of(
                            new ScreenId("A"),
                            ScreenRole.DIAGNOSTIC_LEFT,
                            new ScreenId("B"),
                            ScreenRole.DIAGNOSTIC_RIGHT,
                            new ScreenId("W"),
                            ScreenRole.WORK),
                    new ScreenRoles(database).remembered());
        }
    }

    @Test
    void aPlanInWantOfMonitorsTeachesNothing() throws StoreException {
        try (Database database = Database.open(folder.resolve("candela.db"), CLOCK)) {
            ScreenRoles roles = new ScreenRoles(database);

            roles.learn(new DeskPlan(List.of(placement("A", ScreenRole.WORK))));

            assertEquals(Map.of(), roles.remembered());
        }
    }

    @Test
    void theUserDecidesAndNoPlanOverrulesThat() throws StoreException {
        try (Database database = Database.open(folder.resolve("candela.db"), CLOCK)) {
            ScreenRoles roles = new ScreenRoles(database);
            roles.learn(COMPLETE);

            roles.assign(Map.of(new ScreenId("A"), ScreenRole.DIAGNOSTIC_RIGHT));
            roles.learn(COMPLETE);

            assertEquals(ScreenRole.DIAGNOSTIC_RIGHT, roles.remembered().get(new ScreenId("A")));
        }
    }

    private static Placement placement(String id, ScreenRole role) {
        return new Placement(new DeskScreen(new ScreenId(id), id, new Area(0, 0, 10, 10), 1, false), role);
    }
}
