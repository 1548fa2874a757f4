package org.candela.calibration.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * 256 boxes with one faint square each, above, right of, below or left of the middle of its box; size and contrast are those
 * of the quadrant. Picture 0 has all boxes alike; in the others one box is framed, for the observer to say where its square
 * is.
 */
final class AfcPattern implements PatternPainter {
    static final int BACKGROUND = 128;
    static final int BOXES_A_SIDE = 16;
    static final int BOX = 64;
    static final int QUADRANTS = 4;
    /** Side of the square, device pixels, and its contrast, levels: upper left, upper right, lower left, lower right. */
    static final int[] SIZES = {2, 3, 4, 6};

    static final int[] CONTRASTS = {2, 3, 4, 6};
    static final int TRIALS_A_QUADRANT = 5;
    private static final List<Direction> DIRECTIONS =
            List.of(Direction.UP, Direction.RIGHT, Direction.DOWN, Direction.LEFT);

    private static final int LINE = 112;
    private static final int CROSS = 96;
    private static final int FRAME = 200;
    private static final int DISTANCE = 18;
    private static final int PLAY = 8;

    @Override
    public void paint(GreyCanvas canvas, PatternRequest request) {
        Sheet sheet = new Sheet(canvas);
        canvas.fill(BACKGROUND);
        grid(sheet);
        List<Target> targets = targets(request.seed());
        for (int index = 0; index < targets.size(); index++) {
            draw(sheet, index, targets.get(index));
        }
        if (request.step() > 0) {
            Box box = box(trialBox(request));
            canvas.outline(sheet.box(box.left(), box.top(), BOX, BOX), 2 * sheet.scale(), FRAME);
        }
    }

    @Override
    public int steps(PatternSize size) {
        return 1 + QUADRANTS * TRIALS_A_QUADRANT;
    }

    @Override
    public Optional<Direction> truth(PatternRequest request) {
        return request.step() == 0
                ? Optional.empty()
                : Optional.of(targets(request.seed()).get(trialBox(request)).direction());
    }

    /** Where the square of a box is; {@code play} units to the side. */
    record Target(Direction direction, int play) {}

    /** Of all boxes, row by row. */
    static List<Target> targets(long seed) {
        Random random = Chance.of(seed);
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < BOXES_A_SIDE * BOXES_A_SIDE; i++) {
            Direction direction = DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
            targets.add(new Target(direction, random.nextInt(2 * PLAY + 1) - PLAY));
        }
        return targets;
    }

    /** 0 upper left, 1 upper right, 2 lower left, 3 lower right. */
    static int quadrant(int index) {
        int half = BOXES_A_SIDE / 2;
        return index % BOXES_A_SIDE / half + 2 * (index / BOXES_A_SIDE / half);
    }

    /** The box that picture {@code step} asks for: from the largest square to the smallest, none twice. */
    static int trialBox(PatternRequest request) {
        int trial = request.step() - 1;
        int quadrant = QUADRANTS - 1 - trial / TRIALS_A_QUADRANT;
        List<Integer> boxes = new ArrayList<>();
        for (int index = 0; index < BOXES_A_SIDE * BOXES_A_SIDE; index++) {
            if (quadrant(index) == quadrant) {
                boxes.add(index);
            }
        }
        Collections.shuffle(boxes, Chance.of(QUADRANTS * request.seed() + quadrant));
        return boxes.get(trial % TRIALS_A_QUADRANT);
    }

    /** Units of a box. */
    static Box box(int index) {
        return new Box(index % BOXES_A_SIDE * BOX, index / BOXES_A_SIDE * BOX, BOX, BOX);
    }

    private static void grid(Sheet sheet) {
        Box all = sheet.all();
        for (int i = 0; i <= BOXES_A_SIDE; i++) {
            int level = i == BOXES_A_SIDE / 2 ? CROSS : LINE;
            Box corner = sheet.box(i * BOX, i * BOX, 0, 0);
            sheet.canvas().fill(new Box(corner.left(), all.top(), 1, all.height()), level);
            sheet.canvas().fill(new Box(all.left(), corner.top(), all.width(), 1), level);
        }
    }

    private static void draw(Sheet sheet, int index, Target target) {
        int side = SIZES[quadrant(index)];
        Box box = box(index);
        int dx = offset(target, Direction.RIGHT, Direction.LEFT);
        int dy = offset(target, Direction.DOWN, Direction.UP);
        Box middle = sheet.box(box.left() + BOX / 2 + dx, box.top() + BOX / 2 + dy, 0, 0);
        sheet.canvas()
                .fill(
                        new Box(middle.left() - side / 2, middle.top() - side / 2, side, side),
                        BACKGROUND + CONTRASTS[quadrant(index)]);
    }

    private static int offset(Target target, Direction forth, Direction back) {
        if (target.direction() == forth) {
            return DISTANCE;
        }
        return target.direction() == back ? -DISTANCE : target.play();
    }
}
