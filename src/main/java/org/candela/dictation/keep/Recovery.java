package org.candela.dictation.keep;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.base.CandelaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier process left: utterances that were being spoken when it ended are mended and wait for an engine as all others
 * do; files of deleted ones are deleted. Once, before anything is recorded. Killed within, it is begun again.
 */
// [impl->req~dictation.spool-repair~1]
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Utterances utterances;

    public Recovery(Utterances utterances) {
        this.utterances = utterances;
    }

    /**
     * What was found.
     *
     * @param mended utterances of which the end may be missing
     * @param unreadable files that could not be read, or hold no utterance; they are left as they are
     */
    public record Found(List<KeptUtterance> mended, List<Path> unreadable) {
        public Found {
            mended = List.copyOf(mended);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Looks through the folder; one bad file hinders none of the others. */
    public Found run() throws CandelaException {
        List<KeptUtterance> mended = new ArrayList<>();
        List<Path> unreadable = new ArrayList<>();
        for (Path beside : files(Utterances.BESIDE)) {
            takePlace(beside);
        }
        for (Path file : files(Utterances.ENDING)) {
            try {
                recover(file).ifPresent(mended::add);
            } catch (SpoolException | IllegalArgumentException e) {
                LOG.warn("{} is no utterance that can be read [spool.damaged]", file.getFileName(), e);
                unreadable.add(file);
            }
        }
        return new Found(mended, unreadable);
    }

    /** Written whole and not yet moved: it takes the place of the part. One that is not whole has nothing the part has not. */
    private void takePlace(Path beside) throws SpoolException {
        String name = beside.getFileName().toString();
        Path place = beside.resolveSibling(
                name.substring(0, name.length() - Utterances.BESIDE.length()) + Utterances.ENDING);
        boolean isWhole =
                SpoolReader.read(beside).filter(SpoolReader.Content::isWhole).isPresent();
        try {
            if (isWhole || !Files.exists(place)) {
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                remove(beside);
            }
        } catch (IOException e) {
            throw SpokenFile.failed(place, e);
        }
    }

    private Optional<KeptUtterance> recover(Path file) throws CandelaException {
        String name = file.getFileName().toString();
        UUID id = UUID.fromString(name.substring(0, name.length() - Utterances.ENDING.length()));
        Optional<KeptUtterance> known = utterances.find(id);
        if (known.isPresent()) {
            if (known.orElseThrow().state() == KeptUtterance.State.DELETED) {
                remove(file);
            }
            return Optional.empty();
        }
        Optional<SpoolReader.Content> content = SpoolReader.read(file);
        if (content.isEmpty() || content.orElseThrow().samples() == 0) {
            return nothingSaid(file, content.isPresent());
        }
        SpoolReader.Content found = content.orElseThrow();
        KeptUtterance entry = Utterances.entry(found, id);
        SpoolReader.mend(file, found);
        keep(entry);
        return entry.isMended() ? Optional.of(entry) : Optional.empty();
    }

    /** A file without a head is cut off before its first sound, unless it is longer than any head. */
    private static Optional<KeptUtterance> nothingSaid(Path file, boolean hasHead) throws SpoolException {
        try {
            if (!hasHead && Files.size(file) > SpoolHead.MOST_BYTES) {
                throw new SpoolException("spool.damaged", file + ": its head is damaged");
            }
        } catch (IOException e) {
            throw new SpoolException("spool.unreadable", file + " cannot be read: check the disk", e);
        }
        remove(file);
        return Optional.empty();
    }

    private void keep(KeptUtterance entry) throws CandelaException {
        Utterances.Shelf shelf = utterances.shelf();
        Instant now = shelf.clock().instant();
        shelf.database().change(tx -> {
            if (UtteranceRepository.insert(tx, entry)) {
                shelf.audit()
                        .append(
                                tx,
                                new AuditEvent(
                                        now,
                                        "dictation",
                                        AuditAction.DICTATION_RECOVERED,
                                        "utterance:" + entry.id(),
                                        Map.of(
                                                "milliseconds",
                                                String.valueOf(entry.length().toMillis()))));
            }
        });
    }

    private List<Path> files(String ending) throws SpoolException {
        Path folder = utterances.folder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + ending)) {
            all.forEach(found::add);
            found.sort(null);
            return found;
        } catch (IOException e) {
            throw new SpoolException("spool.unreadable", folder + " cannot be listed: check the disk", e);
        }
    }

    /** What cannot be deleted now is deleted at the next start. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted yet; it is tried again at the next start", file.getFileName(), e);
        }
    }
}
