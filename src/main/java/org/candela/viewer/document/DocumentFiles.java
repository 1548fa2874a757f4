package org.candela.viewer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.object.document.EncapsulatedPdf;
import org.candela.dicom.object.structured.ReportText;
import org.candela.dicom.object.structured.StructuredReportReader;
import org.candela.dicom.object.waveform.WaveformReader;

/** Opens documents from their files, on {@code io}. */
public final class DocumentFiles implements DocumentOpener {
    /** The file cannot be read. */
    public static final String DISK = "document.disk";

    private final Executor io;
    private final Executor ui;

    /** @param ui the thread of the session */
    public DocumentFiles(Executor io, Executor ui) {
        this.io = io;
        this.ui = ui;
    }

    @Override
    public CompletableFuture<Reading> open(CaseDocument document) {
        return Async.supply(() -> reading(document), io);
    }

    private Reading reading(CaseDocument document) throws CandelaException {
        try {
            return switch (document.kind()) {
                case REPORT -> new TextReading(ReportText.lines(StructuredReportReader.read(report(document.file()))));
                case PDF -> new PageReading(PdfSource.open(EncapsulatedPdf.read(whole(document.file())), io), ui);
                case WAVEFORM -> new CurveReading(WaveformReader.read(whole(document.file())), io);
            };
        } catch (IOException e) {
            throw new CandelaException(DISK, "not read: " + e.getClass().getSimpleName(), e);
        }
    }

    private static Attributes whole(Path file) throws IOException, CandelaException {
        return DicomReader.read(file).dataSet();
    }

    private static Attributes report(Path file) throws IOException, CandelaException {
        if (Files.size(file) > DocumentHeadings.MOST_REPORT_BYTES) {
            throw new IOException("too large");
        }
        return DicomReader.read(file).dataSet();
    }
}
