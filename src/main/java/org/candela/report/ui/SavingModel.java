package org.candela.report.ui;

import java.time.Clock;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.candela.report.DraftAutosave.SaveStanding;
import org.candela.ui.Messages;

/** Whether what is written is on disk. FX thread. */
final class SavingModel {
    private final DeskState desk;
    private final Messages words;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Notice> saving = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private SaveMark mark = SaveMark.UNTOUCHED;

    SavingModel(DeskState desk, Messages words, Clock clock) {
        this.desk = desk;
        this.words = words;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Notice> property() {
        return saving.getReadOnlyProperty();
    }

    /** Another report is on the desk. */
    void begin() {
        mark = SaveMark.UNTOUCHED;
        show();
    }

    void clear() {
        saving.set(Notice.NONE);
    }

    void edited() {
        mark = mark.waiting();
        show();
    }

    void saved(SaveStanding standing) {
        boolean isOnDesk =
                desk.fields().draft().filter(standing.draft()::equals).isPresent();
        if (isOnDesk || (!standing.isSaved() && desk.report.get().isPresent())) {
            SaveMark.State state = standing.isSaved() ? SaveMark.State.SAVED : SaveMark.State.FAILED;
            mark = new SaveMark(state, standing.at(), standing.problem());
            show();
        }
    }

    /** What was signed was saved in the same transaction. */
    void signed(Instant at) {
        mark = new SaveMark(SaveMark.State.SAVED, at, "");
        show();
    }

    /** Ages move on. */
    void show() {
        saving.set(
                desk.report.get().isEmpty() || desk.isFinal.get()
                        ? Notice.NONE
                        : new Notice(mark.tone(), mark.text(words, clock.instant())));
    }
}
