package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.candela.facility.Facility;
import org.candela.readiness.Readiness;
import org.candela.study.SmallStudies;
import org.candela.worklist.WorklistSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of the terminal do, without windows. */
class CommandsTest {
    @TempDir
    private Path folder;

    private Commands commands() {
        return new Commands(
                Config.of(
                        Map.of("CANDELA_HOME", folder.resolve("home").toString()),
                        folder,
                        new Config.Machine("Linux", "amd64")),
                Clock.systemUTC());
    }

    @Test
    void whatWasImportedStandsOnTheListOfTheNextStart() throws Exception {
        SmallStudies.writeStudy(5, 2, folder.resolve("disc"));

        commands().take(List.of(folder.resolve("disc")));

        WorklistSnapshot list = commands().worklist();
        assertEquals(
                List.of("1.2.5"),
                list.items().stream().map(item -> item.study().uid().value()).toList());
        assertEquals(
                List.of("Imported"),
                commands().list().stream().map(Facility::name).toList());
    }

    @Test
    void importingAgainKeepsTheAddressThatReportsWereGiven() throws Exception {
        SmallStudies.writeStudy(5, 1, folder.resolve("disc"));
        commands().take(List.of(folder.resolve("disc")));
        Facility local = commands().list().get(0);
        Facility renamed = Facility.of(local.id(), "My office", local.dicomWeb());
        commands().add(renamed, Map.of());

        commands().take(List.of(folder.resolve("disc")));

        assertEquals(List.of(renamed), commands().list());
    }

    @Test
    void aDeskThatWasNeverSetUpDoesNotPassTheCheckForImportedStudiesAlone() throws Exception {
        SmallStudies.writeStudy(5, 1, folder.resolve("disc"));
        commands().take(List.of(folder.resolve("disc")));

        Readiness found = commands().check();

        assertTrue(found.items().stream().noneMatch(item -> item.title().equals("Imported")), found.toString());
        assertFalse(found.isPrimaryReadingAllowed());
        assertEquals(
                List.of("Left diagnostic display: No diagnostic display is known here yet."), found.blockingReasons());
    }
}
