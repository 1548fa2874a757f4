package org.candela.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.viewer.practice.PracticeTexts;
import org.candela.viewer.practice.PracticeTexts.Kind;

/**
 * How large words are on every screen, in steps of a quarter from 100 to 200 per cent; kept for the reader. FX thread, but
 * for {@link #load}.
 */
// [impl->req~shell.text-size~1]
public final class TextSize {
    /** As the workstation comes. */
    public static final int NORMAL = 100;

    static final int LARGEST = 200;
    private static final int STEP = 25;
    private static final String NAME = "text-size";

    private final ReadOnlyIntegerWrapper percent;
    private final Consumer<Integer> keep;

    /** @param keep told of every change */
    public TextSize(int percent, Consumer<Integer> keep) {
        this.percent = new ReadOnlyIntegerWrapper(held(percent));
        this.keep = keep;
    }

    /** What was kept, else what the practice says; {@link #NORMAL} where nothing was, or nothing that is a size. Reads the store. */
    public static int load(Database database) throws StoreException {
        return database.read(tx -> {
                    Optional<String> own = OwnPreferenceRepository.of(tx, NAME);
                    return own.isPresent() ? own : PracticeTexts.of(tx, Kind.TEXT_SIZE);
                })
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .map(TextSize::held)
                .orElse(NORMAL);
    }

    /** Keeps a size. Writes the store. */
    public static void save(Database database, int percent) throws StoreException {
        database.change(tx -> OwnPreferenceRepository.keep(tx, NAME, String.valueOf(percent)));
    }

    /** Per cent of the size the workstation comes with. */
    public ReadOnlyIntegerProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    /** {@code px} at this size. */
    double of(double px) {
        return px * percent.get() / NORMAL;
    }

    void larger() {
        use(percent.get() + STEP);
    }

    void smaller() {
        use(percent.get() - STEP);
    }

    private void use(int wanted) {
        if (held(wanted) != percent.get()) {
            percent.set(held(wanted));
            keep.accept(percent.get());
        }
    }

    /** Whether words can have this size. */
    static boolean isOne(int percent) {
        return held(percent) == percent && percent % STEP == 0;
    }

    private static int held(int wanted) {
        return Math.max(NORMAL, Math.min(LARGEST, wanted));
    }
}
