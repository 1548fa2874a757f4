package org.candela.report.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.candela.base.Uid;
import org.candela.facility.ReadingPriority;
import org.candela.report.DoubtfulWord;
import org.candela.report.ImageFacts;
import org.candela.report.LinkedMeasurement;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedPrior;
import org.candela.report.ReportedPriors;
import org.candela.report.ReportedStudy;
import org.candela.report.SignContext;
import org.candela.report.SignFacts;
import org.candela.report.SignatureMeaning;
import org.candela.report.TextSpan;
import org.candela.report.template.Template;
import org.candela.report.template.TemplateField;
import org.candela.report.template.TemplateSection;

/**
 * A report of the labelled set, from its file.
 *
 * @param expected rules that must speak; empty for a sound report
 * @param facts what is known beside the text, by name
 * @param sections letter of the section → text
 */
record LabelledReport(
        String id,
        Set<String> expected,
        String modality,
        String description,
        String patient,
        Map<String, String> facts,
        Map<String, String> sections) {
    private static final LocalDate EXAMINED = LocalDate.of(2026, 11, 24);
    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("H", "History");
        HEADINGS.put("T", "Technique");
        HEADINGS.put("C", "Comparison");
        HEADINGS.put("F", "Findings");
        HEADINGS.put("I", "Impression");
    }

    static List<LabelledReport> read(String file) throws IOException {
        List<LabelledReport> reports = new ArrayList<>();
        try (InputStream in =
                        Objects.requireNonNull(LabelledReport.class.getResourceAsStream("/sign-checks/" + file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("== ")) {
                    reports.add(head(line.substring(3)));
                } else if (!line.startsWith("#") && line.length() > 1) {
                    reports.get(reports.size() - 1)
                            .sections
                            .put(line.substring(0, 1), line.substring(2).strip());
                }
            }
        }
        return reports;
    }

    private static LabelledReport head(String line) {
        String[] cells = line.split("\\|", -1);
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : cells.length > 5 ? cells[5].split(";", -1) : new String[0]) {
            String[] pair = fact.strip().split("=", 2);
            facts.merge(pair[0], pair.length > 1 ? pair[1] : "", (one, other) -> one + ";" + other);
        }
        if (facts.containsKey("told")) { // several findings may have been told
            facts.keySet().stream()
                    .filter(name -> !Set.of(
                                    "told",
                                    "prior",
                                    "side",
                                    "part",
                                    "imgsex",
                                    "doubt",
                                    "seen",
                                    "measured",
                                    "screen",
                                    "nameless")
                            .contains(name))
                    .toList()
                    .forEach(name -> facts.merge("told", name, (one, other) -> one + ";" + other));
        }
        String label = cells[1].strip();
        return new LabelledReport(
                cells[0].strip(),
                label.equals("sound") ? Set.of() : new TreeSet<>(Set.of(label.split(","))),
                cells[2].strip(),
                cells[3].strip(),
                cells[4].strip(),
                facts,
                new LinkedHashMap<>());
    }

    SignContext context() {
        Template template = new Template(
                "urn:labelled",
                "Labelled",
                modality,
                Set.of(),
                HEADINGS.entrySet().stream().map(LabelledReport::section).toList());
        ReportDraft draft = ReportDraft.begin(study(), template);
        for (String letter : sections.keySet()) {
            draft = draft.withText(letter, sections.getOrDefault(letter, ""));
        }
        if (facts.containsKey("measured")) {
            draft = draft.withMeasurement(
                    "F",
                    new LinkedMeasurement(
                            Double.parseDouble(facts.getOrDefault("measured", "")),
                            LinkedMeasurement.Unit.MILLIMETRE,
                            ReportSamples.IMAGE,
                            0));
        }
        Uid shown = facts.containsKey("screen") ? new Uid("2.25.9") : ReportSamples.STUDY;
        return new SignContext(draft, template, SignatureMeaning.FINAL, List.of(shown), signFacts());
    }

    private static TemplateSection section(Map.Entry<String, String> heading) {
        TemplateField field =
                new TemplateField(heading.getKey(), "", TemplateField.Content.of(TemplateField.Kind.PROSE), "", false);
        return new TemplateSection(heading.getValue(), Set.of("F", "I").contains(heading.getKey()), List.of(field));
    }

    private SignFacts signFacts() {
        List<DoubtfulWord> words = new ArrayList<>();
        for (String name : List.of("doubt", "seen")) {
            String word = facts.getOrDefault(name, "");
            int at = sections.getOrDefault("F", "").indexOf(word);
            if (!word.isEmpty()) {
                words.add(new DoubtfulWord("F", new TextSpan(at, at + word.length()), word, 0.4, name.equals("seen")));
            }
        }
        String told = facts.getOrDefault("told", "");
        return new SignFacts(
                new ImageFacts(told("part"), told("side"), told("imgsex")),
                words,
                told.isEmpty() ? List.of() : List.of(told.split(";")),
                org.candela.report.Amendment.NONE);
    }

    /** What the images say, several by comma. */
    private Set<String> told(String name) {
        String said = facts.getOrDefault(name, "");
        return said.isEmpty() ? Set.of() : Set.of(said.split(","));
    }

    private ReportedStudy study() {
        String sex = patient.replaceAll("\\d", "");
        String year = patient.replaceAll("\\D", "");
        boolean isNameless = facts.containsKey("nameless");
        String prior = facts.getOrDefault("prior", "");
        return new ReportedStudy(
                ReportSamples.CLINIC,
                ReportSamples.STUDY,
                new ReportedPatient("Doe^Jane", isNameless ? "" : "MRN1", "CLINIC", year + "0412", sex),
                new ReportedOrder(
                        isNameless ? "" : "AC1",
                        "PL1",
                        "",
                        "Order^Mary",
                        new ReportedOrder.Examination(
                                modality, description, LocalDateTime.of(EXAMINED, java.time.LocalTime.NOON)),
                        ReadingPriority.ROUTINE),
                new ReportedPriors(
                        prior.isEmpty()
                                ? List.of()
                                : List.of(new ReportedPrior(
                                        ReportSamples.EARLIER,
                                        LocalDate.parse(prior),
                                        "Earlier",
                                        "",
                                        ReportedPrior.Whereabouts.HERE)),
                        List.of()));
    }
}
