package org.candela.dictation.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.Utterance;
import org.candela.dictation.keep.KeptUtterance.State;
import org.candela.store.Database;
import org.candela.store.StoreException;

/**
 * Everything that was said and is not yet deleted. The file of an utterance is the truth of its sound; its row follows when it
 * is whole, and {@link Recovery} makes the row of one whose process ended before. Any thread; blocks on the disk.
 */
// [impl->req~dictation.kept~1]
public final class Utterances {
    static final String ENDING = ".utterance";
    /** Of one that is written a second time, beside a part of it. */
    static final String BESIDE = ".again";

    private final Shelf shelf;
    private final Path folder;
    private final Supplier<Sealing> sealing;
    private final SpoolDisk disk;

    /**
     * Where rows are kept, the audit trail within it, the clock both are dated by.
     *
     * @param reader who dictates here
     */
    public record Shelf(Database database, AuditLog audit, Clock clock, String reader) {}

    /**
     * @param folder of the files of sound
     * @param sealing asked for each utterance that begins: the key store may be unlocked meanwhile
     */
    public Utterances(Shelf shelf, Path folder, Supplier<Sealing> sealing) {
        this(shelf, folder, sealing, SpoolDisk.REAL);
    }

    Utterances(Shelf shelf, Path folder, Supplier<Sealing> sealing, SpoolDisk disk) {
        this.shelf = shelf;
        this.folder = folder;
        this.sealing = sealing;
        this.disk = disk;
    }

    Shelf shelf() {
        return shelf;
    }

    Path folder() {
        return folder;
    }

    Path file(UUID id) {
        return folder.resolve(id + ENDING);
    }

    /** The file of a new utterance; what is said can be appended at once. */
    public SpokenFile begin(UUID id, String draftId, Instant start) throws SpoolException {
        Sealing now = sealing.get();
        return SpokenFile.create(file(id), new SpoolHead(id, draftId, start, now.isSealing()), now, disk);
    }

    /**
     * Keeps an utterance that is over and of which the disk took nothing, or only a part: written beside, then moved into its
     * place, so that no part of it goes before the whole is there.
     */
    public void keepWhole(UUID id, String draftId, Instant start, Pcm sound) throws CandelaException {
        Sealing now = sealing.get();
        Path beside = folder.resolve(id + BESIDE);
        Recovery.remove(beside);
        SpoolHead head = new SpoolHead(id, draftId, start, now.isSealing());
        try (SpokenFile file = SpokenFile.create(beside, head, now, disk)) {
            file.append(sound.samples(), 0, sound.length());
            file.end();
        }
        try {
            Files.move(beside, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw SpokenFile.failed(file(id), e);
        }
        KeptUtterance unused = kept(id);
    }

    /** The file is whole: from now on the utterance waits for an engine, in this process or a later one. */
    public KeptUtterance kept(UUID id) throws CandelaException {
        KeptUtterance kept = entry(content(id), id);
        boolean unused = shelf.database().write(tx -> UtteranceRepository.insert(tx, kept));
        return kept;
    }

    static KeptUtterance entry(SpoolReader.Content content, UUID id) throws SpoolException {
        SpoolHead head = content.head();
        if (!head.id().equals(id)) {
            throw new SpoolException("spool.damaged", "the file of utterance " + id + " is that of another");
        }
        return new KeptUtterance(
                id,
                head.draftId(),
                head.start(),
                Duration.ofMillis(content.samples() * 1000L / Pcm.SAMPLE_RATE_HZ),
                State.SPOKEN,
                "",
                !content.isWhole());
    }

    SpoolReader.Content content(UUID id) throws SpoolException {
        return SpoolReader.read(file(id))
                .orElseThrow(() -> new SpoolException("spool.damaged", "the file of utterance " + id + " is damaged"));
    }

    /** Those that wait for an engine, in the order spoken. */
    public List<KeptUtterance> waiting() throws StoreException {
        return shelf.database().read(tx -> UtteranceRepository.in(tx, State.SPOKEN));
    }

    /** Those of a draft, in the order spoken. */
    public List<KeptUtterance> of(String draftId) throws StoreException {
        return shelf.database().read(tx -> UtteranceRepository.of(tx, draftId));
    }

    /** What the store knows of it; empty when it was never whole. */
    public Optional<KeptUtterance> find(UUID id) throws StoreException {
        return shelf.database().read(tx -> UtteranceRepository.find(tx, id));
    }

    /**
     * Its sound.
     *
     * @throws CandelaException {@code spool.unreadable}, {@code spool.damaged}, {@code spool.locked} or {@code vault.damaged}
     */
    public Pcm sound(UUID id) throws CandelaException {
        return content(id).sound(sealing.get());
    }

    /** Its words; empty before it was transcribed and when nothing was understood. */
    public List<SpokenWord> words(UUID id) throws CandelaException {
        Optional<UtteranceRepository.Words> kept = shelf.database().read(tx -> UtteranceRepository.words(tx, id));
        if (kept.isEmpty()) {
            return List.of();
        }
        UtteranceRepository.Words words = kept.orElseThrow();
        byte[] plain = words.isSealed() ? sealing.get().open(wordsOf(id), words.bytes()) : words.bytes();
        return WordsText.read(plain, id.toString());
    }

    /** All of it. */
    public Utterance whole(UUID id) throws CandelaException {
        KeptUtterance kept = find(id).orElseThrow(
                        () -> new SpoolException("spool.unknown", "there is no utterance " + id + " any more"));
        return new Utterance(id, kept.draftId(), kept.start(), sound(id), words(id), kept.engine());
    }

    /** It was transcribed. Without effect when it was deleted meanwhile. */
    public void heard(UUID id, Transcript transcript, String engine) throws StoreException {
        Sealing now = sealing.get();
        byte[] words = now.seal(wordsOf(id), WordsText.write(transcript.words()));
        boolean unused = shelf.database()
                .write(tx -> UtteranceRepository.heard(
                        tx, id, engine, new UtteranceRepository.Words(words, now.isSealing())));
    }

    /** Its words are in a draft on the disk. */
    public void taken(UUID id) throws StoreException {
        shelf.database().change(tx -> UtteranceRepository.taken(tx, id));
    }

    /** The reader threw it away: audited, its words are gone, its file follows. */
    public void discard(UUID id) throws StoreException {
        delete(List.of(id), shelf.reader(), "discarded");
    }

    /** One transaction for the rows, then the files; a file that cannot be deleted now is deleted at the next start. */
    int delete(List<UUID> ids, String actor, String why) throws StoreException {
        Instant now = shelf.clock().instant();
        List<UUID> gone = shelf.database().write(tx -> {
            List<UUID> deleted = new ArrayList<>();
            for (UUID id : ids) {
                if (UtteranceRepository.delete(tx, id, now)) {
                    deleted.add(id);
                    shelf.audit()
                            .append(
                                    tx,
                                    new AuditEvent(
                                            now,
                                            actor,
                                            AuditAction.DICTATION_DELETED,
                                            "utterance:" + id,
                                            Map.of("why", why)));
                }
            }
            return List.copyOf(deleted);
        });
        gone.forEach(id -> Recovery.remove(file(id)));
        return gone.size();
    }

    private static String wordsOf(UUID id) {
        return "words " + id;
    }
}
