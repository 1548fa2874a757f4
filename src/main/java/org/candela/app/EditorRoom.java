package org.candela.app;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.candela.base.Async;
import org.candela.report.ImageFacts;
import org.candela.report.ui.ReportView;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.CaseDesk;
import org.candela.shell.CommandBus;
import org.candela.shell.OpenedCase;
import org.candela.ui.UiExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands around the report editor: macros, versions, holds, spelling, what the images say. FX thread; works aside. */
record EditorRoom(House house, Executors executors, Reporting reporting, CaseDesk cases) {
    private static final Logger LOG = LoggerFactory.getLogger(EditorRoom.class);

    /** The editor of {@code model} with everything around it; {@code owner} is the work window, empty while there is none. */
    ReportView furnish(CommandBus bus, ReportViewModel model, Supplier<Optional<? extends Window>> owner) {
        MacroRoom.of(house, executors, reporting).follow(model);
        new VersionsRoom(house, reporting.services(), executors, () -> cases.currentProperty()
                        .get())
                .follow(bus, owner);
        cases.currentProperty().addListener((value, before, now) -> now.ifPresent(opened -> ask(opened, model)));
        ReportView view = new ReportView(model);
        WritingRoom.of(house, executors, reporting).follow(model, view);
        HoldRoom.of(house, executors, reporting.services(), model).follow(bus, view, owner);
        return view;
    }

    /** Headers are read aside; what they say counts while their case is open. */
    private void ask(OpenedCase opened, ReportViewModel model) {
        var unused = Async.supply(() -> StudyFacts.of(opened.study()), executors.io())
                .whenCompleteAsync((facts, failure) -> told(opened, facts, failure, model), new UiExecutor());
    }

    private void told(OpenedCase opened, ImageFacts facts, @Nullable Throwable failure, ReportViewModel model) {
        if (failure != null) {
            LOG.warn(
                    "checks go without the headers of the images: {}",
                    failure.getClass().getSimpleName());
        } else if (cases.currentProperty().get().filter(opened::equals).isPresent()) {
            model.imagesSay(facts);
        }
    }
}
