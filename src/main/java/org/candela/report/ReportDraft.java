package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.candela.report.template.Template;

/**
 * A report that is being written. Immutable: each edit gives a new draft, so that what is saved or checked on another
 * thread cannot change under it.
 *
 * @param templateId which {@link Template} gives the fields their order and names
 * @param texts field id → text; every field of the template is present
 * @param measurements in the order inserted
 */
public record ReportDraft(
        ReportId id,
        ReportedStudy study,
        String templateId,
        Map<String, String> texts,
        List<InsertedMeasurement> measurements,
        Spoken spoken) {
    public ReportDraft {
        texts = Map.copyOf(texts);
        measurements = List.copyOf(measurements);
    }

    /** A draft in which nothing was spoken. */
    public ReportDraft(
            ReportId id,
            ReportedStudy study,
            String templateId,
            Map<String, String> texts,
            List<InsertedMeasurement> measurements) {
        this(id, study, templateId, texts, measurements, Spoken.NOTHING);
    }

    /** A new draft with the template's initial texts. */
    public static ReportDraft begin(ReportedStudy study, Template template) {
        return new ReportDraft(ReportId.random(), study, template.id(), initialTexts(template), List.of());
    }

    /** What a template says by itself. */
    static Map<String, String> initialTexts(Template template) {
        Map<String, String> texts = new TreeMap<>();
        template.fields().forEach(field -> texts.put(field.id(), field.initialText()));
        return texts;
    }

    /** The same report begun anew on another template: nothing that was written is in it. */
    public ReportDraft emptyOn(Template template) {
        Spoken none = new Spoken(List.of(), List.of(), spoken.heard());
        return new ReportDraft(id, study, template.id(), initialTexts(template), List.of(), none);
    }

    /** This draft knowing of these earlier examinations: more may be here than when it was begun, or fewer. */
    public ReportDraft knowing(ReportedPriors priors) {
        ReportedStudy seen =
                new ReportedStudy(study.facility(), study.studyInstanceUid(), study.patient(), study.order(), priors);
        return new ReportDraft(id, seen, templateId, texts, measurements, spoken);
    }

    /** The text of a field; empty when the field is unknown. */
    public String text(String fieldId) {
        return texts.getOrDefault(fieldId, "");
    }

    /** This draft with another text in one field; what stands in it keeps its place among the other characters. */
    public ReportDraft withText(String fieldId, String text) {
        return edited(fieldId, TextEdit.between(text(fieldId), text));
    }

    /** This draft after an edit of one field: what was spoken and measured moves with its characters. */
    public ReportDraft edited(String fieldId, TextEdit edit) {
        Map<String, String> changed = changed(fieldId, edit);
        return new ReportDraft(
                id,
                study,
                templateId,
                changed,
                moved(fieldId, edit),
                spoken.after(fieldId, edit, changed.getOrDefault(fieldId, "")));
    }

    /** This draft with the words of an utterance written where they belong; {@code said} are those words in the text. */
    public ReportDraft said(UUID utterance, String fieldId, TextEdit edit, List<DictatedWord> said) {
        Map<String, String> changed = changed(fieldId, edit);
        return new ReportDraft(
                id,
                study,
                templateId,
                changed,
                moved(fieldId, edit),
                spoken.afterWordsOf(utterance, fieldId, edit, changed.getOrDefault(fieldId, ""))
                        .with(said));
    }

    private Map<String, String> changed(String fieldId, TextEdit edit) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.put(fieldId, edit.applied(text(fieldId)));
        return changed;
    }

    private List<InsertedMeasurement> moved(String fieldId, TextEdit edit) {
        return measurements.stream()
                .map(one -> one.fieldId().equals(fieldId)
                        ? new InsertedMeasurement(
                                fieldId, one.measurement(), one.span().after(edit))
                        : one)
                .toList();
    }

    /** This draft knowing that the text of a field now holds the measurement. */
    public ReportDraft withMeasurement(String fieldId, LinkedMeasurement measurement) {
        return withMeasurement(new InsertedMeasurement(fieldId, measurement));
    }

    /** The same where its place is known. */
    public ReportDraft withMeasurement(InsertedMeasurement inserted) {
        List<InsertedMeasurement> more = new ArrayList<>(measurements);
        more.add(inserted);
        return new ReportDraft(id, study, templateId, texts, more, spoken);
    }

    /** This draft in which these words, which stand in its text, were spoken. */
    public ReportDraft withDictated(List<DictatedWord> more) {
        return speaking(spoken.with(more));
    }

    /** This draft with each spoken word as {@code change} gives it. */
    public ReportDraft withEachDictated(UnaryOperator<DictatedWord> change) {
        return speaking(spoken.each(change));
    }

    /** An utterance was begun; once it is understood its words belong to this place. */
    public ReportDraft awaiting(AwaitedWords place) {
        return speaking(spoken.awaiting(place));
    }

    /** The words of an utterance that is awaited belong elsewhere: a command before it led there. */
    public ReportDraft awaitingElsewhere(AwaitedWords place) {
        return speaking(spoken.movedTo(place));
    }

    /** An utterance is over that left no words in the text. */
    public ReportDraft heard(UUID utterance) {
        return speaking(spoken.hearing(utterance));
    }

    /** This text with the utterances of {@code now}, which go on whatever is taken back in the text. */
    public ReportDraft withUtterancesOf(ReportDraft now) {
        return speaking(spoken.withUtterancesOf(now.spoken, this::within));
    }

    private AwaitedWords within(AwaitedWords place) {
        int last = text(place.fieldId()).length();
        return new AwaitedWords(
                place.utterance(), place.fieldId(), Math.min(place.from(), last), Math.min(place.to(), last));
    }

    private ReportDraft speaking(Spoken changed) {
        return new ReportDraft(id, study, templateId, texts, measurements, changed);
    }

    /** What was spoken, by field and place. */
    public List<DictatedWord> dictated() {
        return spoken.words();
    }

    /** Words the reader still has to look at. */
    public List<DictatedWord> doubtful() {
        return dictated().stream().filter(DictatedWord::isDoubtful).toList();
    }
}
