package org.candela.worklist.ui;

import java.util.Locale;

/**
 * How far a study is that is brought before it is opened.
 *
 * @param percent of its objects that are here
 */
public record AheadMark(Stage stage, int percent) {
    /** Where it stands. */
    public enum Stage {
        HERE,
        COMING,
        /** It comes next, or once the line is free. */
        WAITING,
        /** The disk, or what is set aside of it, has no room for it; it comes when it is opened. */
        NO_ROOM
    }

    /** Of a study that is not on its way now. */
    public static AheadMark of(Stage stage) {
        return new AheadMark(stage, 0);
    }

    /** {@code "coming 40 %"}. */
    String words() {
        String name = stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return stage == Stage.COMING ? name + " " + percent + " %" : name;
    }

    /** The same as a sentence of the tooltip. */
    String sentence() {
        return switch (stage) {
            case HERE -> "images are here";
            case COMING -> "images come: " + percent + " % are here";
            case WAITING -> "images come next";
            case NO_ROOM -> "images come when it is opened: no room to bring them ahead";
        };
    }
}
