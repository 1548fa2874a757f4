package org.candela.app;

import java.util.Map;
import java.util.concurrent.Executor;
import org.candela.base.MemoryBudget;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.shell.PriorListView;
import org.candela.study.FrameLoader;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.shelf.ui.CaseShelf;
import org.candela.viewer.shelf.ui.RegionListView;
import org.candela.viewer.shelf.ui.RegionListViewModel;
import org.candela.viewer.shelf.ui.SeriesListView;
import org.candela.viewer.shelf.ui.SeriesListViewModel;
import org.candela.viewer.stack.Thumbnails;
import org.candela.viewer.ui.MarkListView;
import org.candela.viewer.ui.MarkListViewModel;

/** Series, regions and marks of the open case on the work screen, behind their keys. FX thread. */
record ShelfRoom(CaseShelf shelf) {
    static final Map<String, String> KEYS = Map.of(
            "shelf.series", "Ctrl+L",
            "shelf.marks", "Ctrl+J",
            "shelf.regions", "Ctrl+Shift+J",
            "shelf.priors", "Ctrl+Shift+H");

    /** How small pictures are made. */
    record Pictures(FrameLoader loader, MemoryBudget memory, Executor render) {}

    /** {@code toImages} brings the keyboard to the images; small pictures are drawn by {@code pictures}. */
    static ShelfRoom of(ReadingSession session, Pictures pictures, PriorListView priors, Runnable toImages) {
        Thumbnails thumbnails = new Thumbnails(
                pictures.loader(),
                new Thumbnails.Threads(pictures.render(), new UiExecutor()),
                pictures.memory().account(MemoryBudget.Use.THUMBNAILS),
                new CanvasSize(SeriesListView.PICTURE, SeriesListView.PICTURE));
        return new ShelfRoom(CaseShelf.of(
                SeriesListView.of(SeriesListViewModel.of(session, thumbnails), toImages),
                RegionListView.of(RegionListViewModel.of(session), toImages),
                MarkListView.of(MarkListViewModel.of(session), toImages),
                new CaseShelf.Priors(priors, priors.countProperty()),
                toImages));
    }

    /** Adds the commands. */
    void follow(CommandBus bus) {
        Messages words = Messages.of(ShelfRoom.class);
        bus.register(Command.titled(words, "shelf.series", () -> show(bus, shelf::focusSeries)));
        bus.register(Command.titled(words, "shelf.regions", () -> show(bus, shelf::focusRegions)));
        bus.register(Command.titled(words, "shelf.priors", () -> show(bus, shelf::focusPriors)));
        bus.register(Command.titled(words, "shelf.marks", () -> show(bus, shelf::focusMarks)));
    }

    /** On the page it stands on, whatever the work screen showed before. */
    private static void show(CommandBus bus, Runnable focus) {
        bus.run("work.reading");
        focus.run();
    }
}
