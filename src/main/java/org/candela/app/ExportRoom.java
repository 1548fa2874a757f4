package org.candela.app;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.export.ExportDesk;
import org.candela.viewer.export.ExportLedger;
import org.candela.viewer.export.Exporter;
import org.candela.viewer.export.MarkLabels;
import org.candela.viewer.export.ui.ExportWindow;
import org.candela.viewer.ui.MarkWords;
import org.jspecify.annotations.Nullable;

/** Pictures of the open case that leave, behind their key. FX thread; files are read and written on {@code io}. */
final class ExportRoom {
    private final House house;
    private final ReadingSession session;
    private final Executors executors;
    private final String reader;
    private @Nullable ExportDesk current;

    /** @param reader who confirms, for the audit log */
    ExportRoom(House house, ReadingSession session, Executors executors, String reader) {
        this.house = house;
        this.session = session;
        this.executors = executors;
        this.reader = reader;
    }

    /** Adds the command; {@code owner} is the work window, empty while there is none. */
    void follow(CommandBus bus, Supplier<Optional<? extends Window>> owner) {
        Messages words = Messages.of(ExportRoom.class);
        bus.register(
                Command.titled(words, "images.export", () -> owner.get().ifPresent(window -> open(words, window))));
        session.onChange(() -> {
            if (current != null) {
                current.keepToCase();
            }
        });
    }

    private void open(Messages words, Window owner) {
        if (session.study().isEmpty()) {
            session.tell(words.text("documents.NO_CASE"));
            return;
        }
        ExportDesk desk = new ExportDesk(session, services());
        current = desk;
        new ExportWindow(desk, owner, house.base().paths().exports()).open();
    }

    private ExportDesk.Services services() {
        MarkWords screen = MarkWords.ofScreen();
        return new ExportDesk.Services(
                house.library(),
                house.images(),
                new Exporter(
                        house.images(), house.images().encoder(), house.base().clock()),
                new ExportLedger(house.base().database(), house.base().clock(), reader),
                new MarkLabels(screen::lines, screen::lines),
                house.base().clock(),
                executors.io(),
                new UiExecutor());
    }
}
