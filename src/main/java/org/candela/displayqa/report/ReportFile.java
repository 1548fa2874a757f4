package org.candela.displayqa.report;

import java.nio.charset.StandardCharsets;

/** The bytes of a file that may be a report, and in which form. */
record ReportFile(byte[] bytes, Form form) {
    private static final String JSON_START = "{\"" + ReportDocument.VERSION_MEMBER + "\":";

    private static final int PREAMBLE = 128;

    /** Forms of every version. */
    enum Form {
        JSON,
        CSV,
        PDF,
        DICOM,
        FIRST_JSON,
        FIRST_PDF,
        OTHER
    }

    static ReportFile of(byte[] bytes) {
        return new ReportFile(bytes, form(bytes));
    }

    Verification verify() {
        return switch (form) {
            case JSON -> Seal.JSON.check(bytes, JsonFields::ofOpen);
            case CSV -> Seal.CSV.check(bytes, CsvText::fields);
            case PDF -> PdfCheck.of(bytes);
            case DICOM -> Seal.DICOM.check(bytes, DicomFields::of);
            case FIRST_JSON -> FirstSeal.JSON.check(bytes);
            case FIRST_PDF -> FirstSeal.PDF.check(bytes);
            case OTHER -> Verification.noReport();
        };
    }

    private static Form form(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF-")) {
            return pdf(text);
        }
        if (text.startsWith("DICM", PREAMBLE)) {
            return text.contains(DicomSystem.CREATOR) ? Form.DICOM : Form.OTHER;
        }
        if (text.startsWith(JSON_START)) {
            boolean isFirst = text.startsWith(JSON_START + "1,") && !text.contains("\",\"fields\":\"");
            return isFirst ? Form.FIRST_JSON : Form.JSON;
        }
        return text.startsWith("section,row,") && text.contains(ReportDocument.VERSION_MEMBER) ? Form.CSV : Form.OTHER;
    }

    private static Form pdf(String text) {
        if (text.contains("%%CandelaSeal Ed25519")) {
            return Form.FIRST_PDF;
        }
        boolean isOurs = text.contains("%CandelaSeal 2") || text.contains(JSON_START);
        return isOurs || text.contains(ReportPdf.TITLE) ? Form.PDF : Form.OTHER;
    }
}
