/**
 * Structured documents: key object selections, structured reports and the measurements in them, as values, read and
 * written.
 *
 * <p>May use: dicom, dicom.object, image, base.
 *
 * <pre>{@code
 * StructuredReport report = StructuredReportReader.read(file.dataSet());
 * ReportText.lines(report).forEach(line -> show(line.depth(), line.text()));
 * List<MeasurementGroup> groups = MeasurementReader.groups(report);
 * }</pre>
 */
@NullMarked
package org.candela.dicom.object.structured;

import org.jspecify.annotations.NullMarked;
