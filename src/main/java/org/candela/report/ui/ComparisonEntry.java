package org.candela.report.ui;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import org.candela.report.Comparison;
import org.candela.report.SignContext;

/** Writes under Comparison; written again, the words take the place of the former ones, not one below the other. FX thread. */
final class ComparisonEntry {
    private String former = "";

    /** The field that was written to. */
    Optional<String> write(SignContext context, DraftFields fields) {
        return Comparison.of(context).map(comparison -> {
            StringProperty text = fields.text(comparison.fieldId());
            text.set(comparison.in(text.get(), former));
            former = comparison.words();
            return comparison.fieldId();
        });
    }
}
