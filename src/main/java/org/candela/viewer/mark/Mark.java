package org.candela.viewer.mark;

import java.time.Instant;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.measure.FigureKind;
import org.candela.measure.Reading;

/**
 * Something a reader drew on an image. Its study is that of its series.
 *
 * @param text the reader's words; may be empty
 * @param labelShift how far the reader moved its label, image pixels; {@link #UNMOVED} where nobody did
 * @param reading what it measures on the frame it was drawn on, at its last change
 */
public record Mark(
        Uid id,
        Uid seriesUid,
        FigureKind kind,
        Reference reference,
        String text,
        ImagePoint labelShift,
        Reading reading,
        Instant createdAt,
        Instant changedAt) {
    /** The label stands where the program puts it. */
    public static final ImagePoint UNMOVED = new ImagePoint(0, 0);

    /** Longer texts belong into the report. */
    public static final int MOST_TEXT = 500;

    public Mark {
        if (text.length() > MOST_TEXT) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters, at most " + MOST_TEXT);
        }
    }

    Mark elsewhere(Reference other, Reading measured, Instant at) {
        return new Mark(id, seriesUid, kind, other, text, labelShift, measured, createdAt, at);
    }

    Mark saying(String words, Instant at) {
        return new Mark(id, seriesUid, kind, reference, words, labelShift, reading, createdAt, at);
    }

    /** The same with its label elsewhere. */
    public Mark labelled(ImagePoint shift, Instant at) {
        return new Mark(id, seriesUid, kind, reference, text, shift, reading, createdAt, at);
    }
}
