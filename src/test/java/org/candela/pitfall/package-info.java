/**
 * One test for each known way to show or measure an image wrongly, named {@code pitfallNN…}; what it must do is written out
 * by hand from the standard, or comes from a program of others.
 */
@NullMarked
package org.candela.pitfall;

import org.jspecify.annotations.NullMarked;
