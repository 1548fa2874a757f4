package org.candela.demo.shift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.candela.base.CandelaException;
import org.candela.demo.DemoFacility;
import org.candela.report.OpenReport;
import org.candela.report.ReportDraft;
import org.candela.report.Reports;
import org.candela.report.SignFinding;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.template.TemplateField;
import org.candela.report.template.Templates;
import org.candela.report.ui.DeliveryRow;
import org.candela.report.ui.ReportViewModel;
import org.candela.shell.ScreenRole;
import org.candela.ui.Tone;

/** Writing, signing and delivering the report. */
final class ReportActs {
    /** What may be lost when the power fails. */
    private static final Duration AUTOSAVE = Duration.ofSeconds(2);

    private static final int MOST_FIELDS = 20;
    private static final String SENTENCE = "No acute finding, typed on the virtual desk.";

    private final ShiftStage stage;
    private final Hands hands;
    private final ReportViewModel report;

    ReportActs(ShiftStage stage, Hands hands) {
        this.stage = stage;
        this.hands = hands;
        this.report = stage.work().report();
    }

    List<Act> acts() {
        return List.of(
                new Act("write", "Write the report and insert the length", this::write),
                new Act(
                        "preliminary",
                        "Sign it preliminary",
                        () -> sign(SignatureMeaning.PRELIMINARY, KeyCode.P, KeyCode.CONTROL, KeyCode.SHIFT)),
                new Act("final", "Sign it final", () -> sign(SignatureMeaning.FINAL, KeyCode.ENTER, KeyCode.CONTROL)));
    }

    private String write() throws CandelaException {
        hands.press(KeyCode.F8);
        hands.until("a field has the keyboard", () -> focused().isPresent());
        insertLength();
        compareWithPrior();
        int filled = fillWhatIsMissing();
        long lastKey = System.nanoTime();
        hands.until(
                "what was typed is saved",
                AUTOSAVE,
                () -> report.savingProperty().get().tone() == Tone.GOOD);
        long millis = (System.nanoTime() - lastKey) / 1_000_000;
        ReportDraft kept = keptDraft();
        ShiftException.require(
                kept.texts().values().stream().anyMatch(text -> text.contains(SENTENCE)),
                "the text is not in the store");
        ShiftException.require(!kept.measurements().isEmpty(), "the length is not linked to the report");
        return filled + " missing fields filled; on disk " + millis + " ms after the last key; linked length "
                + kept.measurements().get(0).measurement().text();
    }

    /** Follows what stands against a final signature from field to field. */
    private int fillWhatIsMissing() throws ShiftException {
        int filled = 0;
        while (hands.see(this::missing).isPresent() && filled < MOST_FIELDS) {
            SignFinding finding = hands.see(this::missing).orElseThrow();
            String row = finding.ruleId() + "-" + finding.fieldId();
            hands.click(hands.see(() -> stage.find(ScreenRole.WORK, row).lookup(".finding")));
            hands.until("the field has the keyboard", () -> focused()
                    .filter(node -> node.getId().equals("field-" + finding.fieldId()))
                    .isPresent());
            fill(finding.fieldId(), hands.see(() -> focused().orElseThrow()));
            hands.until("the field is filled", () -> !missing().equals(Optional.of(finding)));
            filled++;
        }
        return filled;
    }

    private Optional<SignFinding> missing() {
        return report.findings().stream()
                .filter(finding -> finding.severity() == SignFinding.Severity.BLOCK)
                .filter(finding -> !finding.fieldId().isEmpty())
                .findFirst();
    }

    private void fill(String field, Node control) throws ShiftException {
        if (control instanceof ComboBox) {
            hands.press(KeyCode.DOWN);
        } else if (kindOf(field) == TemplateField.Kind.NUMBER) {
            hands.type("12");
        } else {
            hands.press(KeyCode.END, KeyCode.CONTROL);
            hands.type(SENTENCE);
        }
    }

    private Optional<Node> focused() throws ShiftException {
        return Optional.ofNullable(stage.window(ScreenRole.WORK).getScene().getFocusOwner())
                .filter(node -> node.getId() != null && node.getId().startsWith("field-"));
    }

    private TemplateField.Kind kindOf(String fieldId) throws ShiftException {
        return field(fieldId).orElseThrow().content().kind();
    }

    private Optional<TemplateField> field(String fieldId) throws ShiftException {
        return hands.see(() -> report.reportProperty().get().map(OpenReport::template).stream()
                .flatMap(template -> template.fields().stream())
                .filter(field -> field.id().equals(fieldId))
                .findFirst());
    }

    /** Into the findings, where a reader would say it. */
    private void insertLength() throws ShiftException {
        Node findings = hands.see(() -> stage.find(ScreenRole.WORK, "field-findings"));
        hands.click(findings);
        hands.until("the findings have the keyboard", findings::isFocused);
        hands.press(KeyCode.END, KeyCode.CONTROL);
        hands.type(" Measured length ");
        hands.press(KeyCode.M, KeyCode.CONTROL);
        String length = hands.see(() -> report.measurementProperty().get());
        hands.until(
                "the length is in the text",
                () -> ((TextInputControl) findings).getText().contains(length));
    }

    private void compareWithPrior() throws ShiftException {
        Optional<LocalDate> prior =
                hands.see(() -> report.reportProperty().get().orElseThrow()).draft().study().priorDates().stream()
                        .max(LocalDate::compareTo);
        if (prior.isPresent() && field("comparison").isPresent()) {
            Node comparison = hands.see(() -> stage.find(ScreenRole.WORK, "field-comparison"));
            hands.click(comparison);
            hands.until("the comparison has the keyboard", comparison::isFocused);
            hands.press(KeyCode.A, KeyCode.CONTROL);
            hands.type("Compared with " + prior.orElseThrow() + ".");
        }
    }

    private ReportDraft keptDraft() throws CandelaException {
        var id = hands.see(() -> report.reportProperty().get().orElseThrow())
                .draft()
                .id();
        return reports().unsignedDrafts().stream()
                .filter(draft -> draft.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ShiftException("there is no draft in the store"));
    }

    private Reports reports() throws CandelaException {
        return new Reports(stage.behind().database(), Templates.shipped());
    }

    // [impl->req~demo.shift-delivery~1]
    private String sign(SignatureMeaning meaning, KeyCode key, KeyCode... held) throws CandelaException, IOException {
        OpenReport open = hands.see(() -> report.reportProperty().get().orElseThrow());
        DemoFacility facility = facilityOf(open);
        int before = facility.receivedReports().size();
        confirmWarnings();
        hands.press(key, held);
        Node pin = hands.see(() -> stage.find(ScreenRole.WORK, "report-pin"));
        hands.until("the PIN is asked for", pin::isFocused);
        hands.type(stage.behind().reader().pin());
        long start = System.nanoTime();
        hands.press(KeyCode.ENTER);
        hands.until(
                "the facility has acknowledged: "
                        + hands.see(() -> report.noticeProperty().get().text()),
                () -> deliveries().size() == before + 1
                        && deliveries().stream().allMatch(row -> row.tone() == Tone.GOOD));
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<SignedReport> versions = reports().versions(open.draft().id());
        SignedReport signed = versions.get(versions.size() - 1);
        ShiftException.require(signed.meaning() == meaning, "signed with another meaning");
        List<Path> received = facility.receivedReports();
        ShiftException.require(received.size() == before + 1, "the facility has " + received.size() + " messages");
        String message = Files.readString(received.get(before));
        ShiftException.require(
                status(message).equals(meaning == SignatureMeaning.FINAL ? "F" : "P"),
                "the facility received a message of status " + status(message));
        return "SHA-256 " + signed.sha256().substring(0, 16) + "…; received once as "
                + received.get(before).getFileName() + " (" + controlId(message) + "), acknowledged " + millis
                + " ms after Enter";
    }

    private ObservableList<DeliveryRow> deliveries() {
        return report.deliveries();
    }

    /** MSH-10; the field separator is MSH-1. */
    private static String controlId(String message) {
        return field(message, "MSH", 9);
    }

    /** OBR-25. */
    private static String status(String message) {
        return field(message, "OBR", 25);
    }

    private static String field(String message, String segment, int index) {
        return message.lines()
                .flatMap(line -> Stream.of(line.split("\\r")))
                .filter(line -> line.startsWith(segment + "|"))
                .map(line -> line.split("\\|", -1))
                .filter(fields -> fields.length > index)
                .map(fields -> fields[index])
                .findFirst()
                .orElse("");
    }

    private DemoFacility facilityOf(OpenReport open) {
        return stage.behind().facilities().stream()
                .filter(facility ->
                        facility.facility().id().equals(open.draft().study().facility()))
                .findFirst()
                .orElseThrow();
    }

    /** A warning is read and confirmed one by one. */
    private void confirmWarnings() throws ShiftException {
        for (Node box : hands.see(
                () -> List.copyOf(stage.find(ScreenRole.WORK, "report-checks").lookupAll(".check-box")))) {
            if (!hands.see(() -> ((CheckBox) box).isSelected())) {
                hands.click(box);
                hands.until("the warning is confirmed", () -> ((CheckBox) box).isSelected());
            }
        }
    }
}
