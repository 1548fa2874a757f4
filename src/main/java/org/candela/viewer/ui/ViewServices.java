package org.candela.viewer.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.candela.base.MemoryBudget;
import org.candela.base.ScreenId;
import org.candela.viewer.MouseBindings;
import org.candela.viewer.picture.DisplayLuts;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ScreenPitch;

/**
 * What views of images need from the house.
 *
 * @param renderer draws, on {@code render}
 * @param pitches distance of the pixels of a monitor, where it is known
 * @param render where pictures are drawn, never the FX thread
 * @param aside where a picture is drawn that may be asked for next; should leave the processor to all others
 * @param ui the way back onto the FX thread
 * @param surfaces where pictures on screens and on their way there are counted
 * @param mouse what buttons and wheel do, asked at each press
 */
public record ViewServices(
        Renderer renderer,
        DisplayLuts displayLuts,
        Function<ScreenId, Optional<ScreenPitch>> pitches,
        Executor render,
        Executor aside,
        Executor ui,
        MemoryBudget.Account surfaces,
        Supplier<MouseBindings> mouse) {
    /** With the mouse as the workstation comes. */
    public ViewServices(
            Renderer renderer,
            DisplayLuts displayLuts,
            Function<ScreenId, Optional<ScreenPitch>> pitches,
            Executor render,
            Executor ui,
            MemoryBudget.Account surfaces) {
        this(renderer, displayLuts, pitches, render, render, ui, surfaces, MouseBindings::standard);
    }

    /** On monitors of which no size is known, counted by nobody else. */
    public ViewServices(Renderer renderer, DisplayLuts displayLuts, Executor render, Executor ui) {
        this(
                renderer,
                displayLuts,
                screen -> Optional.empty(),
                render,
                ui,
                new MemoryBudget(new MemoryBudget.Limits(1, 1, 1)).account(MemoryBudget.Use.SURFACES));
    }
}
