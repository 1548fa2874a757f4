/**
 * Tries the ways in which a facility takes reports, each as little as can be: no report and no object leaves.
 *
 * <p>May use: delivery and its dicom, fhir, hl7 and paper, facility, facility.trial, net.web, net.dimse, base.
 *
 * <pre>{@code
 * Trial trial = new ChannelTrials(doors, mappings, Asking.CONNECTION).of(facility, channel);
 * }</pre>
 */
@NullMarked
package org.candela.delivery.trial;

import org.jspecify.annotations.NullMarked;
