package org.candela.viewer.hanging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.viewer.practice.PracticeTexts;
import org.candela.viewer.yaml.TextFormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code hanging_protocol}: each protocol as the text that is exported. */
final class ProtocolRepository {
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolRepository.class);

    private ProtocolRepository() {}

    /** A text that is not understood any more is left alone and not used. */
    static List<HangingProtocol> all(Tx tx) throws StoreException {
        List<HangingProtocol> protocols = new ArrayList<>();
        for (String text : tx.query("SELECT yaml FROM hanging_protocol ORDER BY id", row -> row.string("yaml"))) {
            try {
                protocols.addAll(ProtocolsYaml.read(text));
            } catch (TextFormatException e) {
                LOG.warn("a hanging protocol is not used [viewer.protocol-format]: {}", e.getMessage());
            }
        }
        return protocols;
    }

    /** Those of the practice; none where its text is not understood any more. */
    static List<HangingProtocol> ofPractice(Tx tx) throws StoreException {
        Optional<String> text = PracticeTexts.of(tx, PracticeTexts.Kind.PROTOCOLS);
        try {
            return text.isPresent() ? ProtocolsYaml.read(text.orElseThrow()) : List.of();
        } catch (TextFormatException e) {
            LOG.warn("hanging protocols of the practice are not used [viewer.protocol-format]: {}", e.getMessage());
            return List.of();
        }
    }

    static void save(Tx tx, HangingProtocol protocol, Instant at) throws StoreException {
        tx.update(
                "INSERT INTO hanging_protocol (id, yaml, saved_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET yaml = excluded.yaml, saved_at = excluded.saved_at",
                protocol.id(),
                ProtocolsYaml.write(List.of(protocol)),
                at);
    }

    static void remove(Tx tx, String id) throws StoreException {
        tx.update("DELETE FROM hanging_protocol WHERE id = ?", id);
    }
}
