package org.candela.app;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.cli.CheckCommand;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.SigningKeys;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.card.CardPaper;
import org.candela.store.Database;

/** The key of this workstation, which signs cards as it signs reports of display QA. */
record Cards(Config config, Clock clock) implements CheckCommand.CardDesk {
    @Override
    public SigningKey key() throws CandelaException {
        try (Database database = Database.open(config.store(), clock)) {
            return keys(database).current();
        }
    }

    @Override
    public List<String> fingerprints() throws CandelaException {
        if (!Files.exists(config.paths().database())) {
            return List.of();
        }
        try (Database database = Database.open(config.store(), clock)) {
            return keys(database).fingerprints();
        }
    }

    private SigningKeys keys(Database database) {
        return new SigningKeys(
                new QaLedger(database, new AuditLog()), config.paths().signingKey(), clock);
    }

    @Override
    public CardPaper.About about() {
        MachineFacts facts = MachineFacts.here();
        return new CardPaper.About(
                config.reader(),
                facts.host().value().orElse("not known"),
                facts.program().value().orElse("not known"),
                ReadinessLimits.shipped().edition());
    }
}
