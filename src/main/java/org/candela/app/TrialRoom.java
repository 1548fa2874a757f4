package org.candela.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.candela.base.Async;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.delivery.trial.Asking;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.trial.TrialResult;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.study.StudyImport;
import org.candela.ui.LinesDialog;
import org.candela.ui.Messages;
import org.candela.ui.Tone;
import org.candela.ui.UiExecutor;

/** Tries the services of all facilities from the open room; what comes of it stands in a dialog, line by line. FX thread. */
// [impl->req~app.facility-trial~1]
final class TrialRoom {
    static final Map<String, String> KEYS = Map.of("facilities.test", "Ctrl+Shift+F6");

    private final House house;
    private final Executors executors;
    private final UiExecutor ui = new UiExecutor();
    private final Messages words = Messages.of(TrialRoom.class);

    TrialRoom(House house, Executors executors) {
        this.house = house;
        this.executors = executors;
    }

    /** Adds the command; {@code owner} is the work window, empty while there is none. */
    void follow(CommandBus bus, Supplier<Optional<? extends Window>> owner) {
        bus.register(Command.titled(words, "facilities.test", () -> owner.get().ifPresent(this::open)));
    }

    private void open(Window owner) {
        Cancellation cancellation = new Cancellation();
        LinesDialog dialog = new LinesDialog(owner, words.text("trial.title"), cancellation::cancel);
        dialog.say(words.text("trial.running"));
        var unused = Async.run(() -> tryAll(dialog, cancellation), executors.io())
                .whenCompleteAsync(
                        (done, failure) -> dialog.say(
                                failure == null
                                        ? words.text("trial.done")
                                        : words.text("trial.failed", String.valueOf(Async.causeOf(failure)))),
                        ui);
    }

    private void tryAll(LinesDialog dialog, Cancellation cancellation) throws CandelaException {
        House.Base base = house.base();
        Facilities known = new Facilities(base.database(), base.audit(), base.clock());
        FacilityTrials trials = new FacilityTrials(
                house.reached().web(), executors, house.library().files().incoming(), base.ledger());
        for (Facility facility : house.reached().sources().keySet()) {
            if (!facility.id().equals(StudyImport.LOCAL)) {
                List<TrialResult> unused = trials.run(
                        new FacilityTrials.Tried(facility, known.services(facility.id()), Asking.CONNECTION),
                        result -> ui.execute(() -> tell(dialog, facility, result)),
                        cancellation);
            }
        }
    }

    private void tell(LinesDialog dialog, Facility facility, TrialResult result) {
        String service = facility.name() + ", " + result.service() + ": ";
        switch (result.verdict()) {
            case WORKS ->
                dialog.add(
                        Tone.GOOD,
                        service + result.told() + " (" + result.took().toMillis() + " ms)");
            case FAILS -> dialog.add(Tone.BAD, service + result.told() + ". " + result.remedy());
            case ENDED -> dialog.add(Tone.NEUTRAL, service + words.text("trial.ended"));
        }
    }
}
