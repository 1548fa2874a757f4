/**
 * What is looked at before a report is signed: rules over its text and over what the study and its images say.
 *
 * <p>May use: report, base.
 *
 * <pre>{@code
 * List<SignFinding> found = SignRules.standard().check(new SignContext(draft, template, meaning, studiesOnScreen));
 * }</pre>
 */
@NullMarked
package org.candela.report.check;

import org.jspecify.annotations.NullMarked;
