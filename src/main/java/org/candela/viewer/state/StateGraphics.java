package org.candela.viewer.state;

import java.util.List;
import java.util.Optional;
import org.candela.image.ImagePoint;

/**
 * What a presentation state draws on one image, in points of that image.
 *
 * @param lines the lowest first
 * @param leftOut how many parts cannot be placed without a displayed area of the state (PS3.3 C.10.5)
 */
public record StateGraphics(List<Line> lines, List<Text> texts, int leftOut) {
    /** Draws nothing. */
    public static final StateGraphics NOTHING = new StateGraphics(List.of(), List.of(), 0);

    public StateGraphics {
        lines = List.copyOf(lines);
        texts = List.copyOf(texts);
    }

    /**
     * A line, or a single point.
     *
     * @param points at least one
     */
    public record Line(List<ImagePoint> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * A text.
     *
     * @param text may have several lines
     * @param box corners of the box it stands in, at its upper left as seen; a single point where it has no box
     * @param pointsAt where a line leads from it
     */
    public record Text(String text, List<ImagePoint> box, Optional<ImagePoint> pointsAt) {
        public Text {
            box = List.copyOf(box);
        }
    }

    /** Whether there is nothing to draw, and nothing that cannot be. */
    public boolean isBlank() {
        return isEmpty() && leftOut == 0;
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return lines.isEmpty() && texts.isEmpty();
    }
}
