/**
 * Orders and words that facilities send as HL7 v2 messages: ORM^O01, OMI^O23, OMG^O19, and MDM with text. An answer goes out
 * when what it acknowledges is on the disk.
 *
 * <p>May use: order, message, net.mllp, facility, study, store, audit, base.
 *
 * <pre>{@code
 * OrderFeed feed = new OrderFeed(new OrderFeed.Services(database, orders, messages, senders), clock);
 * MllpServer server = MllpServer.open(address, MllpLimits.STANDARD, feed);
 * }</pre>
 */
@NullMarked
package org.candela.order.feed;

import org.jspecify.annotations.NullMarked;
