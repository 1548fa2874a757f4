package org.candela.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.candela.base.ScreenId;
import org.candela.base.Sha256;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.QaStanding;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.ledger.StoredWhite;
import org.candela.facility.FacilityId;
import org.candela.readiness.Evidence;
import org.candela.readiness.Evidence.Basis;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.link.LinkMeasurement;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkRecords;
import org.candela.readiness.link.Throughput;
import org.candela.readiness.stamp.Surroundings;
import org.candela.shell.ScreenRole;
import org.candela.store.StoreException;

/**
 * The conditions of the moment, from what is on file here: nothing is measured and nobody is asked. What is not on file, or too old for
 * the shift, is not measured.
 */
// [impl->req~readiness.stamp~1]
final class ReadingSurroundings implements Surroundings {
    private final House house;
    private final RoomChecks room;
    private final Evidence program;
    private final CompletableFuture<Evidence> hash;

    private ReadingSurroundings(House house, MachineFacts facts, CompletableFuture<Evidence> hash) {
        this.house = house;
        this.program = Evidence.read(
                facts.program().value().orElse("not known"),
                facts.host().value().orElse(""));
        this.room = new RoomChecks(house, ReadinessLimits.shipped());
        this.hash = hash;
    }

    /** Begins to compute the hash of the program aside. */
    static ReadingSurroundings of(House house, Executor aside) {
        return new ReadingSurroundings(
                house, MachineFacts.here(), CompletableFuture.supplyAsync(ReadingSurroundings::programHash, aside));
    }

    @Override
    public Map<String, Evidence> now(FacilityId facility) {
        Map<String, Evidence> conditions = new LinkedHashMap<>();
        displays(facility, conditions);
        room.checks(List::of).forEach(check -> {
            ReadinessItem item = check.evaluate();
            conditions.put(item.id(), item.evidence());
        });
        link(facility, conditions);
        conditions.put("program", program);
        conditions.put(
                "program.sha256", hash.isCompletedExceptionally() ? Evidence.MISSING : hash.getNow(Evidence.MISSING));
        return conditions;
    }

    private void displays(FacilityId facility, Map<String, Evidence> conditions) {
        CalibrationProfile standard = house.displays().standards().of(facility);
        try {
            List<StoredWhite> whites = house.displays().ledger().latestWhites();
            List<ScreenId> read = house.displays().roles().remembered().entrySet().stream()
                    .filter(entry -> ScreenRole.diagnostic().contains(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (read.isEmpty()) {
                conditions.put("display", Evidence.MISSING);
            }
            for (ScreenId display : read) {
                conditions.put("display." + display, display(display, standard, whites));
            }
        } catch (StoreException e) {
            conditions.put("display", unreadable(e));
        }
    }

    private Evidence display(ScreenId display, CalibrationProfile standard, List<StoredWhite> whites)
            throws StoreException {
        Optional<StoredRun> run = house.displays().ledger().latestConformance(display);
        if (run.isEmpty()) {
            return Evidence.MISSING;
        }
        QaStanding standing = QaStanding.of(
                house.displays().ledger(),
                display,
                standard,
                house.base().clock().instant());
        String light = whites.stream()
                .filter(white -> white.display().equals(display))
                .findFirst()
                .map(white -> String.format(
                        Locale.ROOT,
                        ", L' %.3g to %.4g cd/m2",
                        white.black().cdPerM2(),
                        white.white().cdPerM2()))
                .orElse("");
        StoredRun last = run.orElseThrow();
        String value = standing.state() + " by " + standard.title() + light + "; run " + last.sequence() + ", record "
                + last.hash();
        return new Evidence(
                value,
                Optional.of(last.at()),
                "ledger of display QA",
                last.isSimulated() ? Basis.SIMULATED : Basis.MEASURED);
    }

    private void link(FacilityId facility, Map<String, Evidence> conditions) {
        LinkRecords records =
                new LinkRecords(house.base().database(), house.base().audit());
        try {
            Optional<LinkMeasurement> last = records.latest(facility, Link.MAIN);
            conditions.put("link.down", rate(last, last.flatMap(LinkMeasurement::down)));
            conditions.put("link.up", rate(last, last.flatMap(LinkMeasurement::up)));
            conditions.put(
                    "link.delay",
                    last.map(found -> Evidence.measured(
                                    String.format(
                                            Locale.ROOT,
                                            "%.1f ms, jitter %.1f ms, %.1f %% of requests failed",
                                            found.idle().medianMillis(),
                                            found.idle().jitterMillis(),
                                            found.idle().lossPercent()),
                                    found.at(),
                                    facility.value()))
                            .orElse(Evidence.MISSING));
        } catch (StoreException e) {
            conditions.put("link.down", unreadable(e));
        }
    }

    private static Evidence rate(Optional<LinkMeasurement> measured, Optional<Throughput> rate) {
        Instant at = measured.map(LinkMeasurement::at).orElse(Instant.EPOCH);
        return rate.map(one -> Evidence.measured(
                        String.format(Locale.ROOT, "%.1f Mbit/s", one.megabits()),
                        at,
                        measured.map(found -> found.facility().value()).orElse("")))
                .orElse(Evidence.MISSING);
    }

    private static Evidence unreadable(StoreException e) {
        return new Evidence("not known (" + e.code() + ")", Optional.empty(), "", Basis.MISSING);
    }

    /** SHA-256 of the program's jar; run from class files there is none. */
    private static Evidence programHash() {
        CodeSource source = ReadingSurroundings.class.getProtectionDomain().getCodeSource();
        try {
            Path jar =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar)
                    ? Evidence.read(Sha256.hex(Files.readAllBytes(jar)), String.valueOf(jar.getFileName()))
                    : new Evidence("not known: run from class files", Optional.empty(), "", Basis.MISSING);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where the program lies is no URI", e);
        }
    }
}
