package org.candela.calibration.pattern;

import java.util.Optional;
import java.util.Random;

/** A faint bar at random in the left or the right half of a black field: can it be seen in the light of the room? */
final class AmbientPattern implements PatternPainter {
    static final int TRIALS = 8;
    /** Levels above black. */
    static final int CONTRAST = 3;

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        canvas.fill(0);
        canvas.fill(bar(request), CONTRAST);
    }

    @Override
    public int steps(PatternSize size) {
        return TRIALS;
    }

    @Override
    public Optional<Direction> truth(PatternRequest request) {
        return Optional.of(random(request).nextBoolean() ? Direction.RIGHT : Direction.LEFT);
    }

    /** A sixteenth of the width, a quarter of the height, all of it in one half. */
    static Box bar(PatternRequest request) {
        int width = request.size().width() / 16;
        int height = request.size().height() / 4;
        int half = request.size().width() / 2;
        Random random = random(request);
        int left = random.nextBoolean() ? half : 0;
        return new Box(
                left + random.nextInt(half - width),
                random.nextInt(request.size().height() - height),
                width,
                height);
    }

    private static Random random(PatternRequest request) {
        return Chance.of(1009 * request.seed() + request.step());
    }
}
