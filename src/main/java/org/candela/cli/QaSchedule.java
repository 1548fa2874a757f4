package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.base.ScreenId;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.watch.DueRun;
import org.candela.displayqa.watch.QaIntervals;
import org.candela.displayqa.watch.QaSnoozes;
import org.candela.displayqa.watch.QaTimetable;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.store.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code candela qa schedule}: for each display, standard and kind of run when it was made last and is due. Exit 0 when nothing
 * is due, 1 when something is.
 */
// [impl->req~cli.qa-schedule~1]
@Command(
        name = "schedule",
        description = "Lists when which run is due on which display.",
        mixinStandardHelpOptions = true)
final class QaSchedule implements Callable<Integer> {
    /** Longer than that nobody puts anything off. */
    private static final int MOST_DAYS = 14;

    private final QaDesk desk;

    @Option(names = "--simulate", description = "The displays that do not exist.")
    private boolean simulate;

    @Option(
            names = "--display",
            paramLabel = "DISPLAY",
            defaultValue = "",
            description = "This display alone, by id or connector.")
    private String display = "";

    @Option(
            names = "--snooze",
            paramLabel = "KIND",
            description = "Puts off the reminder of CONSTANCY or UNIFORMITY; what is overdue stays overdue. Is logged.")
    private Optional<QaKind> snooze = Optional.empty();

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "3",
            description = "For how many days, at most " + MOST_DAYS + "; default: ${DEFAULT-VALUE}.")
    private int days;

    @Mixin
    private final Output output = new Output();

    QaSchedule(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        List<ScreenId> displays = displays();
        try (Database database = Database.open(desk.paths().store(), desk.clock())) {
            QaSnoozes snoozes = new QaSnoozes(database, new AuditLog(), desk.clock());
            if (snooze.isPresent()) {
                putOff(snoozes, displays, snooze.orElseThrow());
            }
            QaTimetable timetable = new QaTimetable(new QaLedger(database, new AuditLog()), snoozes, desk.clock());
            List<QaIntervals> standards = standards(database);
            List<DueRun> runs = new ArrayList<>();
            for (ScreenId each : displays) {
                runs.addAll(timetable.of(each, standards));
            }
            print(runs);
            return runs.stream().noneMatch(DueRun::isDue) ? 0 : Candela.NO;
        }
    }

    private List<ScreenId> displays() throws CandelaException {
        try (QaStation station = desk.open(QaDesk.Choice.of(simulate))) {
            List<DisplayDevice> found = display.isEmpty() ? station.displays() : List.of(QaDesk.find(station, display));
            return found.stream().map(DisplayDevice::id).toList();
        }
    }

    private void putOff(QaSnoozes snoozes, List<ScreenId> displays, QaKind kind) throws CandelaException {
        if (days < 1 || days > MOST_DAYS) {
            throw new CandelaException("cli.days", "--days must be from 1 to " + MOST_DAYS + ", not " + days);
        }
        for (ScreenId each : displays) {
            snoozes.putOff(
                    new QaSnoozes.Reminder(each, kind),
                    desk.clock().instant().plus(Duration.ofDays(days)),
                    "command line");
        }
    }

    /** Those of the facilities, or the one to start with. */
    private List<QaIntervals> standards(Database database) throws CandelaException {
        Set<String> profiles = new LinkedHashSet<>();
        for (Facility facility : new Facilities(database, new AuditLog(), desk.clock()).list()) {
            profiles.add(facility.qaProfile());
        }
        if (profiles.isEmpty()) {
            profiles.add(Facility.START_QA_PROFILE);
        }
        List<QaIntervals> standards = new ArrayList<>();
        for (String profile : profiles) {
            standards.add(QaIntervals.of(CalibrationProfile.shipped(profile)));
        }
        return standards;
    }

    private void print(List<DueRun> runs) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (DueRun run : runs) {
            ObjectNode row = json.addObject();
            row.put("display", run.display().value())
                    .put("standard", run.standard())
                    .put("kind", run.kind().name())
                    .put("state", run.state().name());
            run.last().ifPresent(last -> row.put("last", last.toString()));
            run.due().ifPresent(due -> row.put("due", due.toString()));
            text.append(String.format(
                    Locale.ROOT,
                    "%-24s  %-26s  %-12s  last %-10s  due %-10s  %s%n",
                    run.display(),
                    run.standard(),
                    run.kind(),
                    day(run.last()),
                    day(run.due()),
                    run.state()));
        }
        output.print(json, text.toString().stripTrailing());
    }

    private static String day(Optional<Instant> at) {
        return at.map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC).toString())
                .orElse("-");
    }
}
