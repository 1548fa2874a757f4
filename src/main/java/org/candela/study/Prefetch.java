package org.candela.study;

import java.util.List;

/**
 * What one asker will probably want next; each viewport has its own, and what one wishes takes nothing from another.
 *
 * <p>While there is room, the frames near the place asked for are decoded in the background: two on each side, then in
 * the direction of travel, then behind. Where room is short, what lies furthest from every asker is given up first, and
 * nothing is given up for what lies further still. Safe from any thread; never blocks the caller.
 */
public interface Prefetch extends AutoCloseable {
    /** Of a loader that reads nothing ahead. */
    Prefetch NONE = new Prefetch() {
        @Override
        public void standAt(StackPlace place) {}

        @Override
        public void wish(List<FrameKey> mostWantedFirst) {}

        @Override
        public void forget() {}

        @Override
        public void close() {}
    };

    /** Somebody looks at this place now; what the asker wished before is forgotten, its frame is no longer held. */
    void standAt(StackPlace place);

    /** These may be wanted later, first things first; nothing that anybody looks at is given up for them. */
    void wish(List<FrameKey> mostWantedFirst);

    /** Wants nothing any more, until the next place or wish. */
    void forget();

    /** The same, for good. */
    @Override
    void close();
}
