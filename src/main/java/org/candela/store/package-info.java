/**
 * The one SQLite file: transactions, typed rows, numbered migrations. Knows no feature and no table but its own.
 *
 * <p>May use: base.
 *
 * <pre>{@code
 * Database database = Database.open(paths.database(), clock);
 * List<String> names = database.read(tx -> tx.query("SELECT name FROM facility", row -> row.string("name")));
 * }</pre>
 */
@NullMarked
package org.candela.store;

import org.jspecify.annotations.NullMarked;
