/**
 * Studies on this workstation: admitted, found, and delivered frame by frame.
 *
 * <p>May use: dicom, dicom.image, image, store, audit, net.web, facility.
 *
 * <pre>{@code
 * loader.request(new FrameKey(sopInstance, 0), FramePriority.VISIBLE).thenAcceptAsync(view::show, ui);
 * }</pre>
 */
@NullMarked
package org.candela.study;

import org.jspecify.annotations.NullMarked;
