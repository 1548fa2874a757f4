package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.readiness.Routes.Route;
import org.candela.readiness.link.BackupDrill;
import org.candela.readiness.link.LinkBook.Backup;
import org.candela.readiness.link.LinkBook.Cargo;
import org.candela.readiness.link.LinkBook.Vpn;
import org.candela.readiness.link.LinkJson;
import org.candela.readiness.link.LinkMeasurement;
import org.candela.readiness.link.LinkMeasurement.Link;
import org.candela.readiness.link.LinkPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela network}: the ways to the facilities, measured; the backup link; VPNs. */
// [impl->req~cli.network~1]
@Command(
        name = "network",
        description = "Measures the way to each facility against its own service; backup link and VPN.",
        footer = {
            "",
            "Measure before a shift, not in it: each direction fills the link for the window.",
            "",
            "  candela network agree clinic --study 1.2.840.1.5 --object test.dcm",
            "  candela network measure clinic"
        },
        mixinStandardHelpOptions = true)
public final class NetworkCommand implements Runnable {
    private static final int CANCELLED = 130;
    private static final long LOOK_NANOS = 500_000_000L;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    private final Opener opener;
    private final Supplier<String> reader;
    private final Supplier<Interruption> interruptions;

    /** Opens what the command works with. */
    @FunctionalInterface
    public interface Opener {
        NetworkDesk open() throws CandelaException;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    public NetworkCommand(Opener opener, Supplier<String> reader, Supplier<Interruption> interruptions) {
        this.opener = opener;
        this.reader = reader;
        this.interruptions = interruptions;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which of measure, list, agree, vpn, backup, backup-test? See candela network --help.");
    }

    /** Measures. */
    @Command(
            name = "measure",
            description = "Measures the way to a facility, or to all: delay, then each direction under load.",
            footer = {"", "Exit code: 0 measured, 1 a direction was not measured, 130 cancelled, nothing kept."},
            mixinStandardHelpOptions = true)
    int measure(
            @Parameters(paramLabel = "FACILITY", arity = "0..1", description = "Its id; without it all.") @Nullable
                    String facility,
            @Option(names = "--seconds", defaultValue = "10", description = "Each direction; ${DEFAULT-VALUE}.")
                    int seconds,
            @Option(
                            names = "--most-mb",
                            defaultValue = "500",
                            description = "Cap for each direction; ${DEFAULT-VALUE}.")
                    int mostMegabytes,
            @Mixin Output output)
            throws CandelaException {
        if (seconds < 1 || mostMegabytes < 1) {
            throw new CandelaException("cli.bad-plan", "--seconds and --most-mb are at least 1");
        }
        LinkPlan plan = LinkPlan.USUAL.within(Duration.ofSeconds(seconds), mostMegabytes * 1_000_000L);
        try (NetworkDesk desk = opener.open();
                Interruption heard = interruptions.get()) {
            List<LinkMeasurement> found = new ArrayList<>();
            for (Facility each : asked(desk, facility)) {
                found.add(measure(desk, each, plan, heard.cancellation(), output));
            }
            print(found, output);
            boolean isWhole = found.stream()
                    .allMatch(one -> one.down().isPresent() && one.up().isPresent());
            return isWhole ? 0 : Candela.NO;
        } catch (CancellationException e) {
            output.error("candela: cancelled; nothing was kept of what was under way");
            return CANCELLED;
        }
    }

    private LinkMeasurement measure(
            NetworkDesk desk, Facility facility, LinkPlan plan, Cancellation cancellation, Output output)
            throws CandelaException {
        output.progress(String.format(
                Locale.ROOT,
                "%s: %d s each way, at most %d MB …",
                facility.name(),
                plan.window().toSeconds(),
                plan.mostBytes() / 1_000_000));
        Tenths told = new Tenths(output);
        LinkMeasurement found =
                desk.meter().measure(desk.target(facility, Link.MAIN), plan, cancellation, told::reached);
        desk.records().keep(found, reader.get());
        return found;
    }

    /** Progress in steps of a tenth. */
    private static final class Tenths {
        private final Output output;
        private long last;

        Tenths(Output output) {
            this.output = output;
        }

        void reached(double share) {
            long now = Math.round(Math.floor(10 * share));
            if (now > last) {
                last = now;
                output.progress(10 * now + " %");
            }
        }
    }

    /** The trend. */
    @Command(name = "list", description = "What was measured, oldest first.", mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "FACILITY", arity = "0..1", description = "Its id; without it all.") @Nullable
                    String facility,
            @Mixin Output output)
            throws CandelaException {
        try (NetworkDesk desk = opener.open()) {
            List<LinkMeasurement> found = new ArrayList<>();
            for (Facility each : asked(desk, facility)) {
                found.addAll(desk.records().of(each.id()));
            }
            print(found, output);
            return 0;
        }
    }

    private static void print(List<LinkMeasurement> found, Output output) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        found.forEach(one -> json.add(LinkJson.write(one)));
        output.print(
                json,
                found.isEmpty()
                        ? "Nothing was measured yet."
                        : found.stream().map(NetworkLines::of).collect(Collectors.joining(System.lineSeparator())));
    }

    /** What is measured with. */
    @Command(
            name = "agree",
            description =
                    "Says what a facility agreed to for measuring: a study to fetch, an object it takes as a test.",
            mixinStandardHelpOptions = true)
    int agree(
            @Parameters(paramLabel = "FACILITY", description = "Its id.") String facility,
            @Option(names = "--study", paramLabel = "UID", description = "A study for tests.") @Nullable String study,
            @Option(
                            names = "--object",
                            paramLabel = "FILE",
                            description =
                                    "A DICOM file that the facility takes again and again; without it nothing is sent.")
                    @Nullable
                    Path object,
            @Mixin Output output)
            throws CandelaException {
        try (NetworkDesk desk = opener.open()) {
            Facility found = asked(desk, facility).get(0);
            Cargo cargo = new Cargo(study == null ? "" : uid(study), object == null ? "" : file(object));
            desk.book().agree(found.id(), cargo, reader.get());
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("study", cargo.study())
                            .put("object", cargo.object()),
                    found.name() + ": " + (cargo.study().isEmpty() ? "nothing is fetched" : "a test study is fetched")
                            + ", " + (cargo.object().isEmpty() ? "nothing is sent." : "a test object is sent."));
            return 0;
        }
    }

    private static String uid(String study) throws CandelaException {
        try {
            return new Uid(study).value();
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-uid", "\"" + study + "\" is no UID", e);
        }
    }

    private static String file(Path object) throws CandelaException {
        if (!Files.isRegularFile(object)) {
            throw new CandelaException("cli.no-object", object + ": no such file");
        }
        return object.toAbsolutePath().toString();
    }

    /** VPN. */
    @Command(
            name = "vpn",
            description = "Says whether a facility is reached through a VPN.",
            mixinStandardHelpOptions = true)
    int vpn(
            @Parameters(paramLabel = "FACILITY", description = "Its id.") String facility,
            @Parameters(paramLabel = "none|needed", description = "Whether one is needed.") Need need,
            @Option(names = "--interface", paramLabel = "NAME", description = "As tun0; without it any tunnel.")
                    @Nullable
                    String device,
            @Mixin Output output)
            throws CandelaException {
        try (NetworkDesk desk = opener.open()) {
            Facility found = asked(desk, facility).get(0);
            Vpn vpn = new Vpn(need == Need.NEEDED, device == null ? "" : device);
            desk.book().note(found.id(), vpn, reader.get());
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("needed", vpn.isNeeded())
                            .put("interface", vpn.device()),
                    found.name() + (vpn.isNeeded() ? ": a VPN is needed." : ": no VPN is needed."));
            return 0;
        }
    }

    /** Whether a VPN is needed. */
    public enum Need {
        NONE,
        NEEDED
    }

    /** The backup link. */
    @Command(name = "backup", description = "Says what the second way out is.", mixinStandardHelpOptions = true)
    int backup(
            @Parameters(paramLabel = "cellular|second-provider", description = "What it is.") String means,
            @Option(names = "--interface", paramLabel = "NAME", description = "As wwan0.") @Nullable String device,
            @Option(names = "--gateway", paramLabel = "IP", description = "Where both are behind one interface.")
                    @Nullable
                    String gateway,
            @Mixin Output output)
            throws CandelaException {
        Backup backup = backup(means, device == null ? "" : device, gateway == null ? "" : gateway);
        try (NetworkDesk desk = opener.open()) {
            desk.book().set(backup, reader.get());
        }
        output.print(
                JsonNodeFactory.instance.objectNode().put("backup", backup.text()),
                "Backup link: " + backup.text() + ". Test it: candela network backup-test FACILITY");
        return 0;
    }

    private static Backup backup(String means, String device, String gateway) throws CandelaException {
        try {
            Backup.Means kind =
                    Backup.Means.valueOf(means.toUpperCase(Locale.ROOT).replace('-', '_'));
            return new Backup(kind, device, gateway);
        } catch (IllegalArgumentException e) {
            throw new CandelaException(
                    "cli.bad-backup", "a backup is cellular or second-provider, told by --interface or --gateway", e);
        }
    }

    /** Tests it. */
    @Command(
            name = "backup-test",
            description = "Asks you to switch to the backup link, sees that it is in use, and measures through it.",
            mixinStandardHelpOptions = true)
    int backupTest(
            @Parameters(paramLabel = "FACILITY", description = "Whose service is asked through it.") String facility,
            @Option(names = "--minutes", defaultValue = "5", description = "How long to wait; ${DEFAULT-VALUE}.")
                    int minutes,
            @Option(names = "--seconds", defaultValue = "10", description = "Of measuring; ${DEFAULT-VALUE}.")
                    int seconds,
            @Mixin Output output)
            throws CandelaException {
        try (NetworkDesk desk = opener.open();
                Interruption heard = interruptions.get()) {
            Facility found = asked(desk, facility).get(0);
            Backup backup = desk.book()
                    .backup()
                    .orElseThrow(() -> new CandelaException(
                            "cli.no-backup", "no backup link is on file; say what it is: candela network backup"));
            BackupDrill drill = BackupDrill.begin(desk.network().now(), backup);
            output.progress("Now on " + BackupDrill.text(drill.before()) + ". Switch to the backup link ("
                    + backup.text() + "): pull the cable, or switch the router.");
            Route used = await(desk, drill, minutes, heard.cancellation());
            output.progress("On " + BackupDrill.text(used) + ". Measuring …");
            LinkMeasurement measured = desk.meter()
                    .measure(
                            desk.target(found, Link.BACKUP),
                            LinkPlan.USUAL.within(Duration.ofSeconds(Math.max(1, seconds)), 500_000_000L),
                            heard.cancellation(),
                            share -> {});
            desk.records().keep(measured, reader.get());
            desk.book()
                    .tested(
                            BackupDrill.text(used),
                            measured.down().map(down -> down.megabits()).orElse(0.0),
                            reader.get());
            print(List.of(measured), output);
            output.progress("The backup link works. Go back to the first link.");
            return 0;
        } catch (CancellationException e) {
            output.error("candela: cancelled; the test does not count");
            return CANCELLED;
        }
    }

    private static Route await(NetworkDesk desk, BackupDrill drill, int minutes, Cancellation cancellation)
            throws CandelaException {
        long start = System.nanoTime();
        Optional<Route> used = drill.switched(desk.network().now());
        while (used.isEmpty()) {
            cancellation.throwIfRequested();
            if (System.nanoTime() - start > minutes * NANOS_PER_MINUTE) {
                throw new CandelaException(
                        "cli.not-switched",
                        "the default route did not become the backup's within " + minutes + " minutes; it is now by "
                                + desk.network().wayOut());
            }
            LockSupport.parkNanos(LOOK_NANOS);
            used = drill.switched(desk.network().now());
        }
        return used.orElseThrow();
    }

    private static List<Facility> asked(NetworkDesk desk, @Nullable String id) throws CandelaException {
        List<Facility> all = desk.facilities();
        if (id == null) {
            return all;
        }
        return List.of(all.stream()
                .filter(facility -> facility.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new CandelaException(
                        "cli.no-facility", id + " is no facility with a service; see candela facility list")));
    }
}
