package org.candela.app;

import java.util.Optional;
import org.candela.delivery.dicom.ReportObjects;
import org.candela.delivery.preview.ReportPreview.Looked;
import org.candela.facility.Facility;
import org.candela.facility.ui.FacilitiesWindow;
import org.candela.facility.ui.FacilityText;
import org.candela.facility.ui.FacilityTextModel;
import org.candela.report.ForeseenVersion;
import org.candela.report.OpenReport;
import org.candela.report.Signature;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.ui.ReportViewModel;
import org.candela.ui.UiExecutor;

/** The texts that are kept for a facility, in its window. FX thread; they are read and kept on the I/O executor. */
record FacilityTexts(House house, Executors executors, Reporting reporting, ReportViewModel report)
        implements FacilitiesWindow.Texts {
    @Override
    public FacilityTextModel of(FacilitiesWindow.Kind kind, Facility facility) {
        FacilityText source =
                switch (kind) {
                    case REPORTS -> writing(facility);
                    case CRITICAL -> wishes(facility);
                };
        return new FacilityTextModel(source, executors.io(), new UiExecutor());
    }

    private ReportWriting writing(Facility facility) {
        House.Base base = house.base();
        return new ReportWriting(
                facility,
                base.ledger(),
                new ReportObjects(new ImagesHere(house.library()), base.clock().getZone()),
                open(facility));
    }

    private CriticalWishes wishes(Facility facility) {
        House.Base base = house.base();
        return new CriticalWishes(
                facility.id(),
                reporting.critical().policies(),
                new CriticalWishes.Desk(
                        base.clock().getZone(), reporting.signer().id(), () -> new CriticalContacts(base)
                                .phone(facility)));
    }

    /** The report on the desk: signed and complete as it is, else as a final signature would make it now. */
    private Optional<Looked> open(Facility facility) {
        return report.reportProperty()
                .get()
                .filter(open -> open.draft().study().facility().equals(facility.id()))
                .flatMap(open -> open.isFinal()
                        ? open.newest().map(newest -> signed(facility, open, newest))
                        : report.draft().map(draft -> {
                            Signature now = new Signature(
                                    reporting.signer(),
                                    SignatureMeaning.FINAL,
                                    house.base().clock().instant());
                            return new Looked(facility, ForeseenVersion.of(open, draft, now), open.versions());
                        }));
    }

    private static Looked signed(Facility facility, OpenReport open, SignedReport newest) {
        return new Looked(
                facility, newest, open.versions().subList(0, open.versions().size() - 1));
    }
}
