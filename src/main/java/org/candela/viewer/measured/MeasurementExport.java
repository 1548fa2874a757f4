package org.candela.viewer.measured;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.structured.Concepts;
import org.candela.dicom.object.structured.MeasurementGroup;
import org.candela.dicom.object.structured.MeasurementReport;
import org.candela.dicom.object.structured.MeasurementReportWriter;
import org.candela.dicom.object.structured.Region;
import org.candela.image.ImagePoint;
import org.candela.image.SlicePlane;
import org.candela.image.Vector3;
import org.candela.measure.Figure;
import org.candela.study.FrameKey;
import org.candela.study.StudyLibrary;
import org.candela.viewer.mark.Mark;
import org.candela.viewer.mark.Reference;

/** Writes the marks of a study as a measurement report (PS3.16 TID 1500). Blocks on the disk; any thread. */
// [impl->req~viewer.measurements-written~1]
public final class MeasurementExport {
    /** No mark of the study measures anything. */
    public static final String NOTHING_MEASURED = "measurements.nothing-measured";
    /** The file could not be written. */
    public static final String DISK = "measurements.disk";

    private static final int SERIES_NUMBER = 991;

    private final StudyLibrary library;
    private final FrameFiles images;
    private final Path folder;
    private final Clock clock;

    /** @param folder where files go; made when it is not there */
    public MeasurementExport(StudyLibrary library, FrameFiles images, Path folder, Clock clock) {
        this.library = library;
        this.images = images;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A file that is there whole or not at all.
     *
     * @param groups marks that are in it
     * @param leftOut marks that measure nothing, or are of other studies, which need a report of their own
     */
    public record Written(Path file, int groups, int leftOut) {}

    /**
     * Writes what {@code marks} of {@code study} measure, as they were measured on their own images at their last change.
     *
     * @param observer who measured, a person's name, not blank
     * @throws CandelaException {@value #NOTHING_MEASURED}, {@value #DISK}, or when an image is not here or not readable
     */
    public Written write(Uid study, String observer, List<Mark> marks) throws CandelaException {
        try {
            return written(study, observer, marks);
        } catch (IOException e) {
            throw new CandelaException(DISK, "not written: " + e.getClass().getSimpleName(), e);
        }
    }

    private Written written(Uid study, String observer, List<Mark> marks) throws IOException, CandelaException {
        Map<Uid, Attributes> headers = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<MeasurementGroup> groups = new ArrayList<>();
        for (Mark mark : marks) {
            Image image = image(mark.reference().frame());
            if (image.header().uid(Tag.StudyInstanceUID).filter(study::equals).isPresent()) {
                Optional<MeasurementGroup> group = group(mark, image, numbers);
                if (group.isPresent()) {
                    headers.putIfAbsent(mark.reference().frame().sopInstance(), image.header());
                    groups.add(group.orElseThrow());
                }
            }
        }
        if (groups.isEmpty()) {
            throw new CandelaException(NOTHING_MEASURED, "no mark of the study measures anything");
        }
        MeasurementReport report = new MeasurementReport(
                Uid.random(), observer, LocalDateTime.now(clock), Concepts.IMAGING_PROCEDURE, groups);
        Attributes document = MeasurementReportWriter.write(
                report, List.copyOf(headers.values()), ObjectHeader.Place.inNewSeries(SERIES_NUMBER));
        return new Written(store(document, report.sopInstanceUid()), groups.size(), marks.size() - groups.size());
    }

    private record Image(Attributes header, ImageDescription description) {}

    private Image image(FrameKey frame) throws IOException, CandelaException {
        Path file = library.fileOf(frame.sopInstance())
                .orElseThrow(() -> new CandelaException("study.not-here", "a measured image is not here"));
        return new Image(
                DicomReader.readHeader(file).dataSet(), images.open(file).describe(frame.frameIndex()));
    }

    /** Named by kind and number where the reader wrote no words. */
    private static Optional<MeasurementGroup> group(Mark mark, Image image, Map<String, Integer> numbers) {
        Optional<Figure> figure = figure(mark, image.description());
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        String kind = mark.kind().name().toLowerCase(Locale.ROOT);
        String name =
                Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + numbers.merge(kind, 1, Integer::sum);
        ObjectReference object = reference(image.header(), mark.reference().frame());
        MarkGroups.Frame frame = new MarkGroups.Frame(
                image.header().string(Tag.Modality).orElse(""),
                image.description().place().pixelAspect(),
                shape -> new Region.OnImage(shape.graphic(), shape.points(), object));
        return new MarkGroups(mark, figure.orElseThrow(), frame).group(name);
    }

    /** The mark on its own frame; empty where the frame no longer says where it lies. */
    private static Optional<Figure> figure(Mark mark, ImageDescription description) {
        Optional<List<ImagePoint>> points = mark.reference()
                .match(
                        inPatient -> description.place().plane().map(plane -> onPlane(inPatient, plane)),
                        inImage -> Optional.of(inImage.points()));
        return points.map(on -> new Figure(mark.kind(), on));
    }

    private static List<ImagePoint> onPlane(Reference.InPatient reference, SlicePlane plane) {
        List<ImagePoint> points = new ArrayList<>();
        for (Vector3 point : reference.points()) {
            points.add(new ImagePoint(plane.column(point), plane.row(point)));
        }
        return points;
    }

    /** The frame is named only where there are several. */
    private static ObjectReference reference(Attributes header, FrameKey frame) {
        ObjectReference whole = ObjectHeader.reference(header);
        boolean isOfFrames = header.integer(Tag.NumberOfFrames).orElse(1) > 1;
        return isOfFrames
                ? new ObjectReference(whole.sopClassUid(), whole.sopInstanceUid(), List.of(frame.frameIndex() + 1))
                : whole;
    }

    private Path store(Attributes document, Uid name) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve("measurements-" + name.value() + ".dcm");
        Path copy = Files.createTempFile(folder, "measurements-", ".part");
        try {
            DicomWriter.write(DicomFile.of(document, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), copy);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
        return target;
    }
}
