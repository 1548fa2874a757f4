package org.candela.report.check;

import java.util.List;
import org.candela.base.Uid;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;

/** The report must be about what is on the screens: the classic wrong-patient report is dictated over other images. */
// [impl->req~report.sign-other-study~1]
final class StudyOnScreenRule implements SignRule {
    @Override
    public String id() {
        return "sign.other-study";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        List<Uid> onScreen = context.studiesOnScreen();
        if (onScreen.contains(context.draft().study().studyInstanceUid())) {
            return List.of();
        }
        return onScreen.isEmpty()
                ? List.of(warn("", "The study of this report is not open in the viewer."))
                : List.of(block("", "The viewer shows another study than the one of this report."));
    }
}
