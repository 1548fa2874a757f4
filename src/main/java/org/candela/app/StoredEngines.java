package org.candela.app;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.cli.DictateCommand;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.engine.EngineChoice;
import org.candela.dictation.engine.SpokenWords;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.report.Ledger;
import org.candela.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Engines for sound files: the one that the reader chose for the report desk, with the same words and names. Commands of the desk
 * mean nothing in a file; what is said is text. Where nothing was ever kept on this machine, nothing is made there.
 */
record StoredEngines(Config config, Clock clock) implements DictateCommand.Engines {
    @Override
    public SpeechEngine engine(@Nullable EngineChoice choice) throws CandelaException {
        HomeStore store = config.store();
        if (!Files.exists(store.get())) {
            return SpeechEngines.of(choice == null ? EngineChoice.BUILT_IN : choice, SpokenWords.NONE);
        }
        try (Database database = Database.open(store, clock)) {
            Ledger ledger = new Ledger(database, new AuditLog(), clock);
            Vocabulary vocabulary = new Vocabulary(database, clock, config.reader());
            List<AddedWord> added = vocabulary
                    .spoken(List.of(), () -> SpeechEngines.names(ledger))
                    .added();
            return SpeechEngines.of(choice == null ? vocabulary.engine() : choice, words(added));
        }
    }

    private static SpokenWords words(List<AddedWord> added) {
        return new SpokenWords() {
            @Override
            public List<String> commands() {
                return List.of();
            }

            @Override
            public List<AddedWord> added() {
                return added;
            }
        };
    }
}
