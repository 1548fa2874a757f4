package org.candela.displayqa.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/** Whether one kind of drift was seen on the displays in use; answers at once. */
// [impl->req~displayqa.settings-watch~1]
// [impl->req~displayqa.ambient-watch~1]
public final class DriftCheck implements ReadinessCheck {
    private final Kind kind;
    private final Function<ScreenId, Optional<String>> alarm;
    private final Supplier<List<ScreenId>> which;

    /** What drifts, how much that matters, and what to do. */
    public enum Kind {
        /** The light is no longer that of the run. */
        SETTINGS(
                "display.settings",
                "Monitor settings",
                Status.BLOCKED,
                "Set them back on the monitor, or calibrate it anew."),
        AMBIENT("display.ambient", "Light of the room", Status.WARNING, "Dim the room, or calibrate in this light.");

        private final String id;
        private final String title;
        private final Status status;
        private final String whatToDo;

        Kind(String id, String title, Status status, String whatToDo) {
            this.id = id;
            this.title = title;
            this.status = status;
            this.whatToDo = whatToDo;
        }
    }

    /** @param which displays in use for reading now */
    public DriftCheck(Kind kind, Function<ScreenId, Optional<String>> alarm, Supplier<List<ScreenId>> which) {
        this.kind = kind;
        this.alarm = alarm;
        this.which = which;
    }

    @Override
    public ReadinessItem evaluate() {
        for (ScreenId display : which.get()) {
            Optional<String> found = alarm.apply(display);
            if (found.isPresent()) {
                return new ReadinessItem(
                        kind.id, kind.title, kind.status, display + ": " + found.orElseThrow(), kind.whatToDo);
            }
        }
        return ReadinessItem.ready(kind.id, kind.title, "No change was seen.");
    }
}
