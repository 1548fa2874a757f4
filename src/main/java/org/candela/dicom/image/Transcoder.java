package org.candela.dicom.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.codec.Encoders;
import org.candela.codec.VideoFrames;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.image.PixelLayout;

/**
 * Rewrites an object in another transfer syntax with the same pixels, so that it keeps its SOP Instance UID (PS3.4
 * B.4.1.4 allows what loses nothing).
 *
 * <p>Between uncompressed syntaxes the pixels are copied as they are. Otherwise each frame is decoded, encoded, decoded
 * again and compared before the file is written, whole or not at all. Stateless; safe from any thread.
 */
public final class Transcoder {
    private Transcoder() {}

    // [impl->req~dicom-image.transcode~1]
    /**
     * Writes {@code source} to {@code target} in {@code syntax}; they may be the same file.
     *
     * @throws UnsupportedImageException when the syntax cannot be written, or something would be lost in it
     * @throws org.candela.dicom.DicomFormatException when the source cannot be read
     */
    public static void transcode(Path source, TransferSyntax syntax, Path target) throws IOException, CandelaException {
        if (Encoders.forTransferSyntax(syntax.uid()).isEmpty()) {
            throw new UnsupportedImageException(
                    "writing " + syntax + " is not supported; nothing is compressed with loss");
        }
        DicomFile file = DicomReader.read(source);
        TranscodedAttributes.requireObject(source, file.meta());
        boolean keepsPixels = file.transferSyntax().equals(syntax)
                || (!file.transferSyntax().isEncapsulated() && !syntax.isEncapsulated());
        if (keepsPixels) {
            DicomWriter.write(written(file, file.dataSet(), syntax), target);
            return;
        }
        if (VideoFrames.coding(file.transferSyntax().uid()).isPresent()) {
            throw new UnsupportedImageException(
                    source.getFileName() + ": a video cannot be written in another transfer syntax");
        }
        TranscodedAttributes.requireKeepable(source, file.dataSet());
        FrameReader reader = FrameReader.open(source);
        try (EncodedFrames frames = EncodedFrames.beside(target)) {
            PixelLayout layout = frames.encode(reader, syntax);
            Attributes dataSet = file.dataSet().copy();
            TranscodedAttributes.update(dataSet, file.transferSyntax(), layout);
            frames.putInto(dataSet, layout, syntax);
            DicomWriter.write(written(file, dataSet, syntax), target);
        }
    }

    /** Who writes a file names itself in it (PS3.10 7.1). */
    private static DicomFile written(DicomFile source, Attributes dataSet, TransferSyntax syntax) {
        Attributes meta =
                source.meta().copy().remove(Tag.ImplementationClassUID).remove(Tag.ImplementationVersionName);
        return new DicomFile(meta, dataSet, syntax, List.of());
    }
}
