package org.candela.viewer.tool;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which frame of a cine comes next, and how many came late. None is left out: a frame that is not on the screen in time
 * holds up those after it, and that is counted. Used by one thread.
 */
public final class Playback {
    /** Ticks that the rate of now is taken over. */
    private static final int REMEMBERED = 30;

    private final Deque<Boolean> recent = new ArrayDeque<>();
    private Course course = Course.LOOP;
    private int first;
    private int last;
    private int step = 1;
    private long late;

    /** Where it goes on at an end of the range. */
    public enum Course {
        /** From the last to the first. */
        LOOP,
        /** Back the way it came. */
        SWEEP
    }

    /** Plays {@code count} frames from now on, all of them. */
    public void over(int count) {
        first = 0;
        last = Math.max(0, count - 1);
        step = 1;
        restart();
    }

    /** Counts from now on anew. */
    public void restart() {
        recent.clear();
        late = 0;
    }

    /** Where it goes on at an end. */
    public Course course() {
        return course;
    }

    /** Changes from going round to going forth and back, or again. */
    public void changeCourse() {
        course = course == Course.LOOP ? Course.SWEEP : Course.LOOP;
        step = 1;
    }

    /** Begins the range at a frame, from 0; an end before it moves to the last frame of {@code count}. */
    public void beginAt(int index, int count) {
        first = index;
        if (last < index) {
            last = count - 1;
        }
    }

    /** Ends the range at a frame, from 0; a beginning after it moves to the first frame. */
    public void endAt(int index) {
        last = index;
        if (first > index) {
            first = 0;
        }
    }

    /** The first frame of the range, from 0. */
    public int first() {
        return first;
    }

    /** The last frame of the range, from 0. */
    public int last() {
        return last;
    }

    /** The frame after {@code index}; from outside the range its first one. */
    // [impl->req~viewer.cine-control~1]
    public int next(int index) {
        if (index < first || index > last || first == last) {
            step = 1;
            return first;
        }
        if (course == Course.LOOP) {
            return index == last ? first : index + 1;
        }
        boolean isEnd = step > 0 ? index == last : index == first;
        step = isEnd ? -step : step;
        return index + step;
    }

    /** It was time for the next frame, and it could be shown. */
    public void shown() {
        remember(true);
    }

    /** It was time for the next frame, but the one before was not on the screen yet. */
    // [impl->req~viewer.cine-late~1]
    public void late() {
        late++;
        remember(false);
    }

    /** How often a frame was late since it was begun. */
    public long lateCount() {
        return late;
    }

    /** Share of the latest ticks at which a frame could be shown, 0 to 1; 1 before the first. */
    public double share() {
        return recent.isEmpty()
                ? 1
                : (double) recent.stream().filter(Boolean::booleanValue).count() / recent.size();
    }

    private void remember(boolean wasShown) {
        recent.addLast(wasShown);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }
}
