package org.candela.dicom.object.structured;

import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectFiles;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.structured.KeyObjects.KeyObject;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;

/** Documents for tests. */
final class DocumentSamples {
    static final Attributes FIRST = ObjectFiles.image("1.2.3.4.1.1");
    static final Attributes SECOND = ObjectFiles.frames("1.2.3.4.1.2");
    static final ObjectHeader.Place PLACE = ObjectHeader.Place.inNewSeries(902);
    static final Uid FRAME_OF_REFERENCE = new Uid("1.2.3.4.9");

    private DocumentSamples() {}

    static KeyObjects keys() {
        Evidence.Place place = new Evidence.Place(new Uid("1.2.3.4"), new Uid("1.2.3.4.1"));
        ObjectReference second = ObjectHeader.reference(SECOND);
        return KeyObjects.ofNew(
                KeyObjectTitle.FOR_CONFERENCE,
                new KeyObjects.Note("Läsion links", "Reader^Test", Optional.of(ObjectFiles.MOMENT)),
                List.of(
                        new KeyObject(ObjectHeader.reference(FIRST), Optional.of(place)),
                        new KeyObject(
                                new ObjectReference(second.sopClassUid(), second.sopInstanceUid(), List.of(2, 5)),
                                Optional.of(place))));
    }

    /** A length on an image, the statistics of an ellipse, an angle without coordinates of its own. */
    static MeasurementReport onImages() {
        ObjectReference image = ObjectHeader.reference(FIRST);
        Region line =
                new Region.OnImage(GraphicShape.POLYLINE, List.of(new ImagePoint(1, 2), new ImagePoint(5.5, 2)), image);
        Region ellipse = new Region.OnImage(
                GraphicShape.ELLIPSE,
                List.of(new ImagePoint(1, 3), new ImagePoint(5, 3), new ImagePoint(3, 2), new ImagePoint(3, 4)),
                image);
        return report(List.of(
                new MeasurementGroup(
                        tracking("L1"),
                        Optional.of(new Code("52988006", "SCT", "Lesion")),
                        Optional.of(new MeasurementGroup.Site(
                                new Code("39607008", "SCT", "Lung"), Optional.of(new Code("7771000", "SCT", "Left")))),
                        List.of(),
                        List.of(new Measurement(
                                Concepts.LENGTH, 3.25, Concepts.MILLIMETER, Optional.empty(), List.of(line)))),
                new MeasurementGroup(
                        tracking("ROI 1"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(ellipse),
                        List.of(
                                Measurement.of(Concepts.AREA, 6.283185307179586, Concepts.SQUARE_MILLIMETER),
                                statistic(Concepts.MEAN, -12.5),
                                statistic(Concepts.STANDARD_DEVIATION, 3.75),
                                statistic(Concepts.MINIMUM, -100),
                                statistic(Concepts.MAXIMUM, 80)))));
    }

    /** A closed outline in the patient, selected from an image, and an angle of two lines. */
    static MeasurementReport inPatient() {
        Region outline = new Region.InPatient(
                GraphicShape.POLYGON,
                List.of(new Vector3(0, 0, 10), new Vector3(4, 0, 10), new Vector3(4, 3, 10), new Vector3(0, 0, 10)),
                FRAME_OF_REFERENCE,
                Optional.empty());
        Region rays = new Region.InPatient(
                GraphicShape.POLYLINE,
                List.of(new Vector3(1, 0, 10), new Vector3(0, 0, 10), new Vector3(0, 1, 10)),
                FRAME_OF_REFERENCE,
                Optional.empty());
        return report(List.of(
                new MeasurementGroup(
                        tracking("Outline"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(outline),
                        List.of(Measurement.of(Concepts.AREA, 6, Concepts.SQUARE_MILLIMETER))),
                new MeasurementGroup(
                        tracking("Angle"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(new Measurement(
                                Concepts.ANGLE, 90, Concepts.DEGREE, Optional.empty(), List.of(rays))))));
    }

    static TextReport text() {
        return new TextReport(
                Uid.random(),
                Concepts.DIAGNOSTIC_IMAGING_REPORT,
                "Reader^Test",
                ObjectFiles.MOMENT,
                List.of(
                        new TextReport.Section(
                                TextReport.Heading.FINDINGS,
                                List.of("No effusion.\r\nÜbersicht frei.", "Heart normal.")),
                        new TextReport.Section(TextReport.Heading.IMPRESSIONS, List.of("Normal."))));
    }

    private static MeasurementReport report(List<MeasurementGroup> groups) {
        return new MeasurementReport(
                Uid.random(), "Reader^Test", ObjectFiles.MOMENT, Concepts.IMAGING_PROCEDURE, groups);
    }

    private static MeasurementGroup.Tracking tracking(String name) {
        return new MeasurementGroup.Tracking(name, Optional.of(Uid.random()));
    }

    private static Measurement statistic(Code derivation, double value) {
        return Measurement.derived(Concepts.ATTENUATION, derivation, value, Concepts.HOUNSFIELD_UNIT);
    }
}
