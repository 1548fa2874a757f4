package org.candela.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.SigningKey;
import org.candela.readiness.card.CardPaper;

/** A card as a file. */
// [impl->req~cli.card~1]
record CardFile(Path file, PaperForm form) {
    private static final SignedPaper PAPER = new SignedPaper("readiness card", "cli.no-card", CardPaper::verify);

    /** By the ending of its name, before anything is asked. */
    static CardFile named(Path file) throws CandelaException {
        if (Files.exists(file)) {
            throw new CandelaException("cli.file-there", file + " is there already; name another file");
        }
        return new CardFile(file, PaperForm.of(file, "a card"));
    }

    void write(CardPaper card, SigningKey key) throws IOException {
        byte[] bytes =
                switch (form) {
                    case PDF -> card.pdf(key);
                    case JSON -> card.json(key);
                };
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    }

    /** Checks a file; expected is the key named, else one of this workstation. */
    static int verify(Path file, Optional<String> key, List<String> own, Output output)
            throws IOException, CandelaException {
        return PAPER.verify(file, found -> key.map(found::equals).orElse(own.isEmpty() || own.contains(found)), output);
    }
}
