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
        String id = "images.export-key-object";
        bus.register(new Command(id, words.text("command." + id), () -> exportKeyImages(words)));
        for (StateExport.Extent extent : StateExport.Extent.values()) {
            String state = "images.export-state." + extent.name().toLowerCase(Locale.ROOT);
            bus.register(new Command(state, words.text("command." + state), () -> exportState(words, extent)));
        }
        String measured = "images.export-measurements";
        bus.register(new Command(measured, words.text("command." + measured), () -> exportMeasurements(words)));
    }

    /** What the active place shows is taken down at once; writing and reading back wait on {@code io}. */
    private void exportState(Messages words, StateExport.Extent extent) {
        StateExport export = new StateExport(
                house.library(), house.base().paths().exports(), house.base().clock());
        try {
            StateExport.Task task = export.of(session, extent, MarkWords.standard()::lines);
            var unused = Async.supply(() -> told(words, task.run()), io)
                    .exceptionally(failure -> stateRefused(words, Async.causeOf(failure)))
                    .thenAcceptAsync(session::tell, new UiExecutor());
        } catch (CandelaException e) {
            session.tell(stateRefused(words, e));
        }
    }

    private static String told(Messages words, StateExport.Written written) {
        String left =
                written.leftOut() == 0 ? "" : " " + words.text("state.left-out", String.valueOf(written.leftOut()));
        return words.text(
                        "state.written",
                        String.valueOf(written.images()),
                        String.valueOf(written.files().size()),
                        written.files().get(0))
                + left;
    }

    private static String stateRefused(Messages words, Throwable failure) {
        String code = failure instanceof CandelaException known ? known.code() : "internal";
        return words.has(code) ? words.text(code) : words.text("state.failed", code);
    }

    private void exportMeasurements(Messages words) {
        session.study().ifPresent(study -> {
            List<Mark> marks = session.marks().all();
            MeasurementExport export = new MeasurementExport(
                    house.library(),
                    house.images(),
                    house.base().paths().exports(),
                    house.base().clock());
            var unused = Async.supply(
                            () -> told(words, export.write(study.banner().studyUid(), observer, marks)), io)
                    .exceptionally(failure -> notMeasured(words, Async.causeOf(failure)))
                    .thenAcceptAsync(session::tell, new UiExecutor());
        });
    }

    private static String told(Messages words, MeasurementExport.Written written) {
        String left = written.leftOut() == 0
                ? ""
                : " " + words.text("measurements.left-out", String.valueOf(written.leftOut()));
        return words.text("measurements.written", String.valueOf(written.groups()), written.file()) + left;
    }

    private static String notMeasured(Messages words, Throwable failure) {
        String code = failure instanceof CandelaException known ? known.code() : "internal";
        return words.has(code) ? words.text(code) : words.text("measurements.failed", code);
    }

    private void exportKeyImages(Messages words) {
        session.study().ifPresent(study -> {
            Set<FrameKey> marked = Set.copyOf(session.keyImages().marked());
            KeyObjectExport export = new KeyObjectExport(
                    house.library(),
                    house.base().paths().exports(),
                    house.base().clock());
            var unused = Async.supply(
                            () -> told(words, export.write(study.banner().studyUid(), marked)), io)
                    .exceptionally(failure -> refused(words, Async.causeOf(failure)))
                    .thenAcceptAsync(session::tell, new UiExecutor());
        });
    }

    private static String told(Messages words, KeyObjectExport.Written written) {
        String left = written.leftOut() == 0
                ? ""
                : " " + words.text("key-object.left-out", String.valueOf(written.leftOut()));
        return words.text("key-object.written", String.valueOf(written.images()), written.file()) + left;
    }

    private static String refused(Messages words, Throwable failure) {
        String code = failure instanceof CandelaException known ? known.code() : "internal";
        return words.has(code) ? words.text(code) : words.text("key-object.failed", code);
    }
}
