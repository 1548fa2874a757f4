package org.candela.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.candela.shell.OpenedCase.Purpose;
import org.candela.study.StudySummary;
import org.candela.study.prior.KnownPrior;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.TestImages;
import org.candela.worklist.ReadingItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~shell.priors-sure~1]
// [utest->req~study.prior.confirm~1]
@SuppressWarnings("NullAway.Init")
class CasePriorsTest {
    @TempDir
    private Path folder;

    private CaseRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new CaseRoom(folder, ManualLoader.answering(TestImages.slice(1, 1, 1)));
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private OpenedCase openWithAProbablePrior() throws Exception {
        room.north.add("1.1", "OTHER-NUMBER", "DOE^JANE", CaseRoom.TODAY.minusDays(400));
        StudySummary study = room.north.add("1.2", "A", "Doe^Jane", CaseRoom.TODAY);
        ReadingItem row = room.row(study);
        room.desk.open(row, Purpose.DIAGNOSIS);
        return room.desk.currentProperty().get().orElseThrow();
    }

    @Test
    void aProbablePriorIsToldAndNeitherBroughtNorHung() throws Exception {
        OpenedCase opened = openWithAProbablePrior();

        assertEquals("1 probable", opened.known().count());
        assertEquals(List.of(), opened.priors());
        assertEquals(List.of(), room.session.priors());
        assertEquals(0L, (long) room.database.read(
                tx -> tx.one("SELECT count(*) AS n FROM study WHERE uid = '1.1'", row -> row.longValue("n"))
                        .orElseThrow()));
    }

    @Test
    void onceTheReaderConfirmsItHangsAndIsKeptAndAudited() throws Exception {
        OpenedCase opened = openWithAProbablePrior();

        room.desk.judge(opened.known().probable().get(0));

        OpenedCase now = room.desk.currentProperty().get().orElseThrow();
        assertEquals(1, now.priors().size());
        assertEquals(1, room.session.priors().size());
        assertEquals("1 prior", now.known().count());
        assertEquals(List.of(), room.failures);
        assertEquals(1L, audited());
        room.desk.close();
        room.desk.open(room.item(now.item().id()), Purpose.DIAGNOSIS);
        assertEquals(1, room.desk.currentProperty().get().orElseThrow().priors().size());
    }

    @Test
    void takenBackItHangsNoMore() throws Exception {
        OpenedCase opened = openWithAProbablePrior();
        room.desk.judge(opened.known().probable().get(0));
        KnownPrior confirmed = room.desk
                .currentProperty()
                .get()
                .orElseThrow()
                .known()
                .accepted()
                .get(0);
        assertTrue(confirmed.isConfirmed());

        room.desk.judge(confirmed);

        OpenedCase now = room.desk.currentProperty().get().orElseThrow();
        assertEquals(List.of(), now.priors());
        assertFalse(now.known().priors().get(0).isConfirmed());
        assertEquals(2L, audited());
    }

    @Test
    void anExactPriorIsNotJudged() throws Exception {
        room.north.add("1.1", "A", CaseRoom.TODAY.minusDays(400));
        room.desk.open(room.row(room.north.add("1.2", "A", CaseRoom.TODAY)), Purpose.DIAGNOSIS);
        OpenedCase opened = room.desk.currentProperty().get().orElseThrow();

        room.desk.judge(opened.known().priors().get(0));

        assertEquals("1 prior", opened.known().count());
        assertEquals(0L, audited());
    }

    private long audited() throws Exception {
        return room.database.read(tx -> tx.one(
                        "SELECT count(*) AS n FROM audit_event WHERE action = 'PRIOR_CONFIRMED'",
                        row -> row.longValue("n"))
                .orElseThrow());
    }
}
