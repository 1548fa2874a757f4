/**
 * Studies on this workstation: admitted from files and facilities, listed, and loaded frame by frame for the screen.
 *
 * <p>May use: base, dicom, dicom.image, image, store, audit, net.web, facility, readiness.
 *
 * <pre>{@code
 * library.admit(file, clinic.id());
 * Study study = library.study(uid).orElseThrow();
 * FrameKey first = study.series().get(0).frames().get(0);
 * loader.request(first, FramePriority.INTERACTION).thenAcceptAsync(this::show, ui);
 * }</pre>
 */
@NullMarked
package org.candela.study;

import org.jspecify.annotations.NullMarked;
