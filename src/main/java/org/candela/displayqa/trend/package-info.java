/**
 * How a display changes from run to run, and when a limit will be crossed. Pure: reads stored runs, keeps nothing.
 *
 * <p>May use: displayqa.ledger, displayqa.measure, calibration, calibration.device, base.
 *
 * <pre>{@code
 * TrendSeries white = TrendSeries.of(TrendQuantity.MAXIMUM_LUMINANCE, Light.REAL, ledger.history(display));
 * Forecast forecast = white.forecast(new TrendLimit(TrendLimit.Side.LEAST, 350));
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.trend;

import org.jspecify.annotations.NullMarked;
