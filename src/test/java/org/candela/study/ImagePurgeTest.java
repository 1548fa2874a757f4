package org.candela.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.candela.audit.AuditLog;
import org.candela.audit.AuditVerifier;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~study.purge~1]
class ImagePurgeTest {
    private static final FacilityId CLINIC = new FacilityId("clinic");
    private static final Uid FIRST = SmallStudies.studyUid(7);
    private static final Uid SECOND = SmallStudies.studyUid(8);

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void twoStudiesOfAClinicAndOneOfNobody() throws Exception {
        desk = new Desk(folder.resolve("home"));
        new Facilities(desk.database, new AuditLog(), Desk.CLOCK)
                .add(Facility.of(CLINIC, "Clinic", URI.create("http://localhost:1")));
        desk.library.admit(SmallStudies.write(SmallStudies.slice(7, 0), folder), CLINIC);
        desk.library.admit(SmallStudies.write(SmallStudies.slice(8, 0), folder), CLINIC);
        desk.library.admit(SmallStudies.write(SmallStudies.slice(9, 0), folder), new FacilityId("other"));
    }

    @AfterEach
    void close() throws CandelaException {
        desk.close();
    }

    private ImagePurge purge(int daysLater) {
        return new ImagePurge(
                desk.database,
                new AuditLog(),
                desk.library.files(),
                Clock.offset(Desk.CLOCK, Duration.ofDays(daysLater)));
    }

    private static List<Uid> studies(List<ImagePurge.Due> due) {
        return due.stream().map(ImagePurge.Due::study).toList();
    }

    @Test
    void withoutAPolicyNothingGoesAndWithOneWhatIsOlderAndNotHeld() throws Exception {
        assertEquals(List.of(), purge(4000).due(Set.of()));
        assertThrows(CandelaException.class, () -> purge(0).keepFor(CLINIC, 0));

        purge(0).keepFor(CLINIC, 90);
        purge(0).keepFor(CLINIC, 30);

        assertEquals(30, purge(0).policies().get(CLINIC));
        assertEquals(List.of(), purge(30).due(Set.of()));
        assertEquals(2, purge(31).due(Set.of()).size());
        assertEquals(List.of(SECOND), studies(purge(31).due(Set.of(FIRST))));
        assertTrue(purge(31).due(Set.of()).get(0).bytes() > 0);
    }

    @Test
    void whatGoesLeavesDiskAndListButNotTheAuditAndMayComeAgain() throws Exception {
        purge(0).keepFor(CLINIC, 30);
        List<ImagePurge.Due> told = new ArrayList<>();

        purge(31).run(purge(31).due(Set.of(SECOND)), new Cancellation(), told::add);

        assertEquals(List.of(FIRST), studies(told));
        assertTrue(desk.library.study(FIRST).isEmpty());
        assertFalse(Files.exists(desk.paths.studies().resolve(FIRST.value())));
        assertEquals(2, desk.library.studies().size());
        assertEquals(List.of(), desk.leftovers());
        assertTrue(AuditVerifier.verify(desk.database).isIntact());
        desk.library.admit(SmallStudies.write(SmallStudies.slice(7, 0), folder), CLINIC);
        assertTrue(desk.library.study(FIRST).isPresent());
    }

    @Test
    void aCancelledRunStopsBetweenStudiesAndAKilledOneIsEnded() throws Exception {
        purge(0).keepFor(CLINIC, 30);
        Cancellation cancellation = new Cancellation();
        List<ImagePurge.Due> due = purge(31).due(Set.of());
        purge(31).run(due, cancellation, gone -> cancellation.cancel());
        assertEquals(1, studies(purge(31).due(Set.of())).size());

        Path going = desk.paths.incoming().resolve("purge-" + SECOND.value()); // as a kill leaves it
        Uid left = purge(31).due(Set.of()).get(0).study();
        Files.move(desk.paths.studies().resolve(left.value()), going);
        purge(31).run(purge(31).due(Set.of()), new Cancellation(), gone -> {});

        assertEquals(List.of(), purge(31).due(Set.of()));
        assertEquals(List.of(), desk.leftovers());
        assertEquals(1, desk.library.studies().size());
    }
}
