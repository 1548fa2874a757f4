/**
 * Signed reports as documents for people: PDF, HTML and plain text.
 *
 * <p>May use: delivery, report, facility, paper, base.
 *
 * <pre>{@code
 * byte[] pdf = ReportPdf.of(report, zone);
 * }</pre>
 */
@NullMarked
package org.candela.delivery.document;

import org.jspecify.annotations.NullMarked;
