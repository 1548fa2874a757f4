package org.candela.worklist.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.ReadingState.Remaining;
import org.candela.worklist.Worklist;

/**
 * Where else a study is listed: the same Study Instance UID at two facilities is one examination in two rows.
 *
 * @param facilities the other facilities, in words; empty when there is none
 * @param work who works on it there, in words; empty when nobody does
 */
// [impl->req~worklist.also-at~1]
record AlsoAt(String facilities, String work) {
    private static final AlsoAt NOWHERE = new AlsoAt("", "");

    static AlsoAt of(ReadingItem item, Worklist worklist, String reader) {
        List<ReadingItem> others = worklist.alsoAt(item.id());
        if (others.isEmpty()) {
            return NOWHERE;
        }
        return new AlsoAt(
                others.stream().map(other -> other.study().facility().value()).collect(Collectors.joining(", ")),
                others.stream()
                        .flatMap(other -> work(other, worklist, reader).stream())
                        .collect(Collectors.joining("; ")));
    }

    private static Optional<String> work(ReadingItem other, Worklist worklist, String reader) {
        String facility = other.study().facility().value();
        if (worklist.standings().of(other.id()).isTaken()) {
            return Optional.of("another reader has it at " + facility);
        }
        if (other.claim().isEmpty()) {
            return Optional.empty();
        }
        boolean isOurs = reader.isBlank()
                || other.claim().filter(claim -> claim.reader().equals(reader)).isPresent();
        String who = isOurs ? "you" : other.claim().orElseThrow().reader();
        return Optional.of(
                other.state().remaining() == Remaining.READING
                        ? who + (isOurs ? " have it at " : " has it at ") + facility
                        : who + (isOurs ? " have reported it at " : " has reported it at ") + facility);
    }

    /** What is said of the place; empty when the study is listed once. */
    String sentence() {
        if (facilities.isEmpty()) {
            return "";
        }
        return "Also at " + facilities + (work.isEmpty() ? "." : ": " + work + ".");
    }

    Optional<String> warning() {
        return work.isEmpty() ? Optional.empty() : Optional.of(sentence());
    }
}
