package org.candela.delivery.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.Parcel;
import org.candela.delivery.ReportObjectUid;
import org.candela.delivery.ReportWords;
import org.candela.delivery.document.ReportPdf;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.dicom.object.document.EncapsulatedPdfWriter;
import org.candela.dicom.object.structured.Concepts;
import org.candela.dicom.object.structured.Evidence;
import org.candela.dicom.object.structured.SignedText;
import org.candela.dicom.object.structured.SignedTextWriter;
import org.candela.dicom.object.structured.TextReport;
import org.candela.report.ReportSection;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.ReportedStudy;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.Signer;

/**
 * A signed version as a DICOM object (PS3.10 file, explicit little endian): the same object with the same UID at each
 * attempt, so that an archive that gets it twice has it once.
 */
// [impl->req~delivery.sr~1]
public final class ReportObjects {
    /** What its parcels are. */
    public static final String MEDIA_TYPE = "application/dicom";

    private static final Uid BASIC_TEXT = new Uid("1.2.840.10008.5.1.4.1.1.88.11");
    private static final int SR_SERIES = 992;
    private static final int PDF_SERIES = 993;

    private final StudyImages images;
    private final ZoneId zone;

    /** @param zone of dates and times in the objects */
    public ReportObjects(StudyImages images, ZoneId zone) {
        this.images = images;
        this.zone = zone;
    }

    /** The object that the channel asks for: {@code object=sr}, which is usual, or {@code object=pdf}. */
    public Parcel pack(Consignment consignment) throws CandelaException {
        Uid wanted = storageClass(consignment.ticket().channel());
        return parcel(
                wanted.equals(EncapsulatedPdf.SOP_CLASS) ? document(consignment.report()) : structured(consignment));
    }

    /** The storage class of what the channel asks for: Basic Text SR or Encapsulated PDF. */
    public static Uid storageClass(DeliveryChannel channel) throws CandelaException {
        String wanted = channel.option("object", "sr");
        return switch (wanted) {
            case "sr" -> BASIC_TEXT;
            case "pdf" -> EncapsulatedPdf.SOP_CLASS;
            default ->
                throw new CandelaException(
                        "delivery.object", "the channel asks for object=" + wanted + "; there are sr and pdf");
        };
    }

    private static Parcel parcel(Attributes object) throws CandelaException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DicomWriter.write(DicomFile.of(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), bytes);
        } catch (IOException e) {
            throw new CandelaException("delivery.object", "the report cannot be written as a DICOM object", e);
        }
        return new Parcel(MEDIA_TYPE, bytes.toByteArray());
    }

    Attributes structured(Consignment consignment) throws CandelaException {
        SignedReport report = consignment.report();
        StudyImages.Known known = images.of(report.study().studyInstanceUid());
        Evidence evidence = known.series().isEmpty()
                ? new Evidence(List.of())
                : new Evidence(List.of(new Evidence.Study(report.study().studyInstanceUid(), known.series())));
        TextReport text = new TextReport(
                ReportObjectUid.structured(report),
                Concepts.DIAGNOSTIC_IMAGING_REPORT,
                name(report.signature().signer()),
                signedAt(report),
                sections(report));
        return SignedTextWriter.write(
                text,
                signed(report, consignment.earlier()),
                new SignedTextWriter.Subject(header(report, known), evidence),
                new ObjectHeader.Place(ReportObjectUid.structuredSeries(report), SR_SERIES, report.version()));
    }

    // [impl->req~delivery.dicom-pdf~1]
    Attributes document(SignedReport report) throws CandelaException {
        StudyImages.Known known = images.of(report.study().studyInstanceUid());
        EncapsulatedPdf pdf = new EncapsulatedPdf(
                ReportObjectUid.document(report),
                "Radiology report, " + meaning(report) + ", version " + report.version(),
                ReportPdf.of(report, zone));
        return EncapsulatedPdfWriter.write(
                pdf,
                new EncapsulatedPdfWriter.About(Concepts.DIAGNOSTIC_IMAGING_REPORT, signedAt(report)),
                header(report, known),
                new ObjectHeader.Place(ReportObjectUid.documentSeries(report), PDF_SERIES, report.version()));
    }

    private static String meaning(SignedReport report) {
        return report.meaning().name().toLowerCase(Locale.ROOT);
    }

    private LocalDateTime signedAt(SignedReport report) {
        return LocalDateTime.ofInstant(report.signature().signedAt(), zone).withNano(0);
    }

    private static String name(Signer signer) {
        return signer.familyName() + "^" + signer.givenName();
    }

    private SignedText signed(SignedReport report, List<SignedReport> earlier) {
        SignedText.Stage stage = report.meaning() == SignatureMeaning.PRELIMINARY
                ? SignedText.Stage.PRELIMINARY
                : SignedText.Stage.FINAL;
        Optional<SignedText.Verification> verified = stage == SignedText.Stage.PRELIMINARY
                ? Optional.empty()
                : Optional.of(new SignedText.Verification(
                        name(report.signature().signer()),
                        "",
                        report.signature().signedAt().atZone(zone).toOffsetDateTime()));
        List<SignedText.Predecessor> predecessors =
                earlier.isEmpty() ? List.of() : List.of(predecessor(earlier.get(earlier.size() - 1)));
        return new SignedText(stage, verified, request(report.study()), predecessors);
    }

    private static SignedText.Predecessor predecessor(SignedReport before) {
        return new SignedText.Predecessor(
                before.study().studyInstanceUid(),
                ReportObjectUid.structuredSeries(before),
                new ObjectReference(BASIC_TEXT, ReportObjectUid.structured(before)));
    }

    private static SignedText.Request request(ReportedStudy study) {
        ReportedOrder order = study.order();
        String description = order.examination().description();
        Optional<Code> procedure = order.procedureCode().isBlank()
                ? Optional.empty()
                : Optional.of(new Code(
                        order.procedureCode(), "99LOCAL", description.isBlank() ? order.procedureCode() : description));
        return new SignedText.Request(
                study.studyInstanceUid(),
                order.accessionNumber(),
                order.placerOrderNumber(),
                order.accessionNumber(),
                procedure,
                description.isBlank() ? order.examination().modality() : description);
    }

    private List<TextReport.Section> sections(SignedReport report) {
        List<TextReport.Section> sections = new ArrayList<>();
        for (ReportSection section : ReportWords.of(report, zone)) {
            Optional<TextReport.Heading> heading = SectionHeadings.of(section.heading());
            List<String> paragraphs = new ArrayList<>(
                    section.text().lines().filter(line -> !line.isBlank()).toList());
            if (heading.isEmpty() || heading.orElseThrow() == TextReport.Heading.ADDENDUM) {
                paragraphs.set(0, section.heading() + ": " + paragraphs.get(0));
            }
            sections.add(new TextReport.Section(heading.orElse(TextReport.Heading.FINDINGS), paragraphs));
        }
        return sections;
    }

    /** As the images have it, which is what the archive knows; from the order where no image is here. */
    private static Attributes header(SignedReport report, StudyImages.Known known) {
        return known.header().orElseGet(() -> header(report.study()));
    }

    private static Attributes header(ReportedStudy study) {
        ReportedPatient patient = study.patient();
        ReportedOrder order = study.order();
        Attributes header = new Attributes()
                .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
                .set(Tag.StudyInstanceUID, VR.UI, study.studyInstanceUid().value());
        ObjectHeader.setMoment(
                header, Tag.StudyDate, Tag.StudyTime, order.examination().performedAt());
        put(header, Tag.PatientName, VR.PN, patient.name());
        put(header, Tag.PatientID, VR.LO, patient.id());
        put(header, Tag.IssuerOfPatientID, VR.LO, patient.issuer());
        put(header, Tag.PatientBirthDate, VR.DA, patient.birthDate());
        put(header, Tag.PatientSex, VR.CS, patient.sex());
        put(header, Tag.AccessionNumber, VR.SH, order.accessionNumber());
        put(header, Tag.ReferringPhysicianName, VR.PN, order.referringPhysician());
        put(header, Tag.StudyDescription, VR.LO, order.examination().description());
        return header;
    }

    private static void put(Attributes header, int tag, VR vr, String value) {
        if (!value.isBlank()) {
            header.set(tag, vr, value);
        }
    }
}
