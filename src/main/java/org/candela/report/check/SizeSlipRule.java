package org.candela.report.check;

import java.util.List;
import java.util.Optional;
import org.candela.report.SignFinding;

/** A size of the impression that is ten times or a tenth of one in the findings, and equals none: mm for cm, or the point. */
// [impl->req~report.sign-size-slip~1]
final class SizeSlipRule implements SignRule {
    @Override
    public String id() {
        return "sign.size-slip";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        List<Size> found = Size.in(text.sentences(Part.FINDINGS));
        return Size.in(text.sentences(Part.IMPRESSION)).stream()
                .filter(said -> found.stream().noneMatch(said::agreesWith))
                .flatMap(said -> slip(said, found).stream()
                        .map(one -> warn(
                                said.sentence(),
                                said.sentence().span(said.from(), said.to()),
                                "The impression says " + said.written() + ", the findings " + one.written()
                                        + ": mend the unit or the point.")))
                .distinct()
                .toList();
    }

    private static Optional<Size> slip(Size said, List<Size> found) {
        return found.stream()
                .filter(said::isTenfold)
                .filter(one ->
                        Prose.shareAWord(said.sentence().text(), one.sentence().text()))
                .findFirst();
    }
}
