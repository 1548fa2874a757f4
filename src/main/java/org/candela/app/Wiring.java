package org.candela.app;

import java.time.Clock;
import java.util.List;
import org.candela.cli.AuditCommand;
import org.candela.cli.Candela;
import org.candela.cli.DicomCommand;
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
        return Candela.commandLine(List.of(new DicomCommand(), new AuditCommand(config.paths()::database, clock)));
    }
}
