/**
 * The way to a facility: measured against its own endpoint, by day and trend; the backup link, and the VPN where one is needed.
 *
 * <p>May use: readiness, readiness.journal, facility, net.web, net.tls, store, audit, base. Nothing is measured unasked.
 *
 * <pre>{@code
 * LinkMeasurement found = new LinkMeter(io, clock).measure(target, LinkPlan.USUAL, cancellation, progress);
 * records.keep(found);
 * List<ReadinessItem> items = new LinkCheck(facility, records, limits, clock).answers();
 * }</pre>
 */
@NullMarked
package org.candela.readiness.link;

import org.jspecify.annotations.NullMarked;
