/**
 * Waveforms, as ECG: channels with their units, what was filtered, when each sample was taken, and what was annotated.
 *
 * <p>May use: dicom, dicom.object, base.
 *
 * <pre>{@code
 * Waveform waveform = WaveformReader.read(file.dataSet());
 * double millivolts = waveform.groups().get(0).value(0, 1000);
 * }</pre>
 */
@NullMarked
package org.candela.dicom.object.waveform;

import org.jspecify.annotations.NullMarked;
