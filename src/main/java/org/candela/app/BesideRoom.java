package org.candela.app;

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
import org.candela.viewer.object.BesideReading;
import org.candela.viewer.object.KeyObjectExport;

/** DICOM objects beside the images of the open case: read when it opens, written when asked. FX thread; waits on {@code io}. */
record BesideRoom(House house, ReadingSession session, Executor io) {
    /** Reads from now on, and adds the command that writes. */
    void follow(CommandBus bus) {
        new BesideReading(house.library(), io, new UiExecutor()).follow(session);
        Messages words = Messages.of(BesideRoom.class);
        String id = "images.export-key-object";
        bus.register(new Command(id, words.text("command." + id), () -> exportKeyImages(words)));
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
