/**
 * Claims that a facility itself keeps: its workitems by UPS-RS, each claimed under a transaction UID that is on the disk
 * before it is on the wire.
 *
 * <p>May use: base, worklist, facility, study, net.web, dicom, store, audit.
 *
 * <pre>{@code
 * Claimed answer = claims.claim(new Workitem(clinic, study, workitem), "reader", cancellation);
 * if (answer == Claimed.OURS) { open(study); }
 * }</pre>
 */
@NullMarked
package org.candela.worklist.claim;

import org.jspecify.annotations.NullMarked;
