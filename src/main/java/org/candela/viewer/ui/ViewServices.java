package org.candela.viewer.ui;

import java.util.concurrent.Executor;
import org.candela.base.MemoryBudget;
import org.candela.viewer.DisplayLuts;
import org.candela.viewer.Renderer;

/**
 * What views of images need from the house.
 *
 * @param renderer draws, on {@code render}
 * @param render where pictures are drawn, never the FX thread
 * @param ui the way back onto the FX thread
 * @param surfaces where pictures on screens and on their way there are counted
 */
public record ViewServices(
        Renderer renderer, DisplayLuts displayLuts, Executor render, Executor ui, MemoryBudget.Account surfaces) {
    /** Counted by nobody else. */
    public ViewServices(Renderer renderer, DisplayLuts displayLuts, Executor render, Executor ui) {
        this(
                renderer,
                displayLuts,
                render,
                ui,
                new MemoryBudget(new MemoryBudget.Limits(1, 1, 1)).account(MemoryBudget.Use.SURFACES));
    }
}
