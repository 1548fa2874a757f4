package org.candela.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.codec.Decoders;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.UnsupportedImageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfer syntaxes without a decoder: each is refused by its name, whatever its pixels are. */
class RefusedConformanceTest {
    /** JPIP, whose pixels are elsewhere, and SMPTE streams: not known to us, so that only the UID can be told. */
    private static final List<String> UNKNOWN = List.of(
            "1.2.840.10008.1.2.4.94",
            "1.2.840.10008.1.2.4.95",
            "1.2.840.10008.1.2.4.204",
            "1.2.840.10008.1.2.4.205",
            "1.2.840.10008.1.2.7.1");

    @TempDir
    private Path folder;

    // [utest->req~dicom-image.conformance~1]
    // [utest->req~dicom-image.refuse~1]
    @Test
    void whatHasNoDecoderIsRefusedByItsName() throws Exception {
        StringBuilder measured = new StringBuilder("| transfer syntax | what the user is told |\n|---|---|\n");
        List<TransferSyntax> refused = Stream.concat(
                        TransferSyntax.all().stream()
                                .filter(syntax -> !Standard.isVideo(syntax))
                                .filter(syntax ->
                                        Decoders.forTransferSyntax(syntax.uid()).isEmpty()),
                        UNKNOWN.stream().map(Uid::new).map(TransferSyntax::of))
                .sorted(Comparator.comparing(syntax -> syntax.uid().value()))
                .toList();
        for (TransferSyntax syntax : refused) {
            Path file = folder.resolve("refused.dcm");
            TestImage image = new TestImage(Colour.MONOCHROME2, Bits.U8);
            Measurement.write(image, image.nativeBytes(), syntax, file);

            var failure = assertThrows(UnsupportedImageException.class, () -> FrameReader.open(file));

            String message = String.valueOf(failure.getMessage());
            assertTrue(message.contains(syntax.uid().value()), message);
            measured.append("| ")
                    .append(syntax.name())
                    .append(" (")
                    .append(syntax.uid())
                    .append(") | ");
            measured.append(message.replace("refused.dcm: ", "")).append(" |\n");
        }

        Document.check("refused", measured.toString());
    }
}
