/**
 * Luminance as numbers: the grayscale standard display function, display LUTs that follow it, and how well a display does.
 *
 * <p>May use: base, image. Maths and versioned limits only: no device, no toolkit, no logging. Source: PS3.14.
 *
 * <pre>{@code
 * CalibrationProfile profile = CalibrationProfile.shipped("tg18-primary");
 * LutBuilder builder = LutBuilder.of(response, profile.goal().in(ambient));
 * LutPlan plan = LutPlan.of(builder, PanelLight.of(response, weights), LutPlan.RENDERER);
 * double deviation = ContrastResponse.of(measuredLevels).judgedKappaDelta();
 * }</pre>
 */
@NullMarked
package org.candela.calibration;

import org.jspecify.annotations.NullMarked;
