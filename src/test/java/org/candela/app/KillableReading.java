package org.candela.app;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.shell.ScreenRole;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.layout.Hanging;
import org.candela.viewer.layout.Hung;
import org.candela.viewer.layout.Place;

/** Reads in a {@link KillableWorkstation} by real keys, and tells what would be missed. Not the FX thread. */
final class KillableReading {
    /** Begins the line of what hangs and how it looks, wherever it was scrolled to. */
    static final String LAID = "laid";
    /** Begins the line of how far the work is: slice, marks, key images, characters. */
    static final String AT = "at";

    private final OpenRoom open;
    private final Consumer<String> tell;
    private final Runnable toWords;

    /** @param toWords brings the keyboard to the field of the findings */
    KillableReading(OpenRoom open, Consumer<String> tell, Runnable toWords) {
        this.open = open;
        this.tell = tell;
        this.toWords = toWords;
    }

    /** Lays images out in a way of the reader's own and marks one. */
    void lay() {
        Fx.until("the keyboard on the images", () -> {
            if (!left().isFocused()) {
                open.bus().run("images.focus"); // without a window manager the one that was killed may have taken it
                // along
            }
            return left().isFocused();
        });
        for (String command : List.of("viewer.grid.2", "viewer.preset.2", "viewer.turn", "viewer.invert")) {
            Fx.run(() -> open.bus().run(command));
        }
        keys(KeyCode.L, KeyCode.PAGE_DOWN, KeyCode.K);
        Fx.until("a key image", () -> !session().keyImages().marked().isEmpty());
        look();
    }

    /** Scrolls, measures and writes until it is killed. */
    void work() {
        for (int round = 0; true; round++) {
            keys(KeyCode.F10, KeyCode.DOWN);
            if (round % 2 == 0) {
                keys(KeyCode.ENTER, KeyCode.ENTER, KeyCode.DOWN, KeyCode.ENTER, KeyCode.ESCAPE);
            } else {
                keys(KeyCode.UP, KeyCode.DOWN);
                toWords.run();
                keys(KeyCode.A);
            }
            tellProgress();
        }
    }

    void look() {
        tell.accept(LAID + " " + Fx.call(() -> laid(session().lightbox().hanging())));
        tellProgress();
    }

    private void tellProgress() {
        tell.accept(Fx.call(() -> String.format(
                Locale.ROOT,
                "%s %d %d %d %d",
                AT,
                session().viewport(Place.LEFT).frameIndex(),
                session().marks().all().size(),
                session().keyImages().marked().size(),
                open.models()
                        .report()
                        .textProperty(KillableWorkstation.FIELD)
                        .get()
                        .length())));
    }

    private static String laid(Hanging hanging) {
        StringBuilder laid = new StringBuilder(String.valueOf(hanging.grids()));
        for (Place place : hanging.hung().keySet()) {
            Hung hung = hanging.at(place).orElseThrow();
            laid.append(place).append(hung.stack().seriesUid()).append(hung.appearance());
        }
        return laid.toString().replaceAll("@[0-9a-f]+", "");
    }

    private void keys(KeyCode... codes) {
        for (KeyCode code : codes) {
            Fx.run(() -> new Robot().keyType(code));
            Fx.settle();
        }
    }

    private ReadingSession session() {
        return open.reading().session();
    }

    private Stage left() {
        return open.room().desk().windowOf(ScreenRole.DIAGNOSTIC_LEFT).orElseThrow();
    }
}
