package org.candela.app;

import java.util.List;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.lock.RoomLock;
import org.candela.lock.RoomLock.State;
import org.candela.report.SignGate;
import org.candela.shell.CaseGate;
import org.candela.shell.ReadingBlockedException;
import org.candela.worklist.ReadingItem;

/** What nobody can do while the workstation is locked or looked at in an emergency, whichever way he comes. */
// [impl->req~lock.read-only~1]
record LockedGates(RoomLock lock) {
    private static final String WORDS =
            "The workstation is locked or open in an emergency: nothing can be changed. Unlock it.";

    /** Commands that change nothing: what is seen of the images that hang. */
    private static final List<String> LOOKING = List.of(
            "viewer.next-",
            "viewer.previous-",
            "viewer.page-",
            "viewer.first-image",
            "viewer.last-image",
            "viewer.cine",
            "viewer.enlarge",
            "viewer.invert",
            "viewer.overlays",
            "viewer.interpolation",
            "viewer.preset.",
            "viewer.reset",
            "viewer.one-to-one",
            "viewer.true-size",
            "viewer.magnifier");

    private static final Set<String> ALWAYS = Set.of("lock.now", "app.larger", "app.smaller", "app.keys");

    /** Whether a command may run now. */
    boolean allows(String command) {
        return switch (lock.state()) {
            case OPEN -> true;
            case LOCKED -> command.equals("lock.now");
            case EMERGENCY -> ALWAYS.contains(command) || LOOKING.stream().anyMatch(command::startsWith);
        };
    }

    private boolean isOpen() {
        return lock.state() == State.OPEN;
    }

    /** Nothing is signed. */
    SignGate beforeSigning(SignGate gate) {
        SignGate locked =
                (study, meaning) -> isOpen() ? List.of() : List.of(new SignGate.Obstacle("sign.locked", WORDS));
        return SignGate.both(locked, gate);
    }

    /** Nothing is claimed. */
    CaseGate beforeClaiming(CaseGate gate) {
        return new CaseGate() {
            @Override
            public void pass(ReadingItem item) throws CandelaException {
                requireOpen();
                gate.pass(item);
            }

            @Override
            public void overrule(ReadingItem item, String reason) throws CandelaException {
                requireOpen();
                gate.overrule(item, reason);
            }
        };
    }

    private void requireOpen() throws CandelaException {
        if (!isOpen()) {
            throw new ReadingBlockedException(List.of(WORDS), ReadingBlockedException.Way.MEND);
        }
    }
}
