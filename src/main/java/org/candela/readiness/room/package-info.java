/**
 * The room one reads in: how loud, how warm, and whether a bright window is in sight. Its light is a matter of display QA.
 *
 * <p>May use: readiness, readiness.journal, store, base. The microphone is read through {@code javax.sound}.
 *
 * <pre>{@code
 * double level = SoundLevel.listen(microphone, limits.noiseWindow(), cancellation).dbFullScale();
 * book.keepNoise(level, "USB microphone", "reader");
 * ReadinessItem item = new NoiseCheck(book, limits, clock).evaluate();
 * }</pre>
 */
@NullMarked
package org.candela.readiness.room;

import org.jspecify.annotations.NullMarked;
