package org.candela.worklist.ui;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.candela.ui.Messages;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ui.AheadMark.Stage;

/** How far the studies are that are brought ahead, for their rows, and what the reader should know of it in one line. */
// [impl->req~worklist.ahead~1]
public final class AheadMarks {
    private final Executor ui;
    private final Runnable redraw;
    private volatile Map<ReadingItem.Id, AheadMark> newest = Map.of();
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final Messages words = Messages.of(WorklistView.class);

    /** @param redraw done on the FX thread after each change */
    AheadMarks(Executor ui, Runnable redraw) {
        this.ui = ui;
        this.redraw = redraw;
    }

    /** Shows these and no others. Any thread; what is the same again changes nothing. */
    public void show(Map<ReadingItem.Id, AheadMark> marks) {
        if (isNews(marks)) {
            ui.execute(() -> {
                line.set(lineFor(newest));
                redraw.run();
            });
        }
    }

    private synchronized boolean isNews(Map<ReadingItem.Id, AheadMark> marks) {
        boolean isNews = !marks.equals(newest);
        newest = Map.copyOf(marks);
        return isNews;
    }

    /** Of one row; empty for one that is not brought ahead. */
    public Optional<AheadMark> of(ReadingItem.Id id) {
        return Optional.ofNullable(newest.get(id));
    }

    /** What the reader can do something about; blank when there is nothing. FX thread. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    private String lineFor(Map<ReadingItem.Id, AheadMark> marks) {
        long without = marks.values().stream()
                .filter(mark -> mark.stage() == Stage.NO_ROOM)
                .count();
        return without == 0 ? "" : words.text("worklist.ahead.room", without);
    }
}
