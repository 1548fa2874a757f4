/**
 * Loading frames: what is read and decoded when, what stays in memory, what goes first.
 *
 * <p>May use: base, study, dicom.image, image.
 *
 * <pre>{@code
 * FrameLoader loader = QueuedFrameLoader.of(source, budget, pools);
 * Prefetch mine = loader.prefetch();
 * mine.standAt(new StackPlace(stack, 12, 1));
 * loader.request(stack.get(12), FramePriority.INTERACTION).thenAcceptAsync(this::show, ui);
 * }</pre>
 */
@NullMarked
package org.candela.study.frames;

import org.jspecify.annotations.NullMarked;
