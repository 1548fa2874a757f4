package org.candela.dicom;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candela.base.Uid;

/**
 * How a data set is encoded (PS3.5 §10, Annex A).
 *
 * @param uid transfer syntax UID
 * @param name name in PS3.6 Annex A, without the trailing comments
 * @param form what of the encoding differs
 */
public record TransferSyntax(Uid uid, String name, Form form) {

    /** Encoding of elements and pixel data. */
    public enum Form {
        IMPLICIT_LITTLE_ENDIAN,
        EXPLICIT_LITTLE_ENDIAN,
        EXPLICIT_BIG_ENDIAN,
        /** Explicit little endian, the whole data set deflated (PS3.5 A.5). */
        DEFLATED,
        /** Explicit little endian, pixel data in fragments (PS3.5 A.4). */
        ENCAPSULATED,
        /** Not in the table: read as explicit little endian, as PS3.5 A demands of new ones; pixels are refused. */
        UNKNOWN
    }

    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            known("1.2.840.10008.1.2", "Implicit VR Little Endian", Form.IMPLICIT_LITTLE_ENDIAN);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            known("1.2.840.10008.1.2.1", "Explicit VR Little Endian", Form.EXPLICIT_LITTLE_ENDIAN);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            known("1.2.840.10008.1.2.2", "Explicit VR Big Endian (retired)", Form.EXPLICIT_BIG_ENDIAN);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
            known("1.2.840.10008.1.2.1.99", "Deflated Explicit VR Little Endian", Form.DEFLATED);
    public static final TransferSyntax JPEG_BASELINE = encapsulated("1.2.840.10008.1.2.4.50", "JPEG Baseline");
    public static final TransferSyntax RLE_LOSSLESS = encapsulated("1.2.840.10008.1.2.5", "RLE Lossless");

    private static final Map<Uid, TransferSyntax> TABLE = Arrays.stream(new TransferSyntax[] {
                IMPLICIT_VR_LITTLE_ENDIAN,
                EXPLICIT_VR_LITTLE_ENDIAN,
                EXPLICIT_VR_BIG_ENDIAN,
                DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                JPEG_BASELINE,
                RLE_LOSSLESS,
                encapsulated("1.2.840.10008.1.2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian"),
                encapsulated("1.2.840.10008.1.2.4.51", "JPEG Extended (12-bit)"),
                encapsulated("1.2.840.10008.1.2.4.53", "JPEG Spectral Selection (retired)"),
                encapsulated("1.2.840.10008.1.2.4.55", "JPEG Full Progression (retired)"),
                encapsulated("1.2.840.10008.1.2.4.57", "JPEG Lossless"),
                encapsulated("1.2.840.10008.1.2.4.70", "JPEG Lossless, First-Order Prediction"),
                encapsulated("1.2.840.10008.1.2.4.80", "JPEG-LS Lossless"),
                encapsulated("1.2.840.10008.1.2.4.81", "JPEG-LS Near-Lossless"),
                encapsulated("1.2.840.10008.1.2.4.90", "JPEG 2000 Lossless"),
                encapsulated("1.2.840.10008.1.2.4.91", "JPEG 2000"),
                encapsulated("1.2.840.10008.1.2.4.92", "JPEG 2000 Part 2 Lossless"),
                encapsulated("1.2.840.10008.1.2.4.93", "JPEG 2000 Part 2"),
                encapsulated("1.2.840.10008.1.2.4.100", "MPEG2 Main Profile, Main Level"),
                encapsulated("1.2.840.10008.1.2.4.100.1", "Fragmentable MPEG2 Main Profile, Main Level"),
                encapsulated("1.2.840.10008.1.2.4.101", "MPEG2 Main Profile, High Level"),
                encapsulated("1.2.840.10008.1.2.4.101.1", "Fragmentable MPEG2 Main Profile, High Level"),
                encapsulated("1.2.840.10008.1.2.4.102", "MPEG-4 AVC/H.264 High Profile, Level 4.1"),
                encapsulated("1.2.840.10008.1.2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile, Level 4.1"),
                encapsulated("1.2.840.10008.1.2.4.103", "MPEG-4 AVC/H.264 BD-compatible, Level 4.1"),
                encapsulated("1.2.840.10008.1.2.4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible, Level 4.1"),
                encapsulated("1.2.840.10008.1.2.4.104", "MPEG-4 AVC/H.264 High Profile, Level 4.2, 2D"),
                encapsulated("1.2.840.10008.1.2.4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile, Level 4.2, 2D"),
                encapsulated("1.2.840.10008.1.2.4.105", "MPEG-4 AVC/H.264 High Profile, Level 4.2, 3D"),
                encapsulated("1.2.840.10008.1.2.4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile, Level 4.2, 3D"),
                encapsulated("1.2.840.10008.1.2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile, Level 4.2"),
                encapsulated(
                        "1.2.840.10008.1.2.4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile, Level 4.2"),
                encapsulated("1.2.840.10008.1.2.4.107", "HEVC/H.265 Main Profile, Level 5.1"),
                encapsulated("1.2.840.10008.1.2.4.108", "HEVC/H.265 Main 10 Profile, Level 5.1"),
                encapsulated("1.2.840.10008.1.2.4.110", "JPEG XL Lossless"),
                encapsulated("1.2.840.10008.1.2.4.111", "JPEG XL JPEG Recompression"),
                encapsulated("1.2.840.10008.1.2.4.112", "JPEG XL"),
                encapsulated("1.2.840.10008.1.2.4.201", "High-Throughput JPEG 2000 Lossless"),
                encapsulated("1.2.840.10008.1.2.4.202", "High-Throughput JPEG 2000 with RPCL, Lossless"),
                encapsulated("1.2.840.10008.1.2.4.203", "High-Throughput JPEG 2000"),
                encapsulated("1.2.840.10008.1.2.8.1", "Deflated Image Frame Compression")
            })
            .collect(Collectors.toUnmodifiableMap(TransferSyntax::uid, Function.identity()));

    /** The transfer syntax with this UID; of form {@link Form#UNKNOWN} when it is not in the table. */
    public static TransferSyntax of(Uid uid) {
        TransferSyntax listed = TABLE.get(uid);
        return listed != null ? listed : new TransferSyntax(uid, "unknown transfer syntax", Form.UNKNOWN);
    }

    /** Those of the table, in no order. */
    public static Collection<TransferSyntax> all() {
        return TABLE.values();
    }

    /** Whether pixel data comes in fragments. */
    public boolean isEncapsulated() {
        return form == Form.ENCAPSULATED;
    }

    boolean isExplicit() {
        return form != Form.IMPLICIT_LITTLE_ENDIAN;
    }

    boolean isBigEndian() {
        return form == Form.EXPLICIT_BIG_ENDIAN;
    }

    /** Name and UID, as a message to a person needs them. */
    @Override
    public String toString() {
        return name + " (" + uid + ")";
    }

    private static TransferSyntax known(String uid, String name, Form form) {
        return new TransferSyntax(new Uid(uid), name, form);
    }

    private static TransferSyntax encapsulated(String uid, String name) {
        return known(uid, name, Form.ENCAPSULATED);
    }
}
