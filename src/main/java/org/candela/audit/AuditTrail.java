package org.candela.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candela.audit.AuditRepository.StoredEvent;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/** Reads what was kept, in the order in which it happened. */
public final class AuditTrail {
    private static final int AT = 0;
    private static final int ACTOR = 1;
    private static final int ACTION = 2;
    private static final int SUBJECT = 3;
    private static final int DETAIL = 4;

    private AuditTrail() {}

    /**
     * One event of the chain.
     *
     * @param sequence its place, from 1 on without a gap
     * @param hash its link of the chain, which vouches for all before it
     */
    public record KeptEvent(long sequence, AuditEvent event, String hash) {}

    /** The events after a place in the chain, at most {@code limit}. */
    public static List<KeptEvent> after(Tx tx, long sequence, int limit) throws StoreException {
        List<KeptEvent> events = new ArrayList<>();
        for (StoredEvent stored : AuditRepository.after(tx, sequence, limit)) {
            events.add(new KeptEvent(stored.event().sequence(), event(stored), stored.hash()));
        }
        return events;
    }

    /** The place of the newest event; 0 for none. */
    public static long last(Tx tx) throws StoreException {
        return AuditRepository.lastSequenceEverGiven(tx);
    }

    private static AuditEvent event(StoredEvent stored) throws StoreException {
        List<String> texts = stored.event().texts();
        try {
            return new AuditEvent(
                    Instant.parse(texts.get(AT)),
                    texts.get(ACTOR),
                    AuditAction.valueOf(texts.get(ACTION)),
                    texts.get(SUBJECT),
                    detail(texts.get(DETAIL)));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new StoreException(
                    "audit.unreadable",
                    "event " + stored.event().sequence()
                            + " of the audit trail cannot be read; check it by candela audit" + " verify",
                    e);
        }
    }

    private static Map<String, String> detail(String canonical) {
        Map<String, String> detail = new TreeMap<>();
        for (String line : canonical.split("\n")) {
            int sign = line.indexOf('=');
            if (sign >= 0) {
                detail.put(unescaped(line.substring(0, sign)), unescaped(line.substring(sign + 1)));
            }
        }
        return detail;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(
                        switch (text.charAt(i)) {
                            case 'n' -> '\n';
                            case 'e' -> '=';
                            default -> text.charAt(i);
                        });
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }
}
