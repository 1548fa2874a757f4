package org.candela.report.ui;

import java.util.Optional;
import org.candela.report.Comparison;
import org.candela.report.SignContext;
import org.candela.report.TextEdit;

/** Writes under Comparison; written again, the words take the place of the former ones, not one below the other. FX thread. */
final class ComparisonEntry {
    private String former = "";

    /** The field that was written to. */
    Optional<String> write(SignContext context, DraftFields fields) {
        return Comparison.of(context).map(comparison -> {
            String before = context.draft().text(comparison.fieldId());
            TextEdit edit = TextEdit.between(before, comparison.in(before, former));
            if (!edit.isNothing()) {
                fields.edit(DraftHistory.Kind.COMMANDED, comparison.fieldId(), edit);
            }
            former = comparison.words();
            return comparison.fieldId();
        });
    }
}
