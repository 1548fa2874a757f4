package org.candela.viewer.ui;

import java.util.concurrent.Executor;
import org.candela.viewer.DisplayLuts;
import org.candela.viewer.Renderer;

/**
 * What views of images need from the house.
 *
 * @param renderer draws, on {@code render}
 * @param render where pictures are drawn, never the FX thread
 * @param ui the way back onto the FX thread
 */
public record ViewServices(Renderer renderer, DisplayLuts displayLuts, Executor render, Executor ui) {}
