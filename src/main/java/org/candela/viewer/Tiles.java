package org.candela.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.layout.Hung;

/**
 * Consecutive images of one stack side by side in one place. One of them is the focus: the image of the viewport itself, on
 * which keys and tools act; the others look and are scrolled as that is. Used on the thread of the session.
 */
// [impl->req~viewer.tiles~1]
public final class Tiles {
    private final Viewport owner;
    private final Supplier<Viewport> maker;
    private final List<Viewport> others = new ArrayList<>();
    private Grid grid = Grid.SINGLE;
    private int wished;

    /**
     * @param owner shows the focus
     * @param maker of the viewports beside it
     */
    Tiles(Viewport owner, Supplier<Viewport> maker) {
        this.owner = owner;
        this.maker = maker;
    }

    /** How the images are arranged; {@link Grid#SINGLE} where there is one. */
    public Grid grid() {
        return grid;
    }

    /** Position in the stack of the first image, from 0: the focus keeps its cell unless the stack ends. */
    public int first() {
        int last = Math.max(0, owner.frameCount() - grid.cells());
        return Math.max(0, Math.min(last, owner.frameIndex() - wished));
    }

    /** The cell of the focus, row by row from 0. */
    public int focus() {
        return owner.frameIndex() - first();
    }

    /** The viewport of a cell beside the focus; empty for the focus and for cells beyond the last image. */
    public Optional<Viewport> other(int cell) {
        boolean isThere = cell != focus() && first() + cell < owner.frameCount();
        return isThere && cell < others.size() ? Optional.of(others.get(cell)) : Optional.empty();
    }

    /** Arranges images so from now on; the one on the screen stays the focus. */
    void arrange(Grid wanted) {
        if (!grid.equals(wanted)) {
            grid = wanted;
            wished = 0;
        }
    }

    /** Shows as many consecutive images. */
    void show(Grid wanted) {
        arrange(wanted);
        owner.changed();
    }

    /** Makes the image of a cell the focus; nothing moves. A cell beyond the last image is left alone. */
    public void focusOn(int cell) {
        int index = first() + cell;
        if (cell >= 0 && cell < grid.cells() && index < owner.frameCount()) {
            wished = cell;
            owner.scrollTo(index);
        }
    }

    /** Makes the image {@code steps} cells further the focus; beyond the last cell the stack is scrolled. */
    void focusNext(int steps) {
        int cell = focus() + steps;
        if (cell >= 0 && cell < grid.cells()) {
            focusOn(cell);
        } else {
            owner.scrollBy(steps);
        }
    }

    /** Shows the images that follow the last one, or go before the first. */
    void page(int pages) {
        owner.scrollBy(pages * grid.cells());
    }

    /** Lets the others show what they must now. */
    void follow() {
        Optional<Hung> hung = owner.hung().filter(now -> grid.cells() > 1);
        for (int cell = 0; cell < Math.max(others.size(), grid.cells()); cell++) {
            int index = first() + cell;
            boolean isSeen = hung.isPresent() && cell < grid.cells() && cell != focus() && index < owner.frameCount();
            if (isSeen) {
                show(tile(cell), hung.orElseThrow(), index);
            } else if (cell < others.size() && others.get(cell).stack().isPresent()) {
                others.get(cell).clear();
            }
        }
    }

    private Viewport tile(int cell) {
        while (others.size() <= cell) {
            others.add(maker.get());
        }
        return others.get(cell);
    }

    private void show(Viewport tile, Hung hung, int index) {
        if (tile.stack().filter(hung.stack()::equals).isEmpty()) {
            tile.hang(new Hung(hung.stack(), index, hung.appearance()));
        }
        tile.beLike(owner);
        boolean isAlike = tile.hung()
                .map(Hung::appearance)
                .filter(hung.appearance()::equals)
                .isPresent();
        if (!isAlike) {
            tile.become(new Hung(hung.stack(), index, hung.appearance()));
        }
        tile.scrollTo(index);
    }
}
