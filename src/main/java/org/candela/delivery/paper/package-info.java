/**
 * Reports where no program answers: files in a folder, and paper.
 *
 * <p>May use: delivery, delivery.document, report, base.
 *
 * <pre>{@code
 * Answer answer = new FolderCarrier(zone).send(ticket, parcel);
 * }</pre>
 */
@NullMarked
package org.candela.delivery.paper;

import org.jspecify.annotations.NullMarked;
