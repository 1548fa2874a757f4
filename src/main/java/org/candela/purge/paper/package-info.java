/**
 * What was deleted, as a paper: how much, when, why, the digest of the entries, and what was kept and for how long. Signed with
 * the workstation's key. It names no patient.
 *
 * <p>May use: purge, paper, displayqa.report (key and seal), base.
 *
 * <pre>{@code
 * byte[] pdf = new PurgeCertificate(run, entries, kept, about).pdf(key);
 * Verification found = PurgeCertificate.verify(pdf);
 * }</pre>
 */
@NullMarked
package org.candela.purge.paper;

import org.jspecify.annotations.NullMarked;
