/**
 * Reports as FHIR R4: a transaction that creates or updates the one DiagnosticReport of a report.
 *
 * <p>May use: delivery, delivery.document, net.web, report, facility, base.
 *
 * <pre>{@code
 * byte[] bundle = new ReportBundle(zone).of(report);
 * }</pre>
 */
@NullMarked
package org.candela.delivery.fhir;

import org.jspecify.annotations.NullMarked;
