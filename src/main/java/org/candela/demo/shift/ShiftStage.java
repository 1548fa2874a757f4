package org.candela.demo.shift;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.candela.demo.DemoFacility;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.readiness.ui.ReadinessViewModel;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.CaseDesk;
import org.candela.shell.ReadingRoom;
import org.candela.shell.ScreenRole;
import org.candela.store.Database;
import org.candela.viewer.ReadingSession;
import org.candela.worklist.ui.WorklistViewModel;

/**
 * What a shift is played on: the room as it stands open, and what it leaves behind.
 *
 * @param out folder for what is to be kept
 */
public record ShiftStage(ReadingRoom room, Case reading, WorkScreen work, Behind behind, Path out) {
    /** The one case. */
    public record Case(CaseDesk cases, ReadingSession session) {}

    /** State behind the work screen. */
    public record WorkScreen(
            WorklistViewModel worklist,
            ReadinessViewModel readiness,
            ReportViewModel report,
            DisplayQaViewModel displayQa) {}

    /** Where the effects of what is done can be checked. */
    public record Behind(
            Database database, QaLedger ledger, Clock clock, Reader reader, List<DemoFacility> facilities) {}

    /** Who reads, and with which PIN they sign. */
    public record Reader(String id, String pin) {
        /** Without the PIN. */
        @Override
        public String toString() {
            return "Reader[" + id + "]";
        }
    }

    Stage window(ScreenRole role) throws ShiftException {
        return room.desk().windowOf(role).orElseThrow(() -> new ShiftException("no window for " + role));
    }

    /** The node {@code id} in a window; ids may hold dots, so no CSS selector. FX thread. */
    Node find(ScreenRole role, String id) throws ShiftException {
        return window(role).getScene().getRoot().lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .orElseThrow(() -> new ShiftException("nothing called " + id + " on " + role));
    }
}
