package org.candela.displayqa.report;

import java.util.Arrays;
import java.util.Optional;

/** In which forms a report is written; each is sealed and can be checked alone. */
public enum ReportFormat {
    /** To be read and printed, with the JSON document attached. */
    PDF("pdf", "pdf"),
    /** Everything, for programs. */
    JSON("json", "json"),
    /** Verdicts, levels, places and readings, for spreadsheets. */
    CSV("csv", "csv"),
    /** A Display System object (PS3.3 C.32). */
    DICOM("dicom", "dcm");

    private final String word;
    private final String ending;

    ReportFormat(String word, String ending) {
        this.word = word;
        this.ending = ending;
    }

    /** As one asks for it on the command line. */
    public String word() {
        return word;
    }

    /** How names of its files end. */
    public String ending() {
        return ending;
    }

    /** The format that a word means. */
    public static Optional<ReportFormat> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }
}
