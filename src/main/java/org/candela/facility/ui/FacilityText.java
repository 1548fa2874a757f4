package org.candela.facility.ui;

import java.util.List;
import javafx.scene.image.Image;
import org.candela.base.CandelaException;

/**
 * A text that is kept for a facility, version by version, and what it comes to: how its reports are written, what it wants
 * done with critical findings. Blocks on the disk; any thread but the FX thread.
 */
public interface FacilityText {
    /** What is in force. */
    Kept kept() throws CandelaException;

    /** Texts to begin with, by name; may be none. */
    List<String> starters();

    /** One of {@link #starters}. */
    String starter(String name);

    /** In which forms what it comes to can be looked at, by name; at least one. */
    List<String> forms();

    /** Of what, by name; at least one. */
    List<String> subjects();

    /**
     * What the text comes to; nothing is kept.
     *
     * @throws CandelaException when it cannot be used, naming the line or the segment
     */
    Shown look(String text, Choice choice) throws CandelaException;

    /**
     * Keeps it; it counts from now on.
     *
     * @throws CandelaException when it cannot be used, naming the line; nothing is kept then
     */
    Kept keep(String text) throws CandelaException;

    /** @param standing which version it is, since when */
    record Kept(String text, String standing) {}

    /** Which form of which subject. */
    record Choice(String form, String subject) {}

    /**
     * What is looked at.
     *
     * @param heading what it is, and whether it is of a patient
     * @param remarks what lacks
     * @param lines of text
     * @param pages in place of lines
     */
    record Shown(String heading, List<String> remarks, List<String> lines, List<Image> pages) {
        /** Nothing yet. */
        static final Shown NOTHING = new Shown("", List.of(), List.of(), List.of());

        public Shown {
            remarks = List.copyOf(remarks);
            lines = List.copyOf(lines);
            pages = List.copyOf(pages);
        }
    }
}
