/**
 * Luminance as numbers: the grayscale standard display function, display LUTs that follow it, and how well a display does.
 *
 * <p>May use: base, image. Maths and versioned limits only: no device, no toolkit, no logging. Source: PS3.14.
 *
 * <pre>{@code
 * GsdfTarget target = GsdfTarget.of(new Luminance(350), 350, ambient);
 * RenderPathLut lut = LutBuilder.of(response, target).renderPathLut(GreyPalette.SUB_GREY_1786, ChannelWeights.SRGB);
 * double deviation = Conformance.evaluate(measuredLevels).maxDeviation();
 * }</pre>
 */
@NullMarked
package org.candela.calibration;

import org.jspecify.annotations.NullMarked;
