package org.candela.app;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.print.PrintDesk;
import org.candela.viewer.print.PrintLedger;
import org.candela.viewer.print.SheetBinder;
import org.candela.viewer.print.SystemPrinters;
import org.candela.viewer.print.ui.PrintWindow;
import org.candela.viewer.ui.MarkWords;
import org.jspecify.annotations.Nullable;

/** Pictures of the open case on paper, behind their key. FX thread; files are read and written on {@code io}. */
final class PrintRoom {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'candela-print-'yyyyMMdd-HHmmss'.pdf'");

    private final House house;
    private final ReadingSession session;
    private final Executors executors;
    private final String reader;
    private @Nullable PrintDesk current;

    /** @param reader who prints, for the audit log */
    PrintRoom(House house, ReadingSession session, Executors executors, String reader) {
        this.house = house;
        this.session = session;
        this.executors = executors;
        this.reader = reader;
    }

    /** Adds the command; {@code owner} is the work window, empty while there is none. */
    void follow(CommandBus bus, Supplier<Optional<? extends Window>> owner) {
        Messages words = Messages.of(PrintRoom.class);
        bus.register(Command.titled(words, "images.print", () -> owner.get().ifPresent(window -> open(words, window))));
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
        PrintDesk desk = new PrintDesk(session, services());
        current = desk;
        String name = LocalDateTime.now(house.base().clock()).format(NAME);
        new PrintWindow(desk, owner, house.base().paths().exports().resolve(name)).open();
    }

    private PrintDesk.Services services() {
        return new PrintDesk.Services(
                house.library(),
                house.images(),
                new SheetBinder(house.images(), house.base().clock()),
                new PrintLedger(house.base().database(), house.base().clock(), reader),
                MarkWords.ofScreen()::lines,
                SystemPrinters::found,
                executors.io(),
                new UiExecutor());
    }
}
