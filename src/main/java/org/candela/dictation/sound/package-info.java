/**
 * From the microphone to samples as engines take them, and back to the ear: devices, levels, rates. The only room that uses Java
 * Sound.
 *
 * <p>May use: dictation, base. Tried on files and tones alone: no microphone was at hand.
 *
 * <pre>{@code
 * Recorder recorder = new Recorder(thread, listener);
 * recorder.listen(microphone);  // keeps the last 300 ms in memory
 * recorder.begin();             // listener.began, sound, sound, ...
 * recorder.end();               // listener.ended
 * }</pre>
 */
@NullMarked
package org.candela.dictation.sound;

import org.jspecify.annotations.NullMarked;
