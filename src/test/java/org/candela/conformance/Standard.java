package org.candela.conformance;

import java.util.EnumSet;
import java.util.Set;
import org.candela.dicom.TransferSyntax;

/** Which cells of the table PS3.5 defines: 8.2 for what is encapsulated, PS3.3 C.7.6.3 for what is not. */
final class Standard {
    private static final Set<Bits> NARROW = EnumSet.of(
            Bits.U8, Bits.S8, Bits.U10, Bits.S10, Bits.U12, Bits.S12, Bits.U14, Bits.S14, Bits.U16, Bits.S16);

    private Standard() {}

    /** The clause that says so. */
    static String clause(TransferSyntax syntax) {
        return switch (number(syntax)) {
            case "1", "2", "", "1.99", "1.98" -> "PS3.3 C.7.6.3, C.7.6.24, C.7.6.25; PS3.5 8.1.1, 8.2";
            case "8.1" -> "PS3.5 8.2.16";
            case "5" -> "PS3.5 Table 8.2.2-1";
            case "4.50", "4.51" -> "PS3.5 Table 8.2.1-1";
            case "4.53", "4.55" -> "former editions of PS3.5 (retired), taken as Table 8.2.1-1 has extended JPEG";
            case "4.57", "4.70" -> "PS3.5 Table 8.2.1-2";
            case "4.80", "4.81" -> "PS3.5 Table 8.2.3-1";
            case "4.90", "4.91", "4.92", "4.93" -> "PS3.5 Table 8.2.4-1";
            case "4.201", "4.202", "4.203" -> "PS3.5 8.2.14";
            default -> "PS3.5 8.2.5 to 8.2.11";
        };
    }

    /** Whether the standard lets such pixels be in such a transfer syntax. */
    static boolean defines(TransferSyntax syntax, TestImage image) {
        Colour colour = image.colour();
        Bits bits = image.bits();
        return switch (number(syntax)) {
            case "", "1", "2", "1.99" -> isNative(colour, bits);
            case "1.98", "8.1" -> isNative(colour, bits) && !bits.isFloat();
            case "5" -> isRle(colour, bits);
            case "4.50" ->
                bits == Bits.U8 && (colour.isGray() || colour == Colour.YBR_FULL_422 || colour == Colour.RGB);
            case "4.51", "4.53", "4.55" -> colour.isGray() && (bits == Bits.U8 || bits == Bits.U12);
            case "4.57", "4.70" ->
                NARROW.contains(bits)
                        && (colour.isGray() || isUnsignedOf(bits, colour.isPalette() || isByPixel(colour)));
            case "4.80" -> isJpegLs(colour, bits) || isUnsignedOf(bits, colour.isPalette());
            case "4.81" -> isJpegLs(colour, bits);
            case "4.90", "4.92", "4.201", "4.202" ->
                isJpeg2000(colour, bits)
                        || isUnsignedOf(bits, colour.isPalette())
                        || isWideUnsigned(bits, colour == Colour.YBR_RCT);
            case "4.91", "4.93" -> isJpeg2000(colour, bits) || isWideUnsigned(bits, colour == Colour.YBR_ICT);
            case "4.203" ->
                isJpeg2000(colour, bits) || isWideUnsigned(bits, colour == Colour.YBR_ICT || colour == Colour.YBR_RCT);
            case "4.108" -> colour == Colour.YBR_PARTIAL_420 && bits == Bits.U10;
            default -> colour == Colour.YBR_PARTIAL_420 && bits == Bits.U8;
        };
    }

    /** How the pictures of a video syntax are coded. */
    enum Video {
        MPEG2,
        H264,
        HEVC
    }

    static boolean isVideo(TransferSyntax syntax) {
        return number(syntax).startsWith("4.10");
    }

    /** PS3.5 8.2.5 to 8.2.11. */
    static Video video(TransferSyntax syntax) {
        return switch (number(syntax).substring(0, 5)) {
            case "4.100", "4.101" -> Video.MPEG2;
            case "4.107", "4.108" -> Video.HEVC;
            default -> Video.H264;
        };
    }

    /** The UID without {@code 1.2.840.10008.1.2.}. */
    private static String number(TransferSyntax syntax) {
        String uid = syntax.uid().value();
        return uid.length() <= 17 ? "" : uid.substring(18);
    }

    private static boolean isByPixel(Colour colour) {
        return colour == Colour.RGB || colour == Colour.YBR_FULL;
    }

    private static boolean isUnsignedOf(Bits bits, boolean isColour) {
        return isColour && NARROW.contains(bits) && !bits.isSigned();
    }

    private static boolean isWideUnsigned(Bits bits, boolean isColour) {
        return isUnsignedOf(bits, isColour) || (isColour && bits == Bits.U32);
    }

    private static boolean isNative(Colour colour, Bits bits) {
        return switch (colour) {
            case MONOCHROME1, MONOCHROME2 -> true;
            case PALETTE, PALETTE_SEGMENTED -> NARROW.contains(bits);
            case RGB, RGB_PLANES, YBR_FULL, YBR_FULL_PLANES -> !bits.isFloat() && bits != Bits.ONE && !bits.isSigned();
            case YBR_FULL_422 -> bits == Bits.U8;
            default -> false;
        };
    }

    private static boolean isRle(Colour colour, Bits bits) {
        return (colour.isGray() && (NARROW.contains(bits) || bits == Bits.ONE))
                || isUnsignedOf(bits, colour.isPalette() || colour.isRgb())
                || (colour.isYbrFull() && bits == Bits.U8);
    }

    private static boolean isJpegLs(Colour colour, Bits bits) {
        return (colour.isGray() && NARROW.contains(bits))
                || isUnsignedOf(bits, colour == Colour.RGB)
                || (colour == Colour.YBR_FULL && bits == Bits.U8);
    }

    private static boolean isJpeg2000(Colour colour, Bits bits) {
        return (colour.isGray() && !bits.isFloat()) || isWideUnsigned(bits, isByPixel(colour));
    }
}
