package org.candela.cli;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela qa …}: calibrates displays, tests them and reports. */
@Command(name = "qa", description = "Calibrates displays, tests them and reports.", mixinStandardHelpOptions = true)
public final class QaCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    private QaCommand() {}

    /** The command with its own commands below it, without meters. */
    public static CommandLine commandLine(StationOpener stations, QaHome paths, Clock clock) {
        return commandLine(stations, paths, clock, SensorShelves.EMPTY);
    }

    /** The command with its own commands below it, before which nobody sits. */
    public static CommandLine commandLine(StationOpener stations, QaHome paths, Clock clock, SensorShelves shelves) {
        return commandLine(new Devices(stations, shelves), paths, clock, QaTerminal.NOBODY);
    }

    /** What the commands reach displays and meters by. */
    public record Devices(StationOpener stations, SensorShelves shelves) {}

    /** The command with its own commands below it. */
    public static CommandLine commandLine(Devices devices, QaHome paths, Clock clock, QaTerminal terminal) {
        QaDesk desk = new QaDesk(devices.stations(), paths, clock, terminal);
        return new CommandLine(new QaCommand())
                .addSubcommand(new QaDisplays(desk))
                .addSubcommand(new QaSensors(devices.shelves(), desk))
                .addSubcommand(new QaRun.Calibrate(desk))
                .addSubcommand(new QaRun.Test(desk))
                .addSubcommand(new QaSchedule(desk))
                .addSubcommand(new QaPreshift(desk))
                .addSubcommand(new QaCertify(desk))
                .addSubcommand(new QaRoom(desk))
                .addSubcommand(new QaWithdraw(desk))
                .addSubcommand(new QaHistory(desk))
                .addSubcommand(new QaReportCommand(desk))
                .addSubcommand(new QaVerify(paths, clock))
                .addSubcommand(new QaPattern(clock))
                .addSubcommand(new QaProfiles())
                .addSubcommand(new QaEvaluate());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command of qa? See candela qa --help.");
    }
}
