package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candela qa withdraw}: says that a run does not count, and why. It stays in the ledger. */
// [impl->req~displayqa.withdrawal~1]
@Command(
        name = "withdraw",
        description = {
            "Says that a run does not count, as when the meter had slipped. Nothing is deleted; a table that the run put",
            "to use is no longer in force, and the one before it is again."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaWithdraw implements Callable<Integer> {
    private final QaDesk desk;

    @Parameters(paramLabel = "RUN", description = "Number of the run.")
    private long run;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; printed on every report.")
    private String reason;

    @Mixin
    private final Output output = new Output();

    QaWithdraw(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (reason.isBlank()) {
            throw new CandelaException("cli.no-reason", "--reason is empty: say why run " + run + " does not count");
        }
        StoredRun entry = desk.onLedger(ledger -> {
            StoredRun found = ledger.run(run)
                    .filter(stored -> stored.kind().isRun())
                    .orElseThrow(() -> new StoreException("store.missing", "there is no QA run " + run));
            return ledger.withdraw(found, reason, desk.clock().instant(), "command line");
        });
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("withdrawn", run)
                        .put("entry", entry.sequence())
                        .put("reason", reason),
                "Run " + run + " does not count any more; said in entry " + entry.sequence() + ".");
        return 0;
    }
}
