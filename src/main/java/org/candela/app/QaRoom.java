package org.candela.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.candela.base.ScreenId;
import org.candela.displayqa.ui.DisplayQaViewModel;

/**
 * The page of display QA, with what watches over displays between its runs.
 *
 * @param watch over graphics LUTs, where a driver reads them
 * @param drift of monitors' settings and of the room's light
 */
record QaRoom(House house, Executors executors, Optional<DisplayWatch> watch, DriftWatch drift) {
    /**
     * The page's state.
     *
     * @param refreshed called on the device thread after each run
     */
    DisplayQaViewModel model(Screens screens, Executor ui, String reader, Consumer<ScreenId> refreshed) {
        RoomMeter meter = new RoomMeter(house.displays().meters());
        RoomStation station = new RoomStation(
                screens,
                ui,
                house.base().clock(),
                watch,
                new RoomStation.Means(meter, reader, house.displays().ledger()));
        return new DisplayQaViewModel(
                new DisplayQaViewModel.Services(
                        station,
                        house.displays().ledger(),
                        house.displays().standards().profiles(),
                        house.base().paths(),
                        reader),
                new DisplayQaViewModel.Threads(executors.device(), executors.io(), ui),
                house.base().clock(),
                screen -> {
                    watch.ifPresent(DisplayWatch::measured);
                    drift.measured();
                    refreshed.accept(screen);
                });
    }
}
