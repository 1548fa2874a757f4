package org.candela.study.frames;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.candela.study.FrameKey;
import org.candela.study.Prefetch;
import org.candela.study.StackPlace;
import org.jspecify.annotations.Nullable;

/** One asker's wish. The walk through it is guarded by the loader. */
final class Asker implements Prefetch {
    private final Wishes wishes;
    private final FrameCache cache;
    private final Runnable changed;
    private volatile Standing standing = Standing.NOWHERE;
    private FrameCache.@Nullable Pin pin;

    private Standing walked = Standing.NOWHERE;
    private Standing.Walk walk = Standing.NOWHERE.walk();
    private long served;

    /** @param changed told after every change, so that what is wished now is begun */
    Asker(Wishes wishes, FrameCache cache, Runnable changed) {
        this.wishes = wishes;
        this.cache = cache;
        this.changed = changed;
    }

    Asker opened() {
        wishes.add(this);
        return this;
    }

    @Override
    public void standAt(StackPlace place) {
        stand(former -> former.moved(place), place.key());
    }

    @Override
    public void wish(List<FrameKey> mostWantedFirst) {
        Standing next = Standing.later(List.copyOf(mostWantedFirst));
        stand(former -> next, null);
    }

    @Override
    public void forget() {
        stand(former -> Standing.NOWHERE, null);
    }

    @Override
    public void close() {
        forget();
        wishes.remove(this);
    }

    private void stand(UnaryOperator<Standing> next, @Nullable FrameKey held) {
        synchronized (this) {
            FrameCache.Pin former = pin;
            pin = held == null ? null : cache.pin(held);
            standing = next.apply(standing);
            if (former != null) {
                former.close();
            }
        }
        changed.run();
    }

    Standing standing() {
        return standing;
    }

    /** The most wanted frame that {@code isMissing}; stays the next until it is taken. */
    @Nullable
    FrameKey next(Predicate<FrameKey> isMissing) {
        Standing now = standing;
        if (now != walked) {
            walked = now;
            walk = now.walk();
        }
        FrameKey key = walk.peek();
        while (key != null && !isMissing.test(key)) {
            walk.step();
            key = walk.peek();
        }
        return key;
    }

    /** The next is being fetched. */
    void take() {
        walk.step();
        served++;
    }

    /** Frames fetched for it so far. */
    long served() {
        return served;
    }
}
