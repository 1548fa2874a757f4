package org.candela.worklist.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.net.web.AttributePath;
import org.candela.net.web.QidoQuery;
import org.candela.net.web.UpsClient;
import org.candela.net.web.WebException;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.claim.Finding.Kind;

/**
 * Finds the workitem that is the task to read a study: by the study that is its input, else by the accession number of
 * its request (PS3.4 Table CC.2.5-3).
 *
 * <p>A server may ignore a key that it does not know, so what it lists is looked at again here. Blocks on the facility.
 */
// [impl->req~worklist.claim.finder~1]
final class WorkitemFinder {
    private static final AttributePath STUDY = AttributePath.parse("InputInformationSequence.StudyInstanceUID");
    private static final AttributePath ACCESSION = AttributePath.parse("ReferencedRequestSequence.AccessionNumber");
    private static final AttributePath STATE = AttributePath.parse("ProcedureStepState");
    private static final String IN_PROGRESS = "IN PROGRESS";
    private static final int MOST = 50;
    private static final int MOST_IN_PROGRESS = 2000;
    private static final Map<String, Integer> RANKS = Map.of("HIGH", 0, "MEDIUM", 1, "LOW", 2);
    private static final int NO_RANK = 3;
    /** CID 9231, General Purpose Workitem Definition: what a machine or a clerk does, not a reader. */
    private static final Set<String> NOT_READING = Set.of("110001", "110002", "110003", "110004", "110006", "110008");

    private WorkitemFinder() {}

    static Finding find(UpsClient service, ReadingItem.Id id, String accession, Cancellation cancellation)
            throws WebException {
        List<Attributes> found = matching(service, query(STUDY, id.study().value()), cancellation).stream()
                .filter(item -> WorkitemText.studies(item).contains(id.study()))
                .toList();
        if (found.isEmpty() && !accession.isBlank()) {
            found = matching(service, query(ACCESSION, accession), cancellation).stream()
                    .filter(item -> isRequestedBy(item, accession, id.study()))
                    .toList();
        }
        return choose(id, found);
    }

    /** Workitems to read that somebody has, with their inputs and performers where the server tells them. */
    static List<Attributes> inProgress(UpsClient service, Cancellation cancellation) throws WebException {
        QidoQuery query = QidoQuery.all()
                .matching(STATE, IN_PROGRESS)
                .with(QidoQuery.Option.ALL_FIELDS)
                .atMost(MOST_IN_PROGRESS);
        return in(IN_PROGRESS, service.search(query, cancellation)).stream()
                .filter(WorkitemFinder::isReading)
                .toList();
    }

    private static QidoQuery query(AttributePath key, String value) {
        return QidoQuery.all()
                .matching(key, value)
                .with(QidoQuery.Option.ALL_FIELDS)
                .atMost(MOST);
    }

    /** With their inputs and requests, which a server need not put into an answer to a search. */
    private static List<Attributes> matching(UpsClient service, QidoQuery query, Cancellation cancellation)
            throws WebException {
        List<Attributes> whole = new ArrayList<>();
        for (Attributes item : service.search(query, cancellation)) {
            Optional<Uid> uid = item.uid(Tag.SOPInstanceUID);
            if (uid.isPresent()) {
                whole.add(
                        WorkitemText.isWhole(item)
                                ? item
                                : service.retrieve(uid.orElseThrow(), cancellation)
                                        .orElse(item));
            }
        }
        return whole;
    }

    /** A workitem that names its studies is of those alone. */
    private static boolean isRequestedBy(Attributes item, String accession, Uid study) {
        Set<Uid> studies = WorkitemText.studies(item);
        return WorkitemText.accessions(item).contains(accession) && (studies.isEmpty() || studies.contains(study));
    }

    private static Finding choose(ReadingItem.Id id, List<Attributes> found) {
        List<Attributes> tasks =
                found.stream().filter(WorkitemFinder::isReading).toList();
        List<Attributes> free = in("SCHEDULED", tasks).stream()
                .sorted(Comparator.comparingInt(WorkitemFinder::rank))
                .toList();
        if (!free.isEmpty()) {
            return best(id, free);
        }
        List<Attributes> taken = in(IN_PROGRESS, tasks);
        if (!taken.isEmpty()) {
            return new Finding(Kind.TAKEN, Optional.empty(), WorkitemText.performer(taken.get(0)));
        }
        boolean isDone = !in("COMPLETED", tasks).isEmpty();
        return new Finding(isDone ? Kind.DONE : Kind.NONE, Optional.empty(), "");
    }

    private static Finding best(ReadingItem.Id id, List<Attributes> free) {
        boolean isTied = free.size() > 1 && rank(free.get(0)) == rank(free.get(1));
        if (isTied) {
            return new Finding(Kind.SEVERAL, Optional.empty(), String.valueOf(free.size()));
        }
        Uid uid = free.get(0).uid(Tag.SOPInstanceUID).orElseThrow();
        String choice = free.size() == 1 ? "" : "The most urgent of " + free.size() + " workitems of this study.";
        return new Finding(Kind.FREE, Optional.of(new Workitem(id.facility(), id.study(), uid)), choice);
    }

    private static List<Attributes> in(String state, List<Attributes> items) {
        return items.stream()
                .filter(item -> WorkitemText.state(item).equals(state))
                .toList();
    }

    private static int rank(Attributes item) {
        return RANKS.getOrDefault(WorkitemText.priority(item), NO_RANK);
    }

    private static boolean isReading(Attributes item) {
        return WorkitemText.codes(item).stream().noneMatch(NOT_READING::contains);
    }
}
