/**
 * Orders that are asked for: workitems by UPS-RS and modality worklists by C-FIND, each on its own, in turns, with pauses
 * while one fails. One that does not answer keeps what it told, and its age.
 *
 * <p>May use: order, study, facility, net.web, net.dimse, dicom, store, base.
 *
 * <pre>{@code
 * OrderWatch watch = new OrderWatch(List.of(new UpsOrders(facility, ups, clock)), orders, clock);
 * watch.poll(cancellation);
 * watch.health();
 * }</pre>
 */
@NullMarked
package org.candela.order.source;

import org.jspecify.annotations.NullMarked;
