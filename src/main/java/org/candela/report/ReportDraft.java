package org.candela.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        List<InsertedMeasurement> measurements) {
    public ReportDraft {
        texts = Map.copyOf(texts);
        measurements = List.copyOf(measurements);
    }

    /** A new draft with the template's initial texts. */
    public static ReportDraft begin(ReportedStudy study, Template template) {
        Map<String, String> texts = new TreeMap<>();
        template.fields().forEach(field -> texts.put(field.id(), field.initialText()));
        return new ReportDraft(ReportId.random(), study, template.id(), texts, List.of());
    }

    /** This draft knowing of these earlier examinations: more may be here than when it was begun, or fewer. */
    public ReportDraft knowing(ReportedPriors priors) {
        ReportedStudy seen =
                new ReportedStudy(study.facility(), study.studyInstanceUid(), study.patient(), study.order(), priors);
        return new ReportDraft(id, seen, templateId, texts, measurements);
    }

    /** The text of a field; empty when the field is unknown. */
    public String text(String fieldId) {
        return texts.getOrDefault(fieldId, "");
    }

    /** This draft with another text in one field. */
    public ReportDraft withText(String fieldId, String text) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.put(fieldId, text);
        return new ReportDraft(id, study, templateId, changed, measurements);
    }

    /** This draft knowing that the text of a field now holds the measurement. */
    public ReportDraft withMeasurement(String fieldId, LinkedMeasurement measurement) {
        List<InsertedMeasurement> more = new ArrayList<>(measurements);
        more.add(new InsertedMeasurement(fieldId, measurement));
        return new ReportDraft(id, study, templateId, texts, more);
    }
}
