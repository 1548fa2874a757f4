/**
 * What hangs where: places of a grid on each screen, the stack in each and how it looks, and how that is kept.
 *
 * <p>{@link org.candela.viewer.layout.Hanging} is what hangs now; {@link org.candela.viewer.layout.KeptHanging} says the
 * same by names, so that it outlives the program. How a study should hang at first is asked of
 * {@link org.candela.viewer.layout.HangingPlan}, a port that {@code viewer.hanging} answers.
 *
 * <p>May use: viewer.stack, viewer.picture, study, image, store.
 */
@NullMarked
package org.candela.viewer.layout;

import org.jspecify.annotations.NullMarked;
