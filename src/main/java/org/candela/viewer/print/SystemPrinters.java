package org.candela.viewer.print;

import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Printable;
import java.awt.print.PrinterAbortException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.JobSheets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.candela.base.Cancellation;
import org.candela.viewer.export.Progress;

/** The printers that the operating system knows: CUPS under Linux. Blocks; never on the FX thread. */
// [impl->req~print.printer~1]
public final class SystemPrinters {
    /** What stands in the queue and on its banner pages: nothing of the patient. */
    private static final String JOB = "Candela";

    private SystemPrinters() {}

    /** All of them, the system's own choice first. */
    public static List<Printer> found() {
        List<PrintService> services = new ArrayList<>(
                List.of(PrintServiceLookup.lookupPrintServices(DocFlavor.SERVICE_FORMATTED.PAGEABLE, null)));
        Stream.ofNullable(PrintServiceLookup.lookupDefaultPrintService())
                .filter(services::remove)
                .toList()
                .forEach(usual -> services.add(0, usual));
        return services.stream().<Printer>map(Queue::new).toList();
    }

    private record Queue(PrintService service) implements Printer {
        @Override
        public String name() {
            return service.getName();
        }

        @Override
        public void print(PDDocument sheets, Progress progress, Cancellation cancellation) throws PrintException {
            PrintRequestAttributeSet asked = new HashPrintRequestAttributeSet(new JobName(JOB, null));
            // Java asks for a banner page where nobody says otherwise: paper for nothing, and queues without one refuse
            // it.
            asked.add(JobSheets.NONE);
            Watched watched = new Watched(new PDFPageable(sheets), progress, cancellation);
            try {
                service.createPrintJob()
                        .print(new SimpleDoc(watched, DocFlavor.SERVICE_FORMATTED.PAGEABLE, null), asked);
            } catch (javax.print.PrintException e) {
                if (cancellation.isRequested()) {
                    throw stopped(e);
                }
                throw new PrintException(
                        PrintException.PRINTER,
                        "the printer " + name() + " did not take the sheets; see that it is on and has paper, or print"
                                + " to a file",
                        e);
            }
        }

        private static CancellationException stopped(javax.print.PrintException cause) {
            CancellationException stopped = new CancellationException("printing was stopped");
            stopped.initCause(cause);
            return stopped;
        }
    }

    /** Sheets that tell when they are drawn, and are drawn no more after a stop. */
    private record Watched(PDFPageable sheets, Progress progress, Cancellation cancellation) implements Pageable {
        @Override
        public int getNumberOfPages() {
            return sheets.getNumberOfPages();
        }

        @Override
        public PageFormat getPageFormat(int index) {
            return sheets.getPageFormat(index);
        }

        @Override
        public Printable getPrintable(int index) {
            Printable sheet = sheets.getPrintable(index);
            return (graphics, format, number) -> {
                if (cancellation.isRequested()) {
                    throw new PrinterAbortException("stopped by the reader");
                }
                int answer = sheet.print(graphics, format, number);
                progress.at(number + 1, sheets.getNumberOfPages());
                return answer;
            };
        }
    }
}
