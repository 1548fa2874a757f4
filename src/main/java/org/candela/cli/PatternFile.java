package org.candela.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.candela.base.Uid;
import org.candela.calibration.pattern.PatternDepth;
import org.candela.calibration.pattern.PatternImage;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectHeader;
import org.candela.image.Frame;
import org.candela.image.GrayscalePipeline;
import org.candela.image.PixelLayout;

/** Forms in which a test pattern is written; each says inside the file that the pattern is synthetic. */
// [impl->req~cli.pattern~1]
enum PatternFile {
    PNG {
        @Override
        void write(PatternImage image, Path target, LocalDateTime now) throws IOException {
            Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
            if (!writers.hasNext()) {
                throw new IOException("no PNG writer in this Java runtime");
            }
            ImageWriter writer = writers.next();
            Files.deleteIfExists(target); // the stream would keep the end of a longer file
            try (ImageOutputStream stream = ImageIO.createImageOutputStream(target.toFile())) {
                if (stream == null) {
                    throw new IOException(target + " cannot be written");
                }
                BufferedImage picture = picture(image);
                writer.setOutput(stream);
                writer.write(new IIOImage(picture, null, description(writer, picture, image.statement())));
            } finally {
                writer.dispose();
            }
        }
    },
    DICOM {
        @Override
        void write(PatternImage image, Path target, LocalDateTime now) throws IOException {
            DicomWriter.write(DicomFile.of(dataSet(image, now), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), target);
        }
    };

    /** Longest LO (PS3.5 6.2). */
    private static final int LONGEST_DESCRIPTION = 64;

    abstract void write(PatternImage image, Path target, LocalDateTime now) throws IOException;

    /** The form that the name of a file asks for; empty for another. */
    static Optional<PatternFile> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".png")) {
            return Optional.of(PNG);
        }
        return name.endsWith(".dcm") ? Optional.of(DICOM) : Optional.empty();
    }

    /** P-values: 8 bits as they are, 12 bits through their window to 16, so that white is white to any viewer. */
    private static BufferedImage picture(PatternImage image) {
        Frame frame = image.frame();
        boolean isEight = image.request().depth() == PatternDepth.EIGHT;
        int width = frame.layout().columns();
        int type = isEight ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY;
        BufferedImage picture = new BufferedImage(width, frame.layout().rows(), type);
        GrayscalePipeline pipeline = image.pipeline();
        int[] row = new int[width];
        for (int y = 0; y < frame.layout().rows(); y++) {
            for (int x = 0; x < width; x++) {
                int value = frame.value(y, x);
                row[x] = isEight ? value : pipeline.pValue(value);
            }
            picture.getRaster().setPixels(0, y, width, 1, row);
        }
        return picture;
    }

    private static IIOMetadata description(ImageWriter writer, BufferedImage picture, String text) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", "Description");
        entry.setAttribute("value", text);
        IIOMetadataNode texts = new IIOMetadataNode("tEXt");
        texts.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(texts);
        metadata.mergeTree("javax_imageio_png_1.0", root);
        return metadata;
    }

    /** A Secondary Capture (PS3.3 A.8) of conversion type SYN, which is of no patient. */
    private static Attributes dataSet(PatternImage image, LocalDateTime now) {
        Attributes study = new Attributes()
                .set(Tag.StudyInstanceUID, VR.UI, Uid.random().value())
                .set(Tag.StudyDescription, VR.LO, "SYNTHETIC test patterns");
        Attributes header = ObjectHeader.of(
                study,
                new ObjectHeader.Kind(UID.SecondaryCaptureImageStorage, "OT"),
                Uid.random(),
                ObjectHeader.Place.inNewSeries(1));
        ObjectHeader.setMoment(header, Tag.StudyDate, Tag.StudyTime, now);
        ObjectHeader.setMoment(header, Tag.ContentDate, Tag.ContentTime, now);
        header.set(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY")
                .set(Tag.ConversionType, VR.CS, "SYN")
                .set(Tag.SeriesDescription, VR.LO, shortened(image.facts().title()))
                .set(Tag.ImageComments, VR.LT, image.statement())
                .set(Tag.PatientOrientation, VR.CS)
                .set(Tag.QualityControlImage, VR.CS, "YES")
                .set(Tag.BurnedInAnnotation, VR.CS, "NO")
                .setNumbers(Tag.WindowCenter, VR.DS, image.window().center())
                .setNumbers(Tag.WindowWidth, VR.DS, image.window().width());
        return withPixels(header, image.frame());
    }

    private static Attributes withPixels(Attributes header, Frame frame) {
        PixelLayout layout = frame.layout();
        byte[] bytes = frame.littleEndian();
        return header.setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, layout.photometric().term())
                .setNumbers(Tag.Rows, VR.US, layout.rows())
                .setNumbers(Tag.Columns, VR.US, layout.columns())
                .setNumbers(Tag.BitsAllocated, VR.US, layout.bitsAllocated())
                .setNumbers(Tag.BitsStored, VR.US, layout.bitsStored())
                .setNumbers(Tag.HighBit, VR.US, layout.highBit())
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, layout.bitsAllocated() > 8 ? VR.OW : VR.OB, bytes);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION);
    }
}
