package org.candela.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.candela.base.CandelaException;

/** How a signed paper is written, by the ending of its file's name. */
enum PaperForm {
    PDF,
    JSON;

    /** @param what as {@code "a card"}, for the refusal of another ending */
    static PaperForm of(Path file, String what) throws CandelaException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            return PDF;
        }
        if (name.endsWith(".json")) {
            return JSON;
        }
        throw new CandelaException("cli.bad-ending", file + ": " + what + " is written as .pdf or .json");
    }
}
