package org.candela.app;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.study.FrameKey;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.measured.MeasurementExport;
import org.candela.viewer.object.BesideReading;
import org.candela.viewer.object.KeyObjectExport;
import org.candela.viewer.object.StateExport;
import org.candela.viewer.ui.MarkWords;

/** DICOM objects beside the images of the open case: read when it opens, written when asked. FX thread; waits on {@code io}. */
record BesideRoom(House house, ReadingSession session, String observer, Executor io) {
    /** Reads from now on, and adds the command that writes. */
    void follow(CommandBus bus) {
        new BesideReading(house.library(), io, new UiExecutor()).follow(session);
        Messages words = Messages.of(BesideRoom.class);
        bus.register(Command.titled(words, "images.export-key-object", () -> exportKeyImages(words)));
        for (StateExport.Extent extent : StateExport.Extent.values()) {
            String id = "images.export-state." + extent.name().toLowerCase(Locale.ROOT);
            bus.register(Command.titled(words, id, () -> exportState(words, extent)));
        }
        bus.register(Command.titled(words, "images.export-measurements", () -> exportMeasurements(words)));
    }

    /** What the active place shows is taken down at once; writing and reading back wait on {@code io}. */
    private void exportState(Messages words, StateExport.Extent extent) {
        StateExport export = new StateExport(
                house.library(), house.base().paths().exports(), house.base().clock());
        try {
            StateExport.Task task = export.of(session, extent, MarkWords.standard()::lines);
            write(words, "state.failed", () -> told(words, task.run()));
        } catch (CandelaException e) {
            session.tell(refused(words, "state.failed", e));
        }
    }

    private static String told(Messages words, StateExport.Written written) {
        return words.text(
                        "state.written",
                        String.valueOf(written.images()),
                        String.valueOf(written.files().size()),
                        written.files().get(0))
                + leftOut(words, "state.left-out", written.leftOut());
    }

    private void exportMeasurements(Messages words) {
        session.study().ifPresent(study -> {
            List<Mark> marks = session.marks().all();
            MeasurementExport export = new MeasurementExport(
                    house.library(),
                    house.images(),
                    house.base().paths().exports(),
                    house.base().clock());
            write(
                    words,
                    "measurements.failed",
                    () -> told(words, export.write(study.banner().studyUid(), observer, marks)));
        });
    }

    private static String told(Messages words, MeasurementExport.Written written) {
        return words.text("measurements.written", String.valueOf(written.groups()), written.file())
                + leftOut(words, "measurements.left-out", written.leftOut());
    }

    private void exportKeyImages(Messages words) {
        session.study().ifPresent(study -> {
            Set<FrameKey> marked = Set.copyOf(session.keyImages().marked());
            KeyObjectExport export = new KeyObjectExport(
                    house.library(),
                    house.base().paths().exports(),
                    house.base().clock());
            write(
                    words,
                    "key-object.failed",
                    () -> told(words, export.write(study.banner().studyUid(), marked)));
        });
    }

    private static String told(Messages words, KeyObjectExport.Written written) {
        return words.text("key-object.written", String.valueOf(written.images()), written.file())
                + leftOut(words, "key-object.left-out", written.leftOut());
    }

    /** Writes on {@code io} and tells the reader what came of it; {@code failed} words a failure that has none of its own. */
    private void write(Messages words, String failed, Async.Task<String> writing) {
        var unused = Async.supply(writing, io)
                .exceptionally(failure -> refused(words, failed, Async.causeOf(failure)))
                .thenAcceptAsync(session::tell, new UiExecutor());
    }

    private static String leftOut(Messages words, String key, int count) {
        return count == 0 ? "" : " " + words.text(key, String.valueOf(count));
    }

    private static String refused(Messages words, String failed, Throwable failure) {
        String code = failure instanceof CandelaException known ? known.code() : "internal";
        return words.has(code) ? words.text(code) : words.text(failed, code);
    }
}
