package org.candela.net.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/** Reads what a server says about objects it was sent (PS3.18 §10.5.3). */
// [impl->req~net.web.store~1]
final class StoreAnswer {
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    /** (0008,1196) Warning Reason. */
    private static final int WARNING_REASON = 0x00081196;

    private StoreAnswer() {}

    static StoreResult read(Answer answer, Set<Uid> sent) throws WebException {
        int status = answer.status();
        if (status != Answer.OK && status != ACCEPTED && status != CONFLICT) {
            throw answer.refused();
        }
        List<Attributes> told = JsonAnswer.read(answer);
        if (told.isEmpty()) {
            // PS3.18 §10.5.3.2: without a payload a success means all, and a failure means none.
            return whole(answer, sent);
        }
        StoreResult result = new StoreResult(
                uids(told),
                reasons(told, Tag.FailedSOPSequence, Tag.FailureReason),
                reasons(told, Tag.ReferencedSOPSequence, WARNING_REASON),
                List.of());
        if (status == CONFLICT && result.failed().isEmpty()) {
            throw answer.refused();
        }
        Set<Uid> unanswered = new TreeSet<>(Comparator.comparing(Uid::value));
        unanswered.addAll(sent);
        result.stored().forEach(unanswered::remove);
        result.failed().forEach(one -> unanswered.remove(one.sopInstanceUid()));
        return new StoreResult(result.stored(), result.failed(), result.warned(), List.copyOf(unanswered));
    }

    private static StoreResult whole(Answer answer, Set<Uid> sent) throws WebException {
        if (answer.status() != Answer.OK) {
            throw answer.refused();
        }
        return new StoreResult(List.copyOf(sent), List.of(), List.of(), List.of());
    }

    private static List<Uid> uids(List<Attributes> told) {
        return told.stream()
                .flatMap(answer -> answer.items(Tag.ReferencedSOPSequence).stream())
                .flatMap(item -> item.uid(Tag.ReferencedSOPInstanceUID).stream())
                .toList();
    }

    private static List<StoreResult.Failed> reasons(List<Attributes> told, int sequence, int reasonTag) {
        List<StoreResult.Failed> reasons = new ArrayList<>();
        for (Attributes answer : told) {
            for (Attributes item : answer.items(sequence)) {
                int reason = item.integer(reasonTag).orElse(0);
                boolean isTold = reason != 0 || sequence == Tag.FailedSOPSequence;
                item.uid(Tag.ReferencedSOPInstanceUID)
                        .filter(uid -> isTold)
                        .ifPresent(uid -> reasons.add(new StoreResult.Failed(uid, reason)));
            }
        }
        return reasons;
    }
}
