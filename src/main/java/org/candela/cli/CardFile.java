package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.Verification;
import org.candela.readiness.card.CardPaper;

/** A card as a file. */
// [impl->req~cli.card~1]
record CardFile(Path file, Form form) {
    private static final long LARGEST = 16L << 20;

    private enum Form {
        PDF,
        JSON
    }

    /** By the ending of its name, before anything is asked. */
    static CardFile named(Path file) throws CandelaException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (Files.exists(file)) {
            throw new CandelaException("cli.file-there", file + " is there already; name another file");
        }
        if (name.endsWith(".pdf")) {
            return new CardFile(file, Form.PDF);
        }
        if (name.endsWith(".json")) {
            return new CardFile(file, Form.JSON);
        }
        throw new CandelaException("cli.bad-ending", file + ": a card is written as .pdf or .json");
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
        if (Files.size(file) > LARGEST) {
            throw new CandelaException("cli.no-card", file + " is larger than any card");
        }
        Verification found = CardPaper.verify(Files.readAllBytes(file));
        boolean isExpected =
                key.map(found.keyFingerprint()::equals).orElse(own.isEmpty() || own.contains(found.keyFingerprint()));
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("check", found.check().name())
                        .put("key", found.keyFingerprint())
                        .put("isKeyExpected", isExpected)
                        .put("firstChange", found.firstChange()),
                file + ": " + text(found, isExpected));
        if (found.check() == QaReport.Check.NOT_A_REPORT) {
            return Candela.BAD_INPUT;
        }
        return found.check() == QaReport.Check.UNCHANGED && isExpected ? 0 : Candela.NO;
    }

    private static String text(Verification found, boolean isExpected) {
        return switch (found.check()) {
            case NOT_A_REPORT -> "no readiness card of Candela";
            case CHANGED -> "CHANGED after it was signed; first: " + found.firstChange();
            case UNCHANGED ->
                isExpected
                        ? "unchanged since it was signed with key " + found.keyFingerprint()
                        : "signed with ANOTHER KEY, " + found.keyFingerprint();
        };
    }
}
