/**
 * What a practice wants of its workstations, below what each reader wants: kept as the texts it was handed over in.
 *
 * <p>May use: store, base.
 *
 * <pre>{@code
 * Optional<String> presets = database.read(tx -> PracticeTexts.of(tx, Kind.PRESETS));
 * }</pre>
 */
@NullMarked
package org.candela.viewer.practice;

import org.jspecify.annotations.NullMarked;
