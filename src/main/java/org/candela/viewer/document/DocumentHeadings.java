package org.candela.viewer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.dicom.object.structured.KeyObjectsReader;
import org.candela.dicom.object.structured.StructuredReport;
import org.candela.dicom.object.structured.StructuredReportReader;
import org.candela.dicom.object.waveform.WaveformReader;
import org.candela.study.Instance;
import org.candela.study.Study;
import org.candela.study.UidHash;
import org.candela.viewer.document.CaseDocument.Kind;
import org.candela.viewer.document.CaseDocument.Origin;
import org.candela.viewer.document.CaseDocument.Standing;
import org.candela.viewer.stack.StudyBanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the documents of a case and what a list says of them. Blocks on the disk; used once. */
// [impl->req~document.list~1]
final class DocumentHeadings {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentHeadings.class);
    /** A case has a handful; a folder full of them must not keep the disk busy. */
    static final int MOST_DOCUMENTS = 200;
    /** So large is no report; its text is read whole. */
    static final long MOST_REPORT_BYTES = 16L << 20;

    private static final int PERFORMING_PHYSICIAN = 0x00081050;
    private static final int OPERATORS = 0x00081070;
    private static final int ACQUISITION_DATE_TIME = 0x0008002A;

    private static final Comparator<CaseDocument> ORDER = Comparator.comparing(CaseDocument::origin)
            .thenComparing(
                    one -> one.created().orElse(LocalDateTime.MIN),
                    Comparator.<LocalDateTime>naturalOrder().reversed())
            .thenComparing(CaseDocument::sopInstanceUid);

    private final List<CaseDocument> documents = new ArrayList<>();
    private int unread;

    private DocumentHeadings() {}

    /**
     * A study of the case.
     *
     * @param banner whose it is, as its images say
     */
    record Source(Study study, StudyBanner banner, Origin origin) {}

    /** The documents of all of {@code sources}. */
    static CaseDocuments of(List<Source> sources) {
        DocumentHeadings headings = new DocumentHeadings();
        sources.forEach(headings::addAll);
        headings.documents.sort(ORDER);
        return new CaseDocuments(headings.documents, headings.unread, true);
    }

    private void addAll(Source source) {
        instances(source.study()).forEach(instance -> {
            if (documents.size() < MOST_DOCUMENTS) {
                add(instance, source);
            } else {
                unread++;
            }
        });
    }

    private static Stream<Instance> instances(Study study) {
        return study.series().stream()
                .flatMap(series -> series.instances().stream())
                .filter(instance -> kind(instance.sopClassUid()).isPresent());
    }

    /** What kind of document objects of a class are; empty for others. Key objects are marked on their images. */
    static Optional<Kind> kind(Uid sopClass) {
        if (EncapsulatedPdf.reads(sopClass)) {
            return Optional.of(Kind.PDF);
        }
        if (WaveformReader.reads(sopClass)) {
            return Optional.of(Kind.WAVEFORM);
        }
        return StructuredReportReader.reads(sopClass) && !KeyObjectsReader.reads(sopClass)
                ? Optional.of(Kind.REPORT)
                : Optional.empty();
    }

    /** One that cannot be read is counted, and the others are listed all the same. */
    private void add(Instance instance, Source source) {
        try {
            documents.add(heading(instance, source));
        } catch (IOException e) {
            unread(instance, e.getClass().getSimpleName());
        } catch (CandelaException e) {
            unread(instance, e.code());
        }
    }

    private void unread(Instance instance, String reason) {
        unread++;
        LOG.warn("document {} not listed [{}]", UidHash.of(instance.sopInstanceUid()), reason);
    }

    private static CaseDocument heading(Instance instance, Source source) throws IOException, CandelaException {
        Kind kind = kind(instance.sopClassUid()).orElseThrow();
        Path file = instance.file();
        if (kind == Kind.REPORT && Files.size(file) > MOST_REPORT_BYTES) {
            throw new IOException("too large");
        }
        Attributes dataSet = DicomReader.read(file).dataSet();
        if (kind == Kind.REPORT) {
            StructuredReport report = StructuredReportReader.read(dataSet);
            return new CaseDocument(
                    instance.sopInstanceUid(),
                    kind,
                    report.title(),
                    report.author(),
                    report.identity().created().or(source.study()::dateTime),
                    standing(report.status()),
                    source.origin(),
                    source.banner(),
                    file);
        }
        return new CaseDocument(
                instance.sopInstanceUid(),
                kind,
                title(dataSet, instance.sopClassUid()),
                first(dataSet, PERFORMING_PHYSICIAN, OPERATORS, Tag.InstitutionName, Tag.Manufacturer)
                        .orElse(""),
                created(dataSet).or(source.study()::dateTime),
                standing(dataSet),
                source.origin(),
                source.banner(),
                file);
    }

    private static Standing standing(StructuredReport.Status status) {
        if (!status.isComplete()) {
            return Standing.INCOMPLETE;
        }
        return status.isVerified() ? Standing.VERIFIED : Standing.UNVERIFIED;
    }

    private static Standing standing(Attributes dataSet) {
        return dataSet.string(Tag.VerificationFlag)
                .map(flag -> flag.equals("VERIFIED") ? Standing.VERIFIED : Standing.UNVERIFIED)
                .orElse(Standing.NOT_STATED);
    }

    private static String title(Attributes dataSet, Uid sopClass) {
        return first(dataSet, Tag.DocumentTitle)
                .or(() -> dataSet.item(Tag.ConceptNameCodeSequence).flatMap(code -> first(code, Tag.CodeMeaning)))
                .or(() -> first(dataSet, Tag.SeriesDescription))
                .or(() -> Dictionary.uidName(sopClass.value()).map(name -> name.replace(" Storage", "")))
                .orElse(sopClass.value());
    }

    private static Optional<String> first(Attributes dataSet, int... tags) {
        for (int tag : tags) {
            Optional<String> text = dataSet.string(tag).map(String::strip).filter(found -> !found.isEmpty());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> created(Attributes dataSet) {
        return dataSet.dateTime(Tag.ContentDate, Tag.ContentTime)
                .or(() -> first(dataSet, ACQUISITION_DATE_TIME).flatMap(DocumentHeadings::moment));
    }

    /** A DT with at least a day and seconds; what it says of its zone is not needed in a list. */
    private static Optional<LocalDateTime> moment(String text) {
        if (!text.matches("\\d{14}.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    Integer.parseInt(text.substring(0, 4)),
                    Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6, 8)),
                    Integer.parseInt(text.substring(8, 10)),
                    Integer.parseInt(text.substring(10, 12)),
                    Integer.parseInt(text.substring(12, 14))));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
