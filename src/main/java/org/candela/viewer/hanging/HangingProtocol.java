package org.candela.viewer.hanging;

import java.util.List;

/**
 * A way to hang one kind of study.
 *
 * @param id stable name: {@code "ct-with-prior"}; one made by the reader replaces the one with the same id
 * @param name as the reader sees it
 * @param match which studies it is for
 * @param stages in the order to be read; at least one
 */
public record HangingProtocol(String id, String name, StudyMatch match, List<StagePlan> stages) {
    public HangingProtocol {
        stages = List.copyOf(stages);
        if (id.isBlank() || name.isBlank() || stages.isEmpty()) {
            throw new IllegalArgumentException("a protocol needs an id, a name and a stage");
        }
    }
}
