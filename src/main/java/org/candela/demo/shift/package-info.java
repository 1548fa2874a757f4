/**
 * A scripted shift on the open room: keys, pointer and wheel as a reader would use them, each act with a condition that is
 * checked afterwards in the room and in what it left behind.
 *
 * <p>May use: {@code demo}, the features and their views, {@code shell}, {@code ui}.
 *
 * <pre>{@code
 * ShiftReport report = new ScriptedShift(stage, line -> out.println(line)).play();
 * return report.isHeld() ? 0 : 1;
 * }</pre>
 */
@NullMarked
package org.candela.demo.shift;

import org.jspecify.annotations.NullMarked;
