package org.candela.displayqa.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Recomputes the chain of QA runs, and holds the tables beside it against the records that the chain covers. */
// [impl->req~displayqa.ledger~1]
final class LedgerCheck {
    private LedgerCheck() {}

    static Optional<String> firstFault(Tx tx) throws StoreException {
        String head = StoredRun.START;
        long sequence = 0;
        for (StoredRun run : QaRepository.all(tx)) {
            sequence++;
            Optional<String> fault = fault(tx, run, new Link(sequence, head));
            if (fault.isPresent()) {
                return fault;
            }
            head = run.hash();
        }
        return QaRepository.lastSequenceEverGiven(tx) == sequence
                ? Optional.empty()
                : Optional.of("the last runs after " + sequence + " are missing");
    }

    /** What the next run must follow. */
    private record Link(long sequence, String hash) {}

    private static Optional<String> fault(Tx tx, StoredRun run, Link expected) throws StoreException {
        if (run.sequence() != expected.sequence()) {
            return Optional.of("run " + expected.sequence() + " is missing");
        }
        boolean isChained = run.previousHash().equals(expected.hash())
                && run.hash().equals(StoredRun.hash(expected.hash(), run.record()));
        if (!isChained) {
            return Optional.of("run " + run.sequence() + " was changed after it was written");
        }
        return agrees(tx, run)
                ? Optional.empty()
                : Optional.of("the readings or tables of run " + run.sequence() + " are not those of its record");
    }

    private static List<String> judged(JsonNode record) {
        List<String> rows = new ArrayList<>();
        for (JsonNode judgement : record.path("judgements")) {
            for (JsonNode verdict : judgement.path("verdicts")) {
                rows.add(String.join(
                        " ",
                        judgement.path("profile").path("id").asText(),
                        verdict.path("quantity").asText(),
                        figure(verdict, "value"),
                        verdict.path("operator").asText(),
                        figure(verdict, "limit"),
                        verdict.path("result").asText()));
            }
        }
        return rows;
    }

    private static String figure(JsonNode verdict, String member) {
        return verdict.has(member) ? "" + verdict.path(member).asDouble() : "-";
    }

    /** The graphics LUT kept is the one that its hash says, and a calibration's is the one of its record. */
    private static Predicate<String> rampOf(JsonNode record) {
        Optional<JsonNode> made = RecordView.of(record).calibration();
        return hashes -> {
            String[] both = hashes.split(" ", -1);
            return both[0].equals(both[1])
                    && made.map(calibration -> calibration.path("rampSha256").asText(both[0]))
                            .filter(said -> !said.equals(both[0]))
                            .isEmpty();
        };
    }

    private static boolean agrees(Tx tx, StoredRun run) throws StoreException {
        JsonNode record = RecordJson.parse(run.record());
        List<String> recorded = new ArrayList<>();
        record.path("readings").forEach(reading -> recorded.add(reading.toString()));
        List<String> stored = QaRepository.readings(tx, run.sequence()).stream()
                .map(reading -> RecordJson.of(reading).toString())
                .toList();
        String lut = record.path("lutSha256").asText();
        return stored.equals(recorded)
                && QaRepository.verdicts(tx, run.sequence()).equals(judged(record))
                && record.path("overall").asText().equals(run.overall().name())
                && record.path("simulated").asBoolean() == run.isSimulated()
                && record.path("display")
                        .path("id")
                        .asText()
                        .equals(run.display().value())
                && record.path("at").asText().equals(run.at().toString())
                && record.path("kind").asText().equals(run.kind().name())
                && QaRepository.aboutOf(tx, run.sequence()).orElse(0L)
                        == record.path("about").path("run").asLong()
                && QaRepository.lutHashes(tx, run.sequence()).stream().allMatch(lut::equals)
                && QaRepository.rampHashes(tx, run.sequence()).stream().allMatch(rampOf(record));
    }
}
