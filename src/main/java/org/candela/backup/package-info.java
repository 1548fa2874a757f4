/**
 * Copies of a whole workstation, made while it runs, proven before they are trusted, and put back without losing what was there.
 *
 * <p>May use: base, store, audit.
 *
 * <pre>{@code
 * Path made = new BackupWriter(home, clock).write(database, key, to, BackupScope.WITHOUT_IMAGES);
 * new Restore(home, clock).restore(made, key);
 * }</pre>
 */
@NullMarked
package org.candela.backup;

import org.jspecify.annotations.NullMarked;
