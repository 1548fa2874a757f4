/**
 * Studies of a facility that offers no DICOMweb: listed by C-FIND, brought by C-GET on the same kind of association, so that
 * nothing listens here.
 *
 * <p>May use: study, net.dimse, dicom, facility, base.
 *
 * <pre>{@code
 * StudySource source = new DimseStudies(facility, new DimseStudies.Peer(entity, endpoint), shelf, io);
 * source.studiesSince(day, cancellation);
 * }</pre>
 */
@NullMarked
package org.candela.study.dimse;

import org.jspecify.annotations.NullMarked;
