/**
 * The evidence of one critical result as a paper: what happened with its times, signed with the workstation's key. Of the
 * patient it has no more than the facility needs to find the examination.
 *
 * <p>May use: critical, paper, displayqa.report (key and seal), facility, base.
 *
 * <pre>{@code
 * byte[] pdf = new EvidencePaper(loop, policy, about).pdf(key);
 * Verification found = EvidencePaper.verify(pdf);
 * }</pre>
 */
@NullMarked
package org.candela.critical.paper;

import org.jspecify.annotations.NullMarked;
