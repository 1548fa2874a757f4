package org.candela.study.frames;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.study.FrameKey;
import org.candela.study.StackPlace;
import org.jspecify.annotations.Nullable;

/**
 * What one asker wants and how much: the frames of a stack by their distance from where the reader stands, or a list in its
 * order. Immutable.
 *
 * <p>Two on each side come first; further on, three in the direction of travel for each one behind. The order in which
 * frames are fetched is that in which they are kept, so that no two wishes ever take turns at one place in memory.
 */
// [impl->req~study.prefetch-order~1]
final class Standing {
    /** Wants nothing. */
    static final Standing NOWHERE = new Standing(List.of(), Map.of(), 0, 1, 0, 0);

    private static final int BOTH_SIDES = 2;
    private static final int AHEAD_FOR_ONE_BEHIND = 3;
    /** Whoever goes back for a look has not turned round before this many frames. */
    private static final int TURN = 8;
    /** As far as a frame of a list counts that nobody looks at yet. */
    private static final long LATER = 256;

    private final List<FrameKey> frames;
    private final Map<FrameKey, Integer> positions;
    private final int index;
    private final int direction;
    /** The furthest frame reached in {@code direction}. */
    private final int furthest;

    private final long distance;

    private Standing(
            List<FrameKey> frames,
            Map<FrameKey, Integer> positions,
            int index,
            int direction,
            int furthest,
            long distance) {
        this.frames = frames;
        this.positions = positions;
        this.index = index;
        this.direction = direction;
        this.furthest = furthest;
        this.distance = distance;
    }

    /** Frames that may be wanted later, first things first. */
    static Standing later(List<FrameKey> frames) {
        return new Standing(frames, positions(frames), 0, 1, 0, LATER);
    }

    /** Where the reader stands now who stood here before. */
    Standing moved(StackPlace place) {
        boolean isSameStack = place.frames() == frames || place.frames().equals(frames);
        if (!isSameStack || distance > 0) {
            return new Standing(
                    place.frames(), positions(place.frames()), place.index(), place.direction(), place.index(), 0);
        }
        int back = (furthest - place.index()) * direction;
        boolean isTurned = place.direction() != direction && back >= TURN;
        int travel = isTurned ? -direction : direction;
        boolean isStillBack = back > 0 && back < TURN;
        return new Standing(frames, positions, place.index(), travel, isStillBack ? furthest : place.index(), 0);
    }

    private static Map<FrameKey, Integer> positions(List<FrameKey> frames) {
        Map<FrameKey, Integer> positions = new HashMap<>(2 * frames.size());
        for (int i = 0; i < frames.size(); i++) {
            positions.putIfAbsent(frames.get(i), i);
        }
        return positions;
    }

    /** See {@link Need}. */
    long need(FrameKey key) {
        Integer position = positions.get(key);
        return position == null ? Need.NONE : distance + distance((position - index) * direction);
    }

    private static long distance(int ahead) {
        if (ahead >= -BOTH_SIDES) {
            return Math.abs(ahead);
        }
        return (long) AHEAD_FOR_ONE_BEHIND * -ahead - BOTH_SIDES * (AHEAD_FOR_ONE_BEHIND - 1);
    }

    /** Its frames from the most wanted on. */
    Walk walk() {
        return new Walk();
    }

    /** Goes through the frames once; used by one thread at a time. */
    final class Walk {
        private int ahead;
        private int behind = 1;

        /** The next one; {@code null} after the last. */
        @Nullable
        FrameKey peek() {
            Integer offset = next();
            return offset == null ? null : frames.get(index + offset * direction);
        }

        void step() {
            Integer offset = next();
            if (offset != null && offset >= 0) {
                ahead++;
            } else {
                behind++;
            }
        }

        private @Nullable Integer next() {
            boolean hasAhead = isThere(ahead);
            boolean hasBehind = isThere(-behind);
            if (hasAhead && (!hasBehind || distance(ahead) <= distance(-behind))) {
                return ahead;
            }
            return hasBehind ? -behind : null;
        }

        private boolean isThere(int offset) {
            int position = index + offset * direction;
            return position >= 0 && position < frames.size();
        }
    }
}
