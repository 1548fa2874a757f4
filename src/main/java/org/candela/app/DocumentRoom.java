package org.candela.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.candela.base.ScreenId;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.document.DocumentFiles;
import org.candela.viewer.document.DocumentStep;
import org.candela.viewer.document.Documents;
import org.candela.viewer.document.Documents.Opening;
import org.candela.viewer.document.DocumentsOfCase;
import org.candela.viewer.document.ui.DocumentCover;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.ui.PlaceCover;

/** The documents of the open case, behind their keys. FX thread; files are read on {@code io}. */
record DocumentRoom(House house, ReadingSession session, Documents documents, Executor io) {
    static DocumentRoom of(House house, ReadingSession session, Executor io) {
        return new DocumentRoom(
                house, session, new Documents(session, new DocumentFiles(io, new UiExecutor()), new UiExecutor()), io);
    }

    /** Looks for documents from now on, and adds the commands; {@code focusImages} brings the keyboard to the images. */
    void follow(CommandBus bus, Runnable focusImages) {
        new DocumentsOfCase(house.library(), io, new UiExecutor()).follow(session, documents);
        Messages words = Messages.of(DocumentRoom.class);
        bus.register(Command.titled(words, "documents.open", () -> open(words, focusImages)));
        bus.register(Command.titled(words, "documents.find", documents::beginSearch));
        bus.register(Command.titled(words, "documents.zoom-in", () -> documents.step(DocumentStep.ZOOM_IN)));
        bus.register(Command.titled(words, "documents.zoom-out", () -> documents.step(DocumentStep.ZOOM_OUT)));
        bus.letTake(documents::take);
    }

    /** What lies over the places of the desk; {@code pitches} tells the distance of the pixels of a monitor. */
    PlaceCover cover(Function<ScreenId, Optional<ScreenPitch>> pitches) {
        return (place, screen) -> Optional.of(DocumentCover.of(
                documents, place, new DocumentCover.Desk(() -> pitches.apply(screen), new UiExecutor())));
    }

    private void open(Messages words, Runnable focusImages) {
        Opening opening = documents.open();
        if (opening == Opening.OPENED) {
            focusImages.run();
        } else {
            session.tell(words.text("documents." + opening));
        }
    }
}
