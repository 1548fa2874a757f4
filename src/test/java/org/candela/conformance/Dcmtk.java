package org.candela.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candela.Peer;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.image.FrameReader;

/** DCMTK's coders: they take a file without compression and write one with it. */
final class Dcmtk {
    private final Path folder;
    private final Map<String, Made> made = new HashMap<>();

    Dcmtk(Path folder) {
        this.folder = folder;
    }

    /**
     * The codestream that {@code encoder} makes of the picture. Colours and tables do not matter to a coder, so it gets
     * the picture as MONOCHROME2 or RGB; the header around the stream says what it is.
     */
    byte[] stream(TestImage image, String encoder) throws Exception {
        return made(image, encoder, "").stream();
    }

    /** That, and what {@code decoder}, DCMTK's too, makes of it. */
    Made made(TestImage image, String encoder, String decoder) throws Exception {
        boolean isGray = image.colour().samples() == 1;
        TestImage plain = new TestImage(isGray ? Colour.MONOCHROME2 : Colour.RGB, image.bits());
        String key = plain + " " + encoder;
        Made known = made.get(key);
        if (known == null) {
            Path source = folder.resolve("plain.dcm");
            Measurement.write(plain, plain.nativeBytes(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, source);
            Peer.run(folder, command(encoder, source, coded()));
            known = new Made(codestream(coded()), decoder.isEmpty() ? plain.values() : decoded(decoder));
            made.put(key, known);
        }
        return known;
    }

    private double[] decoded(String decoder) throws Exception {
        Path decoded = folder.resolve("decoded.dcm");
        Peer.run(folder, command(decoder, coded(), decoded));
        return Measurement.numbers(FrameReader.open(decoded).readStored(0));
    }

    /**
     * A stream and the samples to be had from it.
     *
     * @param stream one frame
     * @param samples those of the picture, or those that the decoder found
     */
    record Made(byte[] stream, double[] samples) {}

    private Path coded() {
        return folder.resolve("coded.dcm");
    }

    private static List<String> command(String command, Path from, Path to) {
        List<String> whole = new ArrayList<>(List.of(command.split(" ")));
        whole.add(from.toString());
        whole.add(to.toString());
        return whole;
    }

    /** The only frame of an encapsulated file. */
    static byte[] codestream(Path file) throws Exception {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (BulkData item : DicomReader.read(file)
                .dataSet()
                .fragments(Tag.PixelData)
                .orElseThrow()
                .items()) {
            stream.writeBytes(item.read());
        }
        return stream.toByteArray();
    }
}
