package org.candela.app;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;
import org.candela.base.CandelaException;
import org.candela.delivery.SampleReport;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.hl7.MappingBook;
import org.candela.delivery.hl7.OruMapping;
import org.candela.delivery.hl7.OruMappingReader;
import org.candela.delivery.preview.Form;
import org.candela.delivery.preview.Preview;
import org.candela.delivery.preview.ReportPreview;
import org.candela.delivery.preview.ReportPreview.Looked;
import org.candela.facility.Facility;
import org.candela.facility.ui.FacilityText;
import org.candela.image.RasterArgb;
import org.candela.report.Ledger;
import org.candela.report.SignatureMeaning;
import org.candela.ui.ArgbImage;
import org.candela.ui.Formats;
import org.candela.ui.Messages;

/** How a facility's reports are written: its mapping, and what leaves by each kind of channel. Blocks. */
// [impl->req~app.report-writing~1]
final class ReportWriting implements FacilityText {
    private final Facility facility;
    private final MappingBook book;
    private final ReportPreview previews;
    private final ZoneId zone;
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, Optional<Looked>> subjects = new LinkedHashMap<>();
    private final Messages words = Messages.of(ReportWriting.class);

    /** @param open the report on the desk; empty where there is none of this facility */
    ReportWriting(Facility facility, Ledger ledger, ReportObjects objects, Optional<Looked> open) {
        this.facility = facility;
        this.book = new MappingBook(ledger);
        this.zone = ledger.clock().getZone();
        this.previews = new ReportPreview(objects, zone);
        for (Form form : Form.values()) {
            forms.put(words.text("writing.form." + form), form);
        }
        addSample(SignatureMeaning.FINAL); // the usual one is first
        for (SignatureMeaning meaning : SignatureMeaning.values()) {
            addSample(meaning);
        }
        subjects.put(words.text("writing.open"), open);
    }

    private void addSample(SignatureMeaning meaning) {
        Looked sample = new Looked(facility, SampleReport.of(facility.id(), meaning), List.of());
        subjects.put(words.text("writing.sample." + meaning), Optional.of(sample));
    }

    @Override
    public Kept kept() throws CandelaException {
        return kept(book.of(facility.id()));
    }

    private Kept kept(MappingBook.Kept kept) {
        return new Kept(
                kept.text(),
                kept.version() == 0
                        ? words.text("writing.shipped")
                        : words.text(
                                "writing.version",
                                String.valueOf(kept.version()),
                                Formats.moment(kept.keptAt(), zone)));
    }

    @Override
    public List<String> starters() {
        return MappingBook.SHIPPED;
    }

    @Override
    public String starter(String name) {
        return MappingBook.shipped(name);
    }

    @Override
    public List<String> forms() {
        return List.copyOf(forms.keySet());
    }

    @Override
    public List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    @Override
    public Shown look(String text, Choice choice) throws CandelaException {
        OruMapping mapping = OruMappingReader.read(text);
        Optional<Looked> looked = subjects.getOrDefault(choice.subject(), Optional.empty());
        if (looked.isEmpty()) {
            return new Shown(words.text("writing.none-open"), List.of(), List.of(), List.of());
        }
        Form form = forms.getOrDefault(choice.form(), Form.HL7);
        Preview preview = previews.of(form, mapping, looked.orElseThrow());
        boolean isReal = choice.subject().equals(words.text("writing.open"));
        return new Shown(
                words.text(isReal ? "writing.real" : "writing.made-up"),
                remarks(preview),
                numbered(form, preview.lines()),
                preview.pages().stream().map(ReportWriting::image).toList());
    }

    private List<String> remarks(Preview preview) {
        return preview.gaps().stream()
                .map(gap -> words.text("writing.gap", gap))
                .toList();
    }

    /** Segments have their numbers, by which what is wrong is told. */
    private static List<String> numbered(Form form, List<String> lines) {
        if (form != Form.HL7) {
            return lines;
        }
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            numbered.add(String.format("%3d  %s", i + 1, lines.get(i)));
        }
        return numbered;
    }

    private static Image image(RasterArgb page) {
        return ArgbImage.of(page.width(), page.height(), page.pixels());
    }

    @Override
    public Kept keep(String text) throws CandelaException {
        int unused = book.keep(facility.id(), text);
        return kept();
    }
}
