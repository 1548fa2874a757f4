/**
 * What a signature asks of critical results: report and records say the same, and what changes a signed report was told to
 * somebody there.
 *
 * <p>May use: critical, report, report.template, facility, base.
 *
 * <pre>{@code
 * SignChecks checks = new CriticalSignChecks(SignRules.standard(), loops, clock);
 * }</pre>
 */
@NullMarked
package org.candela.critical.check;

import org.jspecify.annotations.NullMarked;
