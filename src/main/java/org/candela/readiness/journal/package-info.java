/**
 * What was measured and said before a shift, kept in the order it came and never changed.
 *
 * <p>May use: store, audit, base. Rooms above say what a kind of entry means.
 *
 * <pre>{@code
 * journal.enter(new Entry(Kind.NOISE, "room", body), "reader");
 * Optional<Kept> latest = journal.latest(Kind.NOISE, "room");
 * }</pre>
 */
@NullMarked
package org.candela.readiness.journal;

import org.jspecify.annotations.NullMarked;
