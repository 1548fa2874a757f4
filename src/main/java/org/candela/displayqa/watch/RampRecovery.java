package org.candela.displayqa.watch;

import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.watch.WatchBook.Subject;
import org.candela.displayqa.watch.WatchEvent.Event;
import org.candela.store.StoreException;

/**
 * Deals with the graphics LUTs that a killed program left behind, once at the start and before anything else is loaded.
 * Device thread.
 */
// [impl->req~displayqa.ramp-journal~1]
public final class RampRecovery {
    private final JournaledGraphicsLut graphicsLut;
    private final RampJournal journal;
    private final QaLedger ledger;
    private final WatchBook book;

    /** @param journal the one that {@code graphicsLut} writes */
    public RampRecovery(JournaledGraphicsLut graphicsLut, RampJournal journal, QaLedger ledger, WatchBook book) {
        this.graphicsLut = graphicsLut;
        this.journal = journal;
        this.ledger = ledger;
        this.book = book;
    }

    /** What was left behind on a display, and what became of it. */
    public enum Outcome {
        /** The last session ended in order. */
        NOTHING_LEFT("Nothing was left behind."),
        /** It was killed before its first change, or after it had put back what was there. */
        AS_FOUND("The graphics LUT is as it was before the session that was killed."),
        /** The display's table goes on; what was there before will go back at the end. */
        LEFT_TO_TABLE("The session was killed; the display's table decides what is loaded."),
        PUT_BACK("The session was killed; the graphics LUT found before it was put back."),
        /** Neither ours nor what we found: half a load, or another program's. */
        FOREIGN("The session was killed, and the graphics LUT is neither what it loaded nor what it found."),
        OTHER_SIZE("The session was killed, and the graphics LUT has another size since: what was there is lost.");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    /**
     * Finds out and acts.
     *
     * @throws CandelaException when the display cannot be read or refuses the ramp; the journal then waits for the next start
     */
    public Outcome recover(DisplayDevice display) throws CandelaException {
        Optional<RampJournal.Entry> left = journal.entry(display.id());
        if (left.isEmpty()) {
            return Outcome.NOTHING_LEFT;
        }
        Outcome outcome = recover(display, left.orElseThrow());
        if (outcome != Outcome.LEFT_TO_TABLE) {
            journal.clear(display.id());
        }
        book.keep(new Subject(display.id(), WatchKind.RAMP_LEFT_BEHIND, WatchCause.START), Event.NOTE, outcome.words);
        return outcome;
    }

    private Outcome recover(DisplayDevice display, RampJournal.Entry left) throws DeviceException, StoreException {
        GammaRamp now = graphicsLut.read(display);
        if (now.equals(left.found())) {
            return Outcome.AS_FOUND;
        }
        if (now.size() != left.found().size()) {
            return Outcome.OTHER_SIZE;
        }
        if (ledger.activeLut(display.id()).isPresent()) {
            graphicsLut.adopt(display);
            return Outcome.LEFT_TO_TABLE;
        }
        if (left.isOurs(now) || now.isBlank()) {
            graphicsLut.load(display, left.found());
            return Outcome.PUT_BACK;
        }
        return Outcome.FOREIGN;
    }
}
