package org.candela.study;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;

/** An image of three megapixels and 12 bits in several resolutions, by the coders of others. */
public final class LargeImages {
    public static final int COLUMNS = 2048;
    public static final int ROWS = 1536;

    private LargeImages() {}

    /** Who codes, and in which order packets come. */
    public enum Coding {
        HT_RPCL("1.2.840.10008.1.2.4.202"),
        RPCL("1.2.840.10008.1.2.4.90"),
        RLCP("1.2.840.10008.1.2.4.90"),
        LRCP("1.2.840.10008.1.2.4.90");

        private final String syntax;

        Coding(String syntax) {
            this.syntax = syntax;
        }

        /** The program that must be there. */
        public String program() {
            return this == HT_RPCL ? "ojph_compress" : "opj_compress";
        }
    }

    /** Slice 0 of study {@code 1.2.study}, this large; the codestream stands beside it as {@code coded.*}. */
    public static Path image(int study, Coding coding, Path folder) throws IOException, InterruptedException {
        Path stream = coded(coding, folder);
        byte[] bytes = Files.readAllBytes(stream);
        if (bytes.length % 2 != 0) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
        }
        Attributes image = SmallStudies.slice(study, 0)
                .set(Tag.SOPClassUID, VR.UI, UID.SecondaryCaptureImageStorage.value())
                .setNumbers(Tag.Rows, VR.US, ROWS)
                .setNumbers(Tag.Columns, VR.US, COLUMNS)
                .setNumbers(Tag.WindowCenter, VR.DS, 2048)
                .setNumbers(Tag.WindowWidth, VR.DS, 4096)
                .setFragments(Tag.PixelData, new Fragments(new byte[0], List.of(BulkData.ofBytes(bytes))));
        Path file = folder.resolve("large-" + coding + ".dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.of(new Uid(coding.syntax))), file);
        return file;
    }

    private static Path coded(Coding coding, Path folder) throws IOException, InterruptedException {
        Peer.need(coding.program());
        Files.write(folder.resolve("plain.raw"), samples());
        if (coding == Coding.HT_RPCL) {
            Files.copy(folder.resolve("plain.raw"), folder.resolve("plain.yuv"));
            Peer.run(
                    folder,
                    List.of(
                            "ojph_compress",
                            "-i",
                            "plain.yuv",
                            "-o",
                            "coded.j2c",
                            "-dims",
                            "{" + COLUMNS + "," + ROWS + "}",
                            "-num_comps",
                            "1",
                            "-signed",
                            "false",
                            "-bit_depth",
                            "12",
                            "-downsamp",
                            "{1,1}",
                            "-reversible",
                            "true",
                            "-prog_order",
                            "RPCL"));
            return folder.resolve("coded.j2c");
        }
        Files.copy(folder.resolve("plain.raw"), folder.resolve("plain.rawl"));
        String layout = COLUMNS + "," + ROWS + ",1,12,u";
        Peer.run(
                folder,
                List.of("opj_compress", "-i", "plain.rawl", "-o", "coded.j2k", "-F", layout, "-p", coding.name()));
        return folder.resolve("coded.j2k");
    }

    /** Rings and a ramp with a little noise, so that every resolution has something to say. */
    private static byte[] samples() {
        ByteBuffer samples = ByteBuffer.allocate(2 * ROWS * COLUMNS).order(ByteOrder.LITTLE_ENDIAN);
        int noise = 1;
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            noise = noise * 1103515245 + 12345;
            int row = i / COLUMNS;
            double away = Math.hypot(i % COLUMNS - COLUMNS / 2.0, row - ROWS / 2.0);
            double value = 1500 + 900 * Math.cos(away / 20) + (i % COLUMNS) / 4.0 + (noise >>> 28);
            samples.putShort((short) Math.max(0, Math.min(4095, value)));
        }
        return samples.array();
    }
}
