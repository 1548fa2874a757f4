package org.candela.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.dicom.object.document.PdfPages;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.region.RegionOfInterest;
import org.candela.dicom.object.region.Segment;
import org.candela.dicom.object.region.Segmentation;
import org.candela.dicom.object.region.SegmentationReader;
import org.candela.dicom.object.region.StructureSet;
import org.candela.dicom.object.region.StructureSetReader;
import org.candela.dicom.object.structured.KeyObjects;
import org.candela.dicom.object.structured.KeyObjectsReader;
import org.candela.dicom.object.structured.ReportLine;
import org.candela.dicom.object.structured.ReportText;
import org.candela.dicom.object.structured.StructuredReportReader;
import org.candela.dicom.object.waveform.Waveform;
import org.candela.dicom.object.waveform.WaveformReader;
import org.candela.dicom.object.waveform.WaveformText;
import org.candela.image.PixelLayout;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/** An object in words, a line a fact. */
final class ObjectLines {
    private final List<String> lines = new ArrayList<>();

    private ObjectLines() {}

    /** Opens the frames of the object when it is an image. */
    interface Frames {
        FrameReader open() throws IOException, CandelaException;
    }

    /** What is in {@code file}. */
    static List<String> of(DicomFile file, Frames frames) throws IOException, CandelaException {
        ObjectLines lines = new ObjectLines();
        lines.describe(file.dataSet(), frames);
        return lines.lines;
    }

    private void describe(Attributes dataSet, Frames frames) throws IOException, CandelaException {
        Optional<Uid> sopClass = dataSet.uid(Tag.SOPClassUID);
        if (sopClass.filter(PresentationStateReader::reads).isPresent()) {
            lines.addAll(StateLines.of(PresentationStateReader.read(dataSet)));
        } else if (sopClass.filter(KeyObjectsReader::reads).isPresent()) {
            keys(KeyObjectsReader.read(dataSet));
        } else if (sopClass.filter(StructuredReportReader::reads).isPresent()) {
            for (ReportLine line : ReportText.lines(StructuredReportReader.read(dataSet))) {
                lines.add("  ".repeat(line.depth()) + line.text());
            }
        } else if (sopClass.filter(EncapsulatedPdf::reads).isPresent()) {
            pdf(EncapsulatedPdf.read(dataSet));
        } else if (sopClass.filter(WaveformReader::reads).isPresent()) {
            Waveform waveform = WaveformReader.read(dataSet);
            lines.addAll(WaveformText.lines(waveform));
            warnings(waveform.warnings());
        } else if (sopClass.filter(SegmentationReader::reads).isPresent()) {
            segmentation(SegmentationReader.read(dataSet));
        } else if (sopClass.filter(StructureSetReader::reads).isPresent()) {
            structures(StructureSetReader.read(dataSet));
        } else {
            image(frames.open());
        }
    }

    private void keys(KeyObjects keys) {
        lines.add("title: " + keys.title().meaning());
        keys.modifiers().forEach(code -> lines.add("modifier: " + code.meaning()));
        addStated("note", keys.note().text());
        addStated("observer", keys.note().observer());
        keys.note().created().ifPresent(moment -> lines.add("created: " + moment));
        for (KeyObjects.KeyObject one : keys.objects()) {
            String frames = one.object().frames().isEmpty()
                    ? ""
                    : ", frames " + joined(one.object().frames());
            lines.add("marked: " + one.object().sopInstanceUid() + frames);
        }
        warnings(keys.warnings());
    }

    private void pdf(EncapsulatedPdf pdf) throws IOException, CandelaException {
        addStated("title", pdf.title());
        lines.add("bytes: " + pdf.bytes().length);
        try (PdfPages pages = PdfPages.open(pdf)) {
            lines.add("pages: " + pages.count());
        }
    }

    private void segmentation(Segmentation segmentation) {
        addStated("label", segmentation.identity().label());
        String kind = segmentation.coding().kind().name().toLowerCase(Locale.ROOT);
        lines.add(segmentation.grid().rows() + " × " + segmentation.grid().columns() + ", "
                + segmentation.frames().size() + " frames, " + kind);
        for (Segment segment : segmentation.segments()) {
            lines.add("segment " + segment.number() + ": " + segment.label()
                    + segment.property()
                            .map(what -> " (" + what.category().meaning() + ", "
                                    + what.type().meaning() + ")")
                            .orElse("")
                    + segment.color().map(color -> ", " + hex(color.argb())).orElse(""));
        }
        warnings(segmentation.warnings());
    }

    private void structures(StructureSet set) {
        addStated("label", set.label());
        for (RegionOfInterest region : set.regions()) {
            String type = region.interpretedType().isEmpty() ? "" : " (" + region.interpretedType() + ")";
            String color = region.argb().isPresent() ? ", " + hex(region.argb().orElseThrow()) : "";
            lines.add("region " + region.number() + ": " + region.name() + type + ", "
                    + region.contours().size() + " contours" + color);
        }
        warnings(set.warnings());
    }

    private void image(FrameReader reader) throws CandelaException {
        ImageDescription image = reader.describe(0);
        PixelLayout layout = image.layout();
        lines.add(layout.rows() + " × " + layout.columns() + ", " + reader.frameCount()
                + (reader.frameCount() == 1 ? " frame, " : " frames, ")
                + layout.photometric().term() + ", " + layout.bitsStored()
                + (layout.isSigned() ? " bits signed" : " bits"));
        lines.add("spacing: "
                + image.place()
                        .spacing()
                        .spacing()
                        .map(size -> size.rowSpacingMm() + " × " + size.columnSpacingMm() + " ")
                        .orElse("")
                + image.place().spacing().label());
        image.place()
                .plane()
                .ifPresent(plane -> lines.add("plane: origin " + plane.origin() + ", normal " + plane.normal()));
        if (layout.photometric().isGrayscale()) {
            lines.add("rescale: " + image.rescale().slope() + " · x + "
                    + image.rescale().intercept() + " " + image.rescale().unit());
            image.voi().forEach(voi -> lines.add("VOI: " + said(voi)));
        }
        if (image.isLossy()) {
            lines.add("compressed with loss");
        }
        warnings(image.warnings());
    }

    static String said(VoiTransform voi) {
        if (voi instanceof VoiWindow window) {
            return "center " + window.center() + ", width " + window.width() + ", " + window.function();
        }
        VoiWindow span = voi.window();
        return "table over " + span.width() + " values around " + span.center();
    }

    private void addStated(String name, String text) {
        if (!text.isEmpty()) {
            lines.add(name + ": " + text);
        }
    }

    private void warnings(List<String> warnings) {
        warnings.forEach(warning -> lines.add("not applied or not read: " + warning));
    }

    static String hex(int argb) {
        return String.format(Locale.ROOT, "#%06X", argb & 0xFFFFFF);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
