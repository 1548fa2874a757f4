package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.image.ImagePoint;

/** Reports for tests of other rooms. */
public final class ReportSamples {
    private ReportSamples() {}

    /** A length on each of {@code images}, as a measurement report. */
    public static Attributes measured(List<Attributes> images) {
        List<MeasurementGroup> groups = new ArrayList<>();
        for (Attributes image : images) {
            Region line = new Region.OnImage(
                    GraphicShape.POLYLINE,
                    List.of(new ImagePoint(1, 1), new ImagePoint(4, 5)),
                    ObjectHeader.reference(image));
            groups.add(new MeasurementGroup(
                    new MeasurementGroup.Tracking("Nodule " + (groups.size() + 1), Optional.of(Uid.random())),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(new Measurement(
                            Concepts.LENGTH, 12.5, Concepts.MILLIMETER, Optional.empty(), List.of(line)))));
        }
        MeasurementReport report = new MeasurementReport(
                Uid.random(), "Reader^Test", ObjectFiles.MOMENT, Concepts.IMAGING_PROCEDURE, groups);
        return MeasurementReportWriter.write(report, images, ObjectHeader.Place.inNewSeries(902));
    }

    /** A report in words of many lines about {@code image}. */
    public static Attributes longText(Attributes image) {
        List<String> findings = new ArrayList<>();
        for (int i = 1; i <= 120; i++) {
            findings.add("Finding " + i + " of the lungs, unchanged since the former examination.");
        }
        TextReport text = new TextReport(
                Uid.random(),
                Concepts.DIAGNOSTIC_IMAGING_REPORT,
                "Reader^Test",
                ObjectFiles.MOMENT.minusYears(1),
                List.of(
                        new TextReport.Section(TextReport.Heading.FINDINGS, findings),
                        new TextReport.Section(TextReport.Heading.IMPRESSIONS, List.of("Unchanged."))));
        return TextReportWriter.write(text, List.of(image), ObjectHeader.Place.inNewSeries(903));
    }
}
