package org.candela.app;

import java.time.Clock;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.cli.AuditCommand;
import org.candela.cli.Candela;
import org.candela.cli.DicomCommand;
import org.candela.cli.QaCommand;
import org.candela.cli.QaStation;
import picocli.CommandLine;

/** Who gets what: the only place that knows every room. */
final class Wiring {
    private final Config config;
    private final Clock clock;

    Wiring(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    CommandLine commandLine() {
        return Candela.commandLine(List.of(
                new DicomCommand(),
                new AuditCommand(config.paths()::database, clock),
                QaCommand.commandLine(stations(), config::paths, clock)));
    }

    private QaStation.Opener stations() {
        return new QaStation.Opener() {
            @Override
            public QaStation open() throws CandelaException {
                return MachineStation.open(config.xDisplay());
            }

            @Override
            public QaStation openSimulated() {
                return new SimulatedStation(clock);
            }
        };
    }
}
