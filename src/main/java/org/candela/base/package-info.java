/**
 * Words every room shares: identities, cancellation, paths, the root of checked failures and how they pass through futures.
 *
 * <p>May use: nothing. At most twelve types; not a drawer of utilities.
 *
 * <pre>{@code
 * Uid study = Uid.random();
 * Path database = AppPaths.under(home).database();
 * }</pre>
 */
@NullMarked
package org.candela.base;

import org.jspecify.annotations.NullMarked;
