package org.candela.calibration.pattern;

import java.util.Optional;

/** A pattern: what is known of it, and how it is drawn. Immutable and pure: the same request gives the same pixels. */
public final class TestPattern {
    private final PatternFacts facts;
    private final PatternPainter painter;

    TestPattern(PatternFacts facts, PatternPainter painter) {
        this.facts = facts;
        this.painter = painter;
    }

    public PatternFacts facts() {
        return facts;
    }

    /** {@code "SYN-QC"}. */
    public String id() {
        return facts.id();
    }

    /**
     * Draws it.
     *
     * @throws IllegalArgumentException when it has no such depth or picture
     */
    // [impl->req~calibration.pattern-exact~1]
    public PatternImage paint(PatternRequest request) {
        if (!facts.depths().contains(request.depth())) {
            throw new IllegalArgumentException(
                    id() + " is not drawn with " + request.depth().bits() + " bits");
        }
        if (request.step() >= steps(request.size())) {
            throw new IllegalArgumentException(
                    id() + " has " + steps(request.size()) + " pictures, none of number " + request.step());
        }
        GreyCanvas canvas = new GreyCanvas(request.size(), request.depth(), facts.levels());
        painter.paint(canvas, request);
        boolean isSquare = facts.fit() == PatternFacts.Fit.SQUARE_OF_1024;
        return new PatternImage(
                facts,
                request,
                canvas.frame(),
                isSquare ? Sheet.scale(request.size()) : 1,
                !isSquare || Sheet.fits(request.size()));
    }

    /** Pictures of the sequence on a screen of {@code size}; 1 for most patterns. */
    public int steps(PatternSize size) {
        return painter.steps(size);
    }

    /** Where the object is that an observer is asked for; empty when nothing is. */
    public Optional<Direction> truth(PatternRequest request) {
        return painter.truth(request);
    }

    @Override
    public String toString() {
        return facts.title();
    }
}
