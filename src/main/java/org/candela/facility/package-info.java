/**
 * The places whose studies are read here: addresses, turnaround promises, states served, where reports go.
 *
 * <p>May use: base, store, audit.
 *
 * <pre>{@code
 * Facility clinic = Facility.of(new FacilityId("clinic"), "County Clinic", URI.create("https://pacs.example/dicom-web"))
 *         .withMllp(new MllpEndpoint("hl7.example", 2575, "RIS", "CLINIC"));
 * facilities.add(clinic);
 * }</pre>
 */
@NullMarked
package org.candela.facility;

import org.jspecify.annotations.NullMarked;
