package org.candela.app;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.report.AmendmentAutosave;
import org.candela.report.ReportedStudy;
import org.candela.report.ui.ReportServices;
import org.candela.report.ui.ReportViewModel;
import org.candela.report.ui.VersionsModel;
import org.candela.report.ui.VersionsWindow;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.shell.OpenedCase;
import org.candela.shell.ReportedCases;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the signed versions of the report of the case on the screens, by a key. FX thread. */
final class VersionsRoom {
    static final Map<String, String> KEYS = Map.of("report.versions", "Ctrl+Shift+F8");

    private static final Logger LOG = LoggerFactory.getLogger(VersionsRoom.class);

    private final House house;
    private final ReportServices services;
    private final Executors executors;
    private final Supplier<Optional<OpenedCase>> opened;

    VersionsRoom(House house, ReportServices services, Executors executors, Supplier<Optional<OpenedCase>> opened) {
        this.services = services;
        this.executors = executors;
        this.opened = opened;
        this.house = house;
    }

    /** Adds the command; {@code owner} is the work window, empty while there is none. */
    void follow(CommandBus bus, Supplier<Optional<? extends Window>> owner) {
        bus.register(Command.titled(Messages.of(VersionsRoom.class), "report.versions", () -> owner.get()
                .ifPresent(this::show)));
    }

    private void show(Window owner) {
        study().ifPresent(study -> {
            VersionsModel model = new VersionsModel(
                    new VersionsModel.Means(
                            services.reports(),
                            services.signing(),
                            services.signer(),
                            new AmendmentAutosave(
                                    house.base().database(),
                                    executors.scheduler(),
                                    house.base().clock())),
                    new ReportViewModel.Threads(executors.io(), new UiExecutor()));
            var unused = model.open(study);
            opened.get().ifPresent(now -> {
                var unusedToo = Async.supply(() -> StudyFacts.of(now.study()), executors.io())
                        .thenAcceptAsync(model::imagesSay, new UiExecutor());
            });
            new VersionsWindow(new Stage(), owner, model).open();
        });
    }

    private Optional<ReportedStudy> study() {
        return opened.get().flatMap(now -> {
            try {
                return Optional.of(ReportedCases.of(now));
            } catch (CandelaException e) {
                LOG.info("the open case has no report: {}", e.code()); // the panel of the report says why
                return Optional.empty();
            }
        });
    }
}
