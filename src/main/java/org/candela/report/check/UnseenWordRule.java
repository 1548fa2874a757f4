package org.candela.report.check;

import java.util.List;
import java.util.Locale;
import org.candela.report.DoubtfulWord;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;

/** Words that the speech engine was unsure of are looked at before they are signed. */
// [impl->req~report.sign-words-unseen~1]
final class UnseenWordRule implements SignRule {
    @Override
    public String id() {
        return "sign.words-unseen";
    }

    @Override
    public List<SignFinding> check(CheckedText text) {
        SignContext context = text.context();
        return context.facts().doubtfulWords().stream()
                .filter(word -> !word.isSeen())
                .filter(word ->
                        word.span().of(context.draft().text(word.fieldId())).equals(word.word()))
                .map(this::finding)
                .toList();
    }

    private SignFinding finding(DoubtfulWord word) {
        String message = String.format(
                Locale.ROOT,
                "\"%s\" was heard uncertainly (%.0f %%): look at it, play it again, or say it anew.",
                word.word(),
                100 * word.confidence());
        return new SignFinding(id(), SignFinding.Severity.WARN, word.fieldId(), word.span(), message);
    }
}
