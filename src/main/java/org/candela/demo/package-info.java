/**
 * The demonstration: synthetic studies, and a facility that serves them and takes reports, both on this computer.
 *
 * <p>May use: facility, dicom, image, net.web. Only demo.shift and app may use it.
 *
 * <pre>{@code
 * List<SyntheticStudy> studies = new SyntheticStudies(42, clock.instant()).write(folder);
 * try (DemoFacility facility = DemoFacility.start(settings, executor)) {
 *     Facility entry = Facility.of(new FacilityId("north"), "North Clinic", facility.dicomWeb()).asDemo();
 * }
 * }</pre>
 */
@NullMarked
package org.candela.demo;

import org.jspecify.annotations.NullMarked;
