package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.report.Signer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candela signer}: who signs reports at this workstation, with a PIN that is asked for and never shown. */
// [impl->req~cli.signer~1]
@Command(
        name = "signer",
        description = "Enrols who signs here, or gives them another name or PIN. Audited.",
        footer = {
            "",
            "Read as this person with CANDELA_READER=ID in the environment.",
            "Exit code: 0 done, 2 bad input."
        },
        mixinStandardHelpOptions = true)
public final class SignerCommand implements Callable<Integer> {
    private static final int SHORTEST_PIN = 4;

    private final Enrolment enrolment;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--id",
            required = true,
            paramLabel = "ID",
            description = "Your number at the facilities, as an NPI; it goes out with every report (HL7 OBR-32).")
    private String id = "";

    @Option(names = "--family", required = true, paramLabel = "NAME", description = "Family name, as printed.")
    private String familyName = "";

    @Option(names = "--given", paramLabel = "NAME", description = "Given name, as printed.")
    private String givenName = "";

    @Option(
            names = "--pin",
            required = true,
            interactive = true,
            arity = "0",
            prompt = "PIN (at least 4 characters): ",
            description = "Asks for the PIN; give no value.")
    private char[] pin = new char[0];

    /** Keeps a signer and the hash of the PIN. */
    @FunctionalInterface
    public interface Enrolment {
        void enrol(Signer signer, char[] pin) throws CandelaException;
    }

    public SignerCommand(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    @Override
    public Integer call() throws CandelaException {
        try {
            Signer signer = signer();
            enrolment.enrol(signer, pin);
            output.print(
                    JsonNodeFactory.instance.objectNode().put("id", signer.id()).put("name", signer.printedName()),
                    signer.printedName() + " (" + signer.id() + ") signs here.");
            return 0;
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Signer signer() throws CandelaException {
        if (id.isBlank() || familyName.isBlank() || pin.length < SHORTEST_PIN) {
            throw new CandelaException(
                    "cli.signer",
                    "a signer has an id, a family name and a PIN of at least " + SHORTEST_PIN + " characters");
        }
        return new Signer(id.strip(), familyName.strip(), givenName.strip());
    }
}
