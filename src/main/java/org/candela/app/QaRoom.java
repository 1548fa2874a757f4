package org.candela.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.candela.base.Cancellation;
import org.candela.base.ScreenId;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.typed.TypedMeters;
import org.candela.displayqa.ChosenMeters;
import org.candela.displayqa.ui.DisplayQaViewModel;
import org.candela.displayqa.ui.HandReadings;
import org.candela.displayqa.ui.MetersViewModel;
import org.candela.displayqa.ui.PageServices;
import org.candela.displayqa.ui.PageThreads;
import org.candela.displayqa.ui.QaBook;
import org.candela.displayqa.watch.QaIntervals;
import org.candela.displayqa.watch.QaSnoozes;
import org.candela.displayqa.watch.QaTimetable;
import org.candela.facility.Facility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of display QA, with what watches over displays between its runs.
 *
 * @param watch over graphics LUTs, where a driver reads them
 * @param drift of monitors' settings and of the room's light
 */
record QaRoom(House house, Executors executors, Optional<DisplayWatch> watch, DriftWatch drift) {
    private static final Logger LOG = LoggerFactory.getLogger(QaRoom.class);

    /** Who reads, and on which displays now. */
    record Reading(String reader, Supplier<List<ScreenId>> displays) {}

    /**
     * The page's state.
     *
     * @param refreshed called on the device thread after each run
     */
    DisplayQaViewModel model(Screens screens, Executor ui, Reading reading, Consumer<ScreenId> refreshed) {
        HandReadings readings = new HandReadings(ui);
        MeterShelf shelf = house.displays().meters().with(new TypedMeters(readings));
        ChosenMeters chosen = new ChosenMeters(house.base().database());
        RoomMeter meter =
                new RoomMeter(shelf, () -> chosen.remembered().stream().toList(), new Cancellation());
        RoomStation station = new RoomStation(
                screens,
                ui,
                house.base().clock(),
                watch,
                new RoomStation.Means(
                        meter,
                        reading.reader(),
                        house.displays().ledger(),
                        RunSites.of(screens.reached().drivers(), ui),
                        monitorLuts(screens),
                        new RoomStation.Surroundings(screens.reached().sensor(), reading.displays())));
        return new DisplayQaViewModel(
                new PageServices(
                        station,
                        house.displays().ledger(),
                        house.displays().standards().profiles(),
                        house.base().paths(),
                        reading.reader(),
                        Optional.of(book()),
                        Optional.of(new MetersViewModel.Desk(shelf, chosen, readings, reading.reader()))),
                new PageThreads(executors.device(), executors.io(), ui),
                house.base().clock(),
                screen -> {
                    watch.ifPresent(DisplayWatch::measured);
                    drift.measured();
                    refreshed.accept(screen);
                });
    }

    /** Those of before a kill are put right first, on the device thread. */
    private MonitorLuts monitorLuts(Screens screens) {
        MonitorLuts luts = MonitorLuts.journaled(
                house.base().paths(),
                screens.reached().drivers(),
                house.displays().ledger());
        executors.device().execute(() -> {
            try {
                luts.recover(screens.inventory().displays());
            } catch (DeviceException e) {
                LOG.warn("the displays cannot be asked for what was left within them [{}]", e.code());
            }
        });
        return luts;
    }

    private QaBook book() {
        House.Base base = house.base();
        QaSnoozes snoozes = new QaSnoozes(base.database(), base.audit(), base.clock());
        return new QaBook(
                new QaTimetable(house.displays().ledger(), snoozes, base.clock()),
                snoozes,
                house.displays().standards().profiles().stream()
                        .map(QaIntervals::of)
                        .toList(),
                house.reached().sources().keySet().stream()
                        .sorted(Comparator.comparing(Facility::name))
                        .toList());
    }
}
