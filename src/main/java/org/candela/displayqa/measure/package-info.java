/**
 * Measuring one display on the bench: calibration, tests, and what they found.
 *
 * <p>May use: calibration.pattern, calibration, calibration.device, image, base. Nothing here stores or judges.
 *
 * <pre>{@code
 * QaOutcome done = new TestRun(bench, through).run(TestPlan.usual(QaKind.CONSTANCY), hands);
 * double deviation = done.response().orElseThrow().response().kappaDelta();
 * }</pre>
 */
@NullMarked
package org.candela.displayqa.measure;

import org.jspecify.annotations.NullMarked;
