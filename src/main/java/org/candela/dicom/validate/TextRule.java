package org.candela.dicom.validate;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.candela.dicom.ReadElement;
import org.candela.dicom.VR;

/** PS3.5 §6.2: padding, length and characters of text, by its VR. */
final class TextRule implements ElementRule {
    @Override
    public void check(ReadElement element, Report report) {
        VR vr = element.owner().vr(element.tag()).orElse(VR.UN);
        if (!vr.isText()) {
            return;
        }
        byte[] bytes = element.owner().bytes(element.tag()).orElse(new byte[0]);
        if (bytes.length > 0) {
            checkPadding(element, vr, bytes, report);
            problems(element, vr, bytes).forEach(problem -> report.error(element, problem));
        }
    }

    private static void checkPadding(ReadElement element, VR vr, byte[] bytes, Report report) {
        byte last = bytes[bytes.length - 1];
        if (vr == VR.UI && last == ' ') {
            report.error(element, "is padded with a space where UI has NUL");
        } else if (vr != VR.UI && last == 0) {
            report.error(element, "is padded with NUL where " + vr + " has a space");
        } else if (vr == VR.UI && bytes.length > 1 && last == 0 && bytes[bytes.length - 2] == 0) {
            report.error(element, "is padded with more than one NUL");
        }
    }

    /** Each once, however many values have it. */
    private static Set<String> problems(ReadElement element, VR vr, byte[] bytes) {
        TextForm form = TextForm.of(vr);
        List<String> values = form.isCoded()
                ? element.owner().strings(element.tag())
                : List.of(withoutPadding(bytes).split("\\\\", -1));
        Set<String> problems = new LinkedHashSet<>();
        values.forEach(value -> form.problem(value).ifPresent(problems::add));
        return problems;
    }

    /** Padding is one character at the very end; it is no part of the last value, nor of its length. */
    private static String withoutPadding(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        if (end == bytes.length && bytes[end - 1] == ' ') {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }
}
