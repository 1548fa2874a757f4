package org.candela.displayqa.ui;

import java.util.concurrent.Executor;

/**
 * Where the work of the page of displays is done.
 *
 * @param device the one thread of all displays and meters
 * @param io for the disk
 * @param ui the FX thread, tasks in the order given
 */
public record PageThreads(Executor device, Executor io, Executor ui) {}
