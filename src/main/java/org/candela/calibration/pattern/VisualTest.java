package org.candela.calibration.pattern;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A pattern and what is asked of it.
 *
 * @param id stable, for example {@code "qc"}
 * @param version of the questions; a changed text or rule is a new version
 * @param pattern what is shown
 * @param method code of the method in PS3.16 (IEC 62563-1 7.3), where there is one
 * @param viewingDistanceMm where the observer's eyes shall be; 0 where the usual place is meant
 * @param instruction what to do before looking
 * @param questions at least one
 */
public record VisualTest(
        String id,
        int version,
        TestPattern pattern,
        Optional<PatternCode> method,
        int viewingDistanceMm,
        String instruction,
        List<VisualQuestion> questions) {
    public VisualTest {
        questions = List.copyOf(questions);
        Set<String> ids = new HashSet<>();
        questions.forEach(question -> ids.add(question.id()));
        if (questions.isEmpty() || ids.size() != questions.size()) {
            throw new IllegalArgumentException("a test has questions of different ids: " + id);
        }
    }
}
