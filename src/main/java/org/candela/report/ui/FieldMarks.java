package org.candela.report.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import org.candela.report.DictatedWord;
import org.candela.report.InsertedMeasurement;
import org.candela.report.LinkedMeasurement;
import org.candela.report.ReportDraft;
import org.candela.report.TextSpan;
import org.candela.report.template.TemplateField;

/** What is marked in a field: unknown and doubtful words, measurements and whether the text still agrees with them. FX thread. */
// [impl->req~report.marks~1]
final class FieldMarks {
    private final DeskState desk;
    private final SpellingModel spelling;
    private Consumer<LinkedMeasurement> shower = measurement -> {};

    FieldMarks(DeskState desk, SpellingModel spelling) {
        this.desk = desk;
        this.spelling = spelling;
    }

    /** Who shows images. */
    void onShow(Consumer<LinkedMeasurement> showing) {
        shower = showing;
    }

    /** Shows the image of the measurement at the caret; whether there is one. */
    // [impl->req~report.viewer-link~1]
    boolean showImage() {
        WritingPlace at = desk.fields().place().get();
        Optional<LinkedMeasurement> here = desk.draft().flatMap(draft -> draft.measurements().stream()
                .filter(one -> at.isIn(one.fieldId()) && one.span().touches(at.caret()))
                .map(InsertedMeasurement::measurement)
                .findFirst());
        here.ifPresent(shower);
        return here.isPresent();
    }

    /** Accepts every uncertain word of the field that is written in. */
    void acceptWords() {
        WritingPlace at = desk.fields().place().get();
        desk.fields().look(word -> at.isIn(word.fieldId()));
    }

    /** The next uncertain word after the caret, going round, selected; it has been looked at then. */
    Optional<WritingPlace> nextDoubtful() {
        WritingPlace at = desk.fields().place().get();
        List<DictatedWord> doubtful = desk.draft().stream()
                .flatMap(draft -> draft.doubtful().stream())
                .sorted(Comparator.<DictatedWord>comparingInt(word -> order(word.fieldId()))
                        .thenComparingInt(word -> word.span().from()))
                .toList();
        Optional<DictatedWord> next = doubtful.stream()
                .filter(word -> order(word.fieldId()) > order(at.fieldId())
                        || (at.isIn(word.fieldId()) && word.span().from() >= at.to()))
                .findFirst()
                .or(() -> doubtful.stream().findFirst());
        next.ifPresent(word -> desk.fields().look(word::equals));
        return next.map(word ->
                new WritingPlace(word.fieldId(), word.span().from(), word.span().to()));
    }

    private int order(String fieldId) {
        return desk.templateFields().stream().map(TemplateField::id).toList().indexOf(fieldId);
    }

    /** Another number whenever marks have changed that are no part of the draft. */
    ReadOnlyLongProperty revision() {
        return spelling.revision();
    }

    /** In places of what is written. */
    List<TextMark> of(TemplateField field, ReportDraft draft) {
        List<TextMark> marks = new ArrayList<>(spelling.marks(field, draft));
        draft.dictated().stream()
                .filter(word -> word.fieldId().equals(field.id()))
                .filter(DictatedWord::isDoubtful)
                .forEach(word -> marks.add(new TextMark(TextMark.Kind.DOUBTFUL, word.span())));
        draft.measurements().stream()
                .filter(one -> one.fieldId().equals(field.id()) && !one.span().isEmpty())
                .forEach(one -> marks.add(new TextMark(kind(one, draft.text(field.id()), field), one.span())));
        return marks;
    }

    private static TextMark.Kind kind(InsertedMeasurement one, String text, TemplateField field) {
        return isAgreeing(one, text, field) ? TextMark.Kind.LINKED : TextMark.Kind.DISAGREEING;
    }

    /** Whether the linked characters still say what was measured; how much may be rounded is for the check to say. */
    static boolean isAgreeing(InsertedMeasurement one, String text, TemplateField field) {
        TextSpan span = one.span();
        return one.measurement().isSaidBy(span.of(text), field.content().unit());
    }
}
