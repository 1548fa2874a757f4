package org.candela.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import org.candela.Fx;
import org.candela.base.Edit;
import org.candela.report.ui.ReportViewModel;
import org.candela.study.FrameKey;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.ViewTool;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.layout.Place;
import org.candela.viewer.mark.Mark;

/** All of a reader's work that no monitor may take with it. */
record Seen(
        Hanging hanging,
        Place active,
        ViewTool tool,
        Set<Mark> marks,
        Set<FrameKey> keyImages,
        Optional<Edit> undoable,
        Optional<Edit> redoable,
        String words,
        int caret) {
    static Seen in(TestRoom room, TextInputControl field) {
        return Platform.isFxApplicationThread() ? now(room, field) : Fx.call(() -> now(room, field));
    }

    private static Seen now(TestRoom room, TextInputControl field) {
        ReadingSession session = room.room().reading().session();
        ReportViewModel report = room.room().models().report();
        return new Seen(
                session.lightbox().hanging(),
                session.active(),
                session.tool(),
                Set.copyOf(session.marks().all()),
                session.keyImages().marked(),
                room.room().bus().history().undoable(),
                room.room().bus().history().redoable(),
                report.textProperty(KillableWorkstation.FIELD).get(),
                field.getCaretPosition());
    }

    /** The same wherever stacks were scrolled to. */
    Seen atFirstImages() {
        TreeMap<Place, Hung> hung = new TreeMap<>();
        hanging.hung().forEach((place, now) -> hung.put(place, new Hung(now.stack(), 0, now.appearance())));
        return new Seen(
                new Hanging(hanging.grids(), hung), active, tool, marks, keyImages, undoable, redoable, words, caret);
    }

    /** The images that are on the screens, in reading order. */
    List<Integer> images() {
        return hanging.hung().values().stream().map(Hung::frameIndex).toList();
    }
}
