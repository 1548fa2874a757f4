/**
 * The opened workstation: which window stands on which monitor, commands behind keys, and what is said when something
 * fails.
 *
 * <p>May use: the features and their views, ui, image, store, calibration, calibration.device, base.
 *
 * <pre>{@code
 * DeskPlan plan = ScreenMatcher.match(screens, roles.remembered());
 * DeskScreen work = plan.screenOf(ScreenRole.WORK).orElseThrow();
 * }</pre>
 */
@NullMarked
package org.candela.shell;

import org.jspecify.annotations.NullMarked;
