/**
 * Test patterns for displays, drawn by formulae pixel by pixel, and the visual tests that are made with them.
 *
 * <p>May use: calibration, image, base. Pure: no files, no toolkit, no clock. Every pattern is synthetic: drawn anew after a published
 * one, under a name of its own, with the reference acknowledged and what is our reading of it said.
 *
 * <pre>{@code
 * TestPattern pattern = TestPatterns.find("SYN-QC").orElseThrow();
 * PatternImage image = pattern.paint(PatternRequest.of(new PatternSize(1536, 2048)));
 * GrayscaleTable table = GrayscaleTable.of(image.pipeline(), displayLut);
 * }</pre>
 */
@NullMarked
package org.candela.calibration.pattern;

import org.jspecify.annotations.NullMarked;
