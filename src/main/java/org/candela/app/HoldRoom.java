package org.candela.app;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.report.Ledger;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.ReportStates;
import org.candela.report.ui.HoldModel;
import org.candela.report.ui.HoldWindow;
import org.candela.report.ui.ReportServices;
import org.candela.report.ui.ReportView;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;

/** Says on the desk that its report is held, and opens the window that holds and releases it, by a key. FX thread. */
// [impl->req~report.hold~1]
final class HoldRoom {
    private final ReportViewModel report;
    private final ReportServices services;
    private final Supplier<HoldModel> models;
    /** Of the report on the desk. */
    private final HoldModel model;

    private final Messages words = Messages.of(HoldRoom.class);

    private HoldRoom(ReportViewModel report, ReportServices services, Supplier<HoldModel> models) {
        this.report = report;
        this.services = services;
        this.models = models;
        this.model = models.get();
    }

    static HoldRoom of(House house, Executors executors, ReportServices services, ReportViewModel report) {
        House.Base base = house.base();
        ReportStates states = new ReportStates(new Ledger(base.database(), base.audit(), base.clock()));
        HoldModel.Means means = new HoldModel.Means(
                states, services.signer().id(), () -> services.autosave().flush());
        return new HoldRoom(
                report,
                services,
                () -> new HoldModel(means, new ReportViewModel.Threads(executors.io(), new UiExecutor())));
    }

    /** From now on; {@code owner} is the work window, empty while there is none. */
    void follow(CommandBus bus, ReportView view, Supplier<Optional<? extends Window>> owner) {
        report.reportProperty().addListener((value, before, now) -> look(now));
        model.standingProperty()
                .addListener((value, before, now) -> view.tellHeld(now.filter(this::isOnDesk)
                        .filter(HoldModel.Standing::isHeld)
                        .map(held -> words.text("hold.told", held.reason()))
                        .orElse("")));
        bus.register(Command.titled(words, "report.hold", () -> owner.get().ifPresent(this::show)));
    }

    private void look(Optional<OpenReport> now) {
        now.ifPresent(open -> {
            var unused = model.open(open.draft().id());
        });
    }

    private boolean isOnDesk(HoldModel.Standing standing) {
        return report.draft()
                .map(ReportDraft::id)
                .filter(standing.report()::equals)
                .isPresent();
    }

    /** A draft of which nothing is on the disk yet is put there first, or its next opening would be of another report. */
    private void show(Window owner) {
        report.draft().ifPresent(draft -> {
            if (!report.readOnlyProperty().get()) {
                services.autosave().edited(draft);
            }
            HoldModel asked = models.get();
            var unused = asked.open(draft.id());
            asked.standingProperty()
                    .addListener(
                            (value, before, now) -> look(report.reportProperty().get()));
            new HoldWindow(new Stage(), owner, asked).open();
        });
    }
}
