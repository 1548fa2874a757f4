package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.facility.FacilityId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela purge contract-end}: all of a facility goes, but what the law makes keep. */
// [impl->req~purge.contract-end~1]
@Command(
        name = "contract-end",
        description = "Deletes all of a facility but the legal record, and writes a signed certificate.",
        footer = {
            "",
            "Images, rows of patients, orders, messages, sound, thrown-away drafts, copies of the store, addresses and secrets",
            "go at once. Signed reports, proofs of delivery, records of critical results, audit and invoices stay. Close the",
            "room first. Killed in between, the same command goes on. Without --confirm it only says what stands in the way."
        },
        mixinStandardHelpOptions = true)
public final class PurgeContractEnd implements Callable<Integer> {
    private final PurgeCommand.Desk desk;

    @Parameters(paramLabel = "FACILITY", description = "Its id.")
    private String facility = "";

    @Option(
            names = "--reason",
            paramLabel = "WORDS",
            description = "As the certificate says it: \"ended by letter of …\".")
    private String reason = "";

    @Option(names = "--confirm", paramLabel = "FACILITY", description = "Its id once more: now it is done.")
    private @Nullable String confirm;

    @Option(names = "--certificate", paramLabel = "FILE", description = "Where it is written: a new .pdf or .json.")
    private @Nullable Path certificate;

    @Mixin
    private final Output output = new Output();

    PurgeContractEnd(PurgeCommand.Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws CandelaException, IOException {
        FacilityId id = id(facility);
        List<String> obstacles = desk.obstacles(id);
        if (!obstacles.isEmpty()) {
            return tell(obstacles, "It cannot go yet:");
        }
        if (!facility.equals(confirm) || certificate == null || reason.isBlank()) {
            return tell(
                    List.of("say --reason, --certificate FILE and --confirm " + facility + " to delete it"),
                    "Nothing stands in the way.");
        }
        if (Files.exists(certificate)) {
            throw new CandelaException("cli.file-exists", certificate + " is there already; name a new file");
        }
        PurgeCommand.Done done = desk.contractEnd(id, reason);
        PurgeCommand.write(desk, done, certificate);
        output.print(PurgeLines.json(done), PurgeLines.text(done));
        return 0;
    }

    private int tell(List<String> sentences, String head) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("facility", facility);
        sentences.forEach(json.putArray("todo")::add);
        output.print(
                json, head + System.lineSeparator() + "  " + String.join(System.lineSeparator() + "  ", sentences));
        return Candela.NO;
    }

    static FacilityId id(String facility) throws CandelaException {
        try {
            return new FacilityId(facility);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-facility", String.valueOf(e.getMessage()), e);
        }
    }
}
