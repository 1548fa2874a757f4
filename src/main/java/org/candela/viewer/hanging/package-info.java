/**
 * Hanging protocols: which stack of a study and its priors hangs where and how, as data that a reader makes by arranging
 * the screens.
 *
 * <p>May use: viewer, viewer.practice, study, image, store. Matching and placing are pure.
 *
 * <pre>{@code
 * HangingPlan plan = Protocols.shipped();
 * List<HangingPlan.Stage> stages = plan.stages(study, priors);
 * }</pre>
 */
@NullMarked
package org.candela.viewer.hanging;

import org.jspecify.annotations.NullMarked;
