package org.candela.report.check;

import java.util.ArrayList;
import java.util.List;
import org.candela.report.Amendment;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;

/** A version that changes a signed one says what it changes, and who was told where the meaning changes. */
// [impl->req~report.sign-amendment~1]
final class AmendmentRule implements SignRule {
    @Override
    public String id() {
        return "sign.amendment";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        if (!context.meaning().isAmendment()) {
            return List.of();
        }
        Amendment amendment = context.facts().amendment();
        List<SignFinding> lacking = new ArrayList<>();
        if (amendment.text().isEmpty()) {
            lacking.add(block("", lackingText(context.meaning())));
        }
        if (amendment.told().isEmpty() && context.meaning() != SignatureMeaning.ADDENDUM) {
            lacking.add(block("", "Who was told of it is missing: name, how and when."));
        }
        return lacking;
    }

    private static String lackingText(SignatureMeaning meaning) {
        return switch (meaning) {
            case ADDENDUM -> "The addendum says nothing.";
            case CORRECTED -> "What changed is missing: say it in a sentence.";
            default -> "Why the report is withdrawn is missing.";
        };
    }
}
