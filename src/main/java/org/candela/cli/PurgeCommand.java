package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.displayqa.report.QaReport;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.Verification;
import org.candela.facility.FacilityId;
import org.candela.purge.Age;
import org.candela.purge.CasePurge;
import org.candela.purge.PurgeLog.Entry;
import org.candela.purge.PurgeLog.Run;
import org.candela.purge.paper.PurgeCertificate;
import org.candela.purge.paper.PurgeCertificate.Kept;
import org.candela.study.ImagePurge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela purge}: what is older than the policies of its facility lets, and all of a facility whose contract ended. */
// [impl->req~study.purge~1]
// [impl->req~cli.purge~1]
@Command(
        name = "purge",
        description =
                "Deletes what is past its age: images, rows of patients, thrown-away drafts, records, leftover files.",
        footer = {
            "",
            "What is claimed, unsigned, preliminary, refused, held, not acknowledged or has an open critical result stays, and",
            "where no policy was given nothing goes. The audit trail is never deleted. An open room does the same each day by",
            "itself, at a quiet moment."
        },
        mixinStandardHelpOptions = true)
public final class PurgeCommand implements Callable<Integer> {
    private static final long LARGEST = 50_000_000;

    private final Desk desk;

    @Option(names = "--dry-run", description = "Only lists what would go.")
    private boolean isDry;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "Writes what went, signed: a new .pdf or .json.")
    private @Nullable Path certificate;

    @Mixin
    private final Output output = new Output();

    /** What would go. */
    public record Plan(List<ImagePurge.Due> images, List<CasePurge.Due> rows, int drafts, List<Path> files) {}

    /** What went. */
    public record Done(Run run, List<Entry> entries, List<Kept> kept) {}

    /** Ages that were set. */
    public record Policies(Map<FacilityId, Integer> images, Map<FacilityId, Map<Age, Integer>> others) {}

    /** Ages to be set; one that is null is left as it is. */
    public record Ages(
            @Nullable Integer images,
            @Nullable Integer rows,
            @Nullable Integer records,
            @Nullable Integer exports) {
        /** All but that of images. */
        public Map<Age, Integer> others() {
            Map<Age, Integer> others = new TreeMap<>();
            put(others, Age.ROW_DAYS, rows);
            put(others, Age.RECORD_YEARS, records);
            put(others, Age.EXPORT_DAYS, exports);
            return others;
        }

        private static void put(Map<Age, Integer> others, Age age, @Nullable Integer amount) {
            if (amount != null) {
                others.put(age, amount);
            }
        }
    }

    /** What the command works on. */
    public interface Desk {
        Plan plan() throws CandelaException;

        /** Deletes what is past its age. */
        Done run() throws CandelaException;

        /** Why all of a facility cannot go yet, one sentence each. */
        List<String> obstacles(FacilityId facility) throws CandelaException;

        /** Deletes all of a facility but its record. */
        Done contractEnd(FacilityId facility, String reason) throws CandelaException;

        void set(FacilityId facility, Ages ages) throws CandelaException;

        Policies policies() throws CandelaException;

        /** All runs, the newest first. */
        List<Done> history() throws CandelaException;

        /** What certificates are signed with. */
        SigningKey key() throws CandelaException;

        /** Of the keys of this workstation. */
        List<String> fingerprints() throws CandelaException;

        PurgeCertificate.About about() throws CandelaException;
    }

    private PurgeCommand(Desk desk) {
        this.desk = desk;
    }

    /** The command with its parts. */
    public static CommandLine commandLine(Desk desk) {
        return new CommandLine(new PurgeCommand(desk)).addSubcommand(new PurgeContractEnd(desk));
    }

    @Override
    public Integer call() throws CandelaException, IOException {
        if (isDry) {
            Plan plan = desk.plan();
            output.print(PurgeLines.json(plan), PurgeLines.text(plan));
            return 0;
        }
        Done done = desk.run();
        if (certificate != null) {
            write(desk, done, certificate);
        }
        output.print(PurgeLines.json(done), PurgeLines.text(done));
        return 0;
    }

    static void write(Desk desk, Done done, Path file) throws CandelaException, IOException {
        PurgeCertificate paper = new PurgeCertificate(done.run(), done.entries(), done.kept(), desk.about());
        boolean isPdf = file.toString().endsWith(".pdf");
        Files.write(file, isPdf ? paper.pdf(desk.key()) : paper.json(desk.key()), StandardOpenOption.CREATE_NEW);
    }

    /** How long things stay. */
    // [impl->req~purge.policy~1]
    @Command(
            name = "policy",
            description = "Tells how long things of each facility stay, or sets it for one.",
            footer = {
                "",
                "Sound has its own: candela dictation policy. --export-days is of all facilities: candela purge policy all",
                "--export-days 30. --record-years is the reader's legal record: ten at least, and longer for who was a child."
            },
            mixinStandardHelpOptions = true)
    int policy(
            @Parameters(paramLabel = "FACILITY", arity = "0..1") @Nullable String facility,
            @Option(
                            names = "--image-days",
                            paramLabel = "N",
                            description =
                                    "Days after the last image came, the report was signed, the study was looked at.")
                    @Nullable
                    Integer images,
            @Option(
                            names = "--row-days",
                            paramLabel = "N",
                            description = "Days, 30 at least: list, orders and messages, once the images are gone.")
                    @Nullable
                    Integer rows,
            @Option(names = "--record-years", paramLabel = "N", description = "Years: signed reports and their proofs.")
                    @Nullable
                    Integer records,
            @Option(names = "--export-days", paramLabel = "N", description = "Days: exported files in this home.")
                    @Nullable
                    Integer exports,
            @Mixin Output said)
            throws CandelaException {
        if (facility != null) {
            desk.set(PurgeContractEnd.id(facility), new Ages(images, rows, records, exports));
        }
        Policies policies = desk.policies();
        ObjectNode json = PurgeLines.json(policies);
        said.print(json, PurgeLines.text(policies));
        return 0;
    }

    /** Runs of the past. */
    @Command(
            name = "history",
            description = "Lists the runs and how much went; --certificate writes one, signed.",
            mixinStandardHelpOptions = true)
    int history(
            @Parameters(paramLabel = "RUN", arity = "0..1", description = "Number of a run.") @Nullable Long run,
            @Option(names = "--certificate", paramLabel = "FILE", description = "Of that run: a new .pdf or .json.")
                    @Nullable
                    Path file,
            @Mixin Output said)
            throws CandelaException, IOException {
        List<Done> runs = new ArrayList<>(desk.history());
        if (run != null) {
            runs.removeIf(done -> done.run().id() != run);
        }
        if (file != null && runs.size() == 1) {
            write(desk, runs.get(0), file);
        }
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        runs.forEach(done -> json.add(PurgeLines.json(done)));
        said.print(
                json,
                runs.isEmpty()
                        ? "Nothing was deleted here yet."
                        : String.join(
                                System.lineSeparator(),
                                runs.stream().map(PurgeLines::text).toList()));
        return 0;
    }

    /** Whether a certificate is as it was signed. */
    @Command(
            name = "verify",
            description = "Checks a certificate: 0 as it was signed, 1 changed or another key, 2 no certificate.",
            mixinStandardHelpOptions = true)
    int verify(@Parameters(paramLabel = "FILE", description = "A certificate.") Path file, @Mixin Output said)
            throws CandelaException, IOException {
        if (Files.size(file) > LARGEST) {
            throw new CandelaException("cli.no-certificate", file + " is larger than any certificate");
        }
        Verification found = PurgeCertificate.verify(Files.readAllBytes(file));
        boolean isOurs = desk.fingerprints().contains(found.keyFingerprint());
        said.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("check", found.check().name())
                        .put("key", found.keyFingerprint())
                        .put("isKeyExpected", isOurs),
                file + ": " + words(found, isOurs));
        if (found.check() == QaReport.Check.NOT_A_REPORT) {
            return Candela.BAD_INPUT;
        }
        return found.check() == QaReport.Check.UNCHANGED && isOurs ? 0 : Candela.NO;
    }

    private static String words(Verification found, boolean isOurs) {
        return switch (found.check()) {
            case NOT_A_REPORT -> "no certificate of deletion";
            case CHANGED -> "CHANGED after it was signed; first: " + found.firstChange();
            case UNCHANGED ->
                (isOurs ? "unchanged since it was signed with key " : "signed with ANOTHER KEY, ")
                        + found.keyFingerprint();
        };
    }
}
