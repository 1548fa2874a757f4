package org.candela.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candela.viewer.picture.ScreenPitch;

/**
 * Two pairs of lines on a monitor, moved until something of known length fits between each: across, then downwards. FX thread;
 * needs no toolkit.
 */
// [impl->req~shell.ruler~1]
final class Ruler {
    /** Beyond this share of what the panel states, a slip of the hand is more likely than a slip of its maker. */
    static final double SUSPICIOUS = 0.15;

    /** Where nothing is stated the lines begin as on a usual office monitor, mm. */
    private static final double USUAL_PITCH = 0.25;

    /** Leaves room for words around the lines. */
    private static final double MOST_OF_SCREEN = 0.8;

    private final DeskScreen screen;
    private Known known = Known.CARD;
    private long columns;
    private long rows;
    private boolean isConfirmed;

    /** Something of known length that is at hand. */
    enum Known {
        /** The long edge of a bank card (ISO/IEC 7810 ID-1). */
        CARD(85.60),
        RULER_100(100),
        RULER_200(200);

        private final double lengthMm;

        Known(double lengthMm) {
            this.lengthMm = lengthMm;
        }

        double lengthMm() {
            return lengthMm;
        }
    }

    /** How what the lines say stands to what the panel states. */
    enum Verdict {
        FITS,
        /** To be confirmed by accepting it a second time. */
        SUSPICIOUS,
        /** No panel has such pixels: never accepted. */
        IMPOSSIBLE
    }

    Ruler(DeskScreen screen) {
        this.screen = screen;
        stand(screen.pitch().orElse(new ScreenPitch(USUAL_PITCH, USUAL_PITCH)));
    }

    DeskScreen screen() {
        return screen;
    }

    Known known() {
        return known;
    }

    /** Device pixels between the upright lines. */
    long columns() {
        return columns;
    }

    /** Device pixels between the level lines. */
    long rows() {
        return rows;
    }

    /** Moves the right line and the lower line by device pixels. */
    void move(long right, long down) {
        columns = Math.max(1, Math.min(screen.columns(), columns + right));
        rows = Math.max(1, Math.min(screen.rows(), rows + down));
        isConfirmed = false;
    }

    /** Another thing to lay on the screen, of those that find room; the lines go where it should fit. */
    void useNext() {
        ScreenPitch now = pitch();
        List<Known> all = List.of(Known.values());
        Known next = all.get((all.indexOf(known) + 1) % all.size());
        boolean hasRoom = next.lengthMm / now.columnMm() <= MOST_OF_SCREEN * screen.columns()
                && next.lengthMm / now.rowMm() <= MOST_OF_SCREEN * screen.rows();
        known = hasRoom ? next : Known.CARD;
        stand(now);
    }

    /** What the lines say as they stand. */
    ScreenPitch pitch() {
        return new ScreenPitch(known.lengthMm / columns, known.lengthMm / rows);
    }

    Verdict verdict() {
        if (!pitch().isOfAPanel()) {
            return Verdict.IMPOSSIBLE;
        }
        boolean isFar = screen.stated()
                .filter(stated -> Math.abs(pitch().columnMm() / stated.columnMm() - 1) > SUSPICIOUS
                        || Math.abs(pitch().rowMm() / stated.rowMm() - 1) > SUSPICIOUS)
                .isPresent();
        return isFar ? Verdict.SUSPICIOUS : Verdict.FITS;
    }

    /** Takes what the lines say; what is suspicious only when it is asked for twice, what is impossible never. */
    Optional<MeasuredPitch> accept(Instant now) {
        Verdict verdict = verdict();
        boolean isTaken = verdict == Verdict.FITS || (verdict == Verdict.SUSPICIOUS && isConfirmed);
        isConfirmed = verdict == Verdict.SUSPICIOUS;
        return isTaken
                ? Optional.of(new MeasuredPitch(pitch(), (int) screen.columns(), (int) screen.rows(), now))
                : Optional.empty();
    }

    /** Whether it waits to be accepted a second time. */
    boolean asksAgain() {
        return isConfirmed;
    }

    private void stand(ScreenPitch pitch) {
        columns = Math.max(1, Math.min(screen.columns(), Math.round(known.lengthMm / pitch.columnMm())));
        rows = Math.max(1, Math.min(screen.rows(), Math.round(known.lengthMm / pitch.rowMm())));
        isConfirmed = false;
    }
}
