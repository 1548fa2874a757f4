package org.candela.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.delivery.trial.Asking;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.Secrets;
import org.candela.facility.ServiceEndpoint;
import org.candela.facility.trial.TrialResult;
import org.candela.facility.ui.FacilitiesModel;
import org.candela.facility.ui.FacilitiesWindow;
import org.candela.facility.ui.FacilityEntry;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.study.StudyImport;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;

/** The window of facilities in the open room. FX thread; what it keeps is kept on the I/O executor. */
// [impl->req~facility.window~1]
final class FacilityRoom implements FacilitiesModel.Book {
    static final Map<String, String> KEYS = Map.of("facilities.open", "Ctrl+Shift+F5");

    private final House house;
    private final Executors executors;
    private final FacilityTexts texts;

    /** @param report what is on the desk */
    FacilityRoom(House house, Executors executors, Reporting reporting, ReportViewModel report) {
        this.house = house;
        this.executors = executors;
        this.texts = new FacilityTexts(house, executors, reporting, report);
    }

    /** Adds the command; {@code owner} is the work window, empty while there is none. */
    void follow(CommandBus bus, Supplier<Optional<? extends Window>> owner) {
        bus.register(Command.titled(Messages.of(FacilityRoom.class), "facilities.open", () -> owner.get()
                .ifPresent(window -> window(window).open())));
    }

    private FacilitiesWindow window(Window owner) {
        return new FacilitiesWindow(
                new Stage(), owner, new FacilitiesModel(this, executors.io(), new UiExecutor()), texts);
    }

    private Facilities facilities() {
        House.Base base = house.base();
        return new Facilities(base.database(), base.audit(), base.clock());
    }

    @Override
    public List<Facility> list() throws CandelaException {
        return facilities().list().stream()
                .filter(facility -> !facility.isDemo() && !facility.id().equals(StudyImport.LOCAL))
                .toList();
    }

    @Override
    public List<ServiceEndpoint> services(FacilityId facility) throws CandelaException {
        return facilities().services(facility);
    }

    /** The secret first: a facility is not kept whose password cannot be. */
    @Override
    public void save(Facility facility, FacilityEntry.Services services, String secret) throws CandelaException {
        if (!secret.isEmpty()) {
            house.reached().web().keep(facility.id(), Secrets.Use.PASSWORD, secret);
        }
        house.reached().web().requireAccess(facility);
        Facilities known = facilities();
        known.add(facility);
        for (ServiceEndpoint endpoint : services.dropped()) {
            known.dropService(endpoint);
        }
        for (ServiceEndpoint endpoint : services.saved()) {
            known.saveService(endpoint);
        }
    }

    @Override
    public List<String> test(Facility facility, Cancellation cancellation) throws CandelaException {
        House.Base base = house.base();
        return new FacilityTrials(
                        house.reached().web(),
                        executors,
                        house.library().files().incoming(),
                        base.ledger())
                        .run(
                                new FacilityTrials.Tried(facility, services(facility.id()), Asking.CONNECTION),
                                result -> {},
                                cancellation)
                        .stream()
                        .map(TrialResult::line)
                        .toList();
    }
}
