package org.candela.dictation.keep;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/** Speaks into a file until it is killed; says after each quarter of a second how many samples it has given away. */
final class SpeakingChild {
    private SpeakingChild() {}

    public static void main(String[] arguments) throws Exception {
        UUID id = UUID.fromString(arguments[1]);
        SpoolHead head = new SpoolHead(id, KeptDesk.DRAFT, Instant.parse("2026-11-24T01:30:00Z"), false);
        Path file = Path.of(arguments[0]).resolve(id + Utterances.ENDING);
        SpokenFile spoken = SpokenFile.create(file, head, Sealing.NONE, SpoolDisk.REAL);
        int said = 0;
        while (said < 100_000_000) {
            short[] more = KeptDesk.ramp(said + SpokenFile.PIECE / 5);
            spoken.append(more, said, more.length);
            said = more.length;
            System.out.println(said);
        }
    }
}
