package org.candela.displayqa.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.calibration.pattern.Direction;
import org.candela.calibration.pattern.VisualAnswer;
import org.candela.calibration.pattern.VisualAnswer.Outcome;
import org.candela.calibration.pattern.VisualQuestion;
import org.candela.calibration.pattern.VisualSet;
import org.candela.calibration.pattern.VisualTest;

/** Where an observer is in a set of tests, and what was answered so far. FX thread; needs no toolkit. */
final class VisualCourse {
    private final List<Item> items = new ArrayList<>();
    private final Map<Item, Outcome> outcomes = new HashMap<>();
    private final Map<Item, VisualAnswer.Trial> trials = new HashMap<>();
    private final Map<String, String> comments = new HashMap<>();
    private int index;

    VisualCourse(VisualSet set) {
        for (VisualTest test : set.tests()) {
            for (VisualQuestion question : test.questions()) {
                for (int trial = 0; trial < Math.max(1, question.choice().trials()); trial++) {
                    items.add(new Item(test, question, trial));
                }
            }
        }
    }

    /** One look: a question, or one picture of a forced choice. */
    record Item(VisualTest test, VisualQuestion question, int trial) {
        /** Picture of the sequence. */
        int step() {
            return question.choice().firstStep() + trial;
        }

        /** Two tests may ask the same. */
        private String key() {
            return VisualCourse.key(test, question);
        }
    }

    boolean isOver() {
        return index >= items.size();
    }

    /** What is looked at now; not to be asked when it is over. */
    Item now() {
        return items.get(index);
    }

    /** From 1. */
    int number() {
        return index + 1;
    }

    int total() {
        return items.size();
    }

    /** Takes yes or no, where that was asked, or that the question is skipped; a forced choice is skipped as a whole. */
    void answer(Outcome outcome) {
        if (isOver() || (now().question().isForcedChoice() && outcome != Outcome.SKIP)) {
            return;
        }
        Item item = now();
        outcomes.put(item, outcome);
        while (!isOver() && now().key().equals(item.key())) {
            trials.remove(now());
            index++;
        }
    }

    /** Takes where the observer says the object is, if that is one of the places to choose from. */
    void choose(Direction truth, Direction said) {
        if (isOver() || !allows(now().question(), said)) {
            return;
        }
        trials.put(now(), new VisualAnswer.Trial(now().step(), truth, said));
        index++;
    }

    static boolean allows(VisualQuestion question, Direction said) {
        int alternatives = question.choice().alternatives();
        return alternatives > 2 || (alternatives == 2 && (said == Direction.LEFT || said == Direction.RIGHT));
    }

    /** Goes back to what was answered last, whose answer no longer counts. */
    void back() {
        if (index > 0) {
            index--;
            outcomes.remove(now());
            trials.remove(now());
        }
    }

    /** Keeps words of the observer with the question. */
    void comment(Item item, String words) {
        comments.put(item.key(), words.strip());
    }

    String comment(Item item) {
        return comments.getOrDefault(item.key(), "");
    }

    /** The answers to one test so far. */
    List<VisualAnswer> answers(VisualTest test) {
        List<VisualAnswer> answers = new ArrayList<>();
        for (VisualQuestion question : test.questions()) {
            answer(test, question).ifPresent(answers::add);
        }
        return answers;
    }

    private Optional<VisualAnswer> answer(VisualTest test, VisualQuestion question) {
        List<Item> own = items.stream()
                .filter(item -> item.key().equals(key(test, question)))
                .toList();
        String words = comment(own.get(0));
        if (!question.isForcedChoice()) {
            return Optional.ofNullable(outcomes.get(own.get(0)))
                    .map(outcome -> VisualAnswer.of(question, outcome, words));
        }
        List<VisualAnswer.Trial> done = own.stream()
                .map(item -> Optional.ofNullable(trials.get(item)))
                .flatMap(Optional::stream)
                .toList();
        boolean isTouched = !done.isEmpty() || own.stream().anyMatch(outcomes::containsKey);
        return isTouched ? Optional.of(VisualAnswer.of(question, done, words)) : Optional.empty();
    }

    private static String key(VisualTest test, VisualQuestion question) {
        return test.id() + "/" + question.id();
    }
}
