package org.candela.dicom.image;

import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;

/** What transfer syntaxes lose, by the terms of Lossy Image Compression Method (PS3.3 C.7.6.1.1.5.1). */
final class LossySyntaxes {
    private static final String JPEG = "ISO_10918_1";
    private static final String JPEG_LS = "ISO_14495_1";
    private static final String JPEG_2000 = "ISO_15444";
    private static final String H264 = "ISO_14496_10";
    private static final String ROOT = "1.2.840.10008.1.2.4.";
    private static final String FRAGMENTABLE = ".1";

    /** Last component of the UID → method; a syntax that never loses is not here. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("50", JPEG),
            Map.entry("51", JPEG),
            Map.entry("53", JPEG),
            Map.entry("55", JPEG),
            Map.entry("81", JPEG_LS),
            Map.entry("91", JPEG_2000 + "_1"),
            Map.entry("93", JPEG_2000 + "_2"),
            Map.entry("203", JPEG_2000 + "_15"),
            Map.entry("100", "ISO_13818_2"),
            Map.entry("101", "ISO_13818_2"),
            Map.entry("102", H264),
            Map.entry("103", H264),
            Map.entry("104", H264),
            Map.entry("105", H264),
            Map.entry("106", H264),
            Map.entry("107", "ISO_23008_2"),
            Map.entry("108", "ISO_23008_2"));

    private LossySyntaxes() {}

    /** How the syntax loses, if it can. */
    static Optional<String> method(Uid syntax) {
        String uid = syntax.value();
        if (!uid.startsWith(ROOT)) {
            return Optional.empty();
        }
        String last = uid.substring(ROOT.length());
        boolean isFragmentable = last.endsWith(FRAGMENTABLE); // a twin of the same coding (PS3.5 A.4.5 to A.4.7)
        return Optional.ofNullable(
                METHODS.get(isFragmentable ? last.substring(0, last.length() - FRAGMENTABLE.length()) : last));
    }

    /** Whether pixels in the syntax have lost something, whatever the header says; JPEG 2000 and JPEG-LS need not have. */
    static boolean alwaysLoses(Uid syntax) {
        return method(syntax).filter(method -> !mayBeExact(method)).isPresent();
    }

    /** Whether a method can be used without loss. */
    static boolean mayBeExact(String method) {
        return method.startsWith(JPEG_2000) || method.equals(JPEG_LS);
    }
}
