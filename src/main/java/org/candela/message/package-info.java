/**
 * What facilities tell the reader in words: notes on orders, documents, entries by hand. Each is kept and counts as unread
 * until the reader has opened it.
 *
 * <p>May use: facility, store, audit, base.
 *
 * <pre>{@code
 * messages.keep(told);
 * long waiting = messages.list().stream().filter(FacilityMessage::isUnread).count();
 * messages.open(message.id(), "reader");
 * }</pre>
 */
@NullMarked
package org.candela.message;

import org.jspecify.annotations.NullMarked;
