/**
 * Tries each service of a facility once, as little as can be, and says what works, how fast, and what to do about the rest.
 *
 * <p>May use: base, facility, net.web, net.dimse, dicom.
 *
 * <pre>{@code
 * List<TrialResult> results = new FacilityTrial(io, Duration.ofSeconds(10)).run(trials, System.out::println, cancellation);
 * }</pre>
 */
@NullMarked
package org.candela.facility.trial;

import org.jspecify.annotations.NullMarked;
