package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Typist;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaProgress;

/**
 * The talk with whoever sits before a run: progress and questions on the error stream, answers from the input. The thread of
 * the command.
 *
 * <p>A person gets a line for each step, written anew on a screen; a machine gets a JSON object a line.
 */
// [impl->req~cli.qa-talk~1]
final class RunTalk implements QaProgress, Typist, MeterPlacement {
    private static final String ENOUGH = "q";
    private static final String TAKE_BACK = "u";
    private static final int SIDE = 3;
    private static final String[] PLACES = {
        "top left",
        "top middle",
        "top right",
        "middle left",
        "the centre",
        "middle right",
        "bottom left",
        "bottom middle",
        "bottom right"
    };

    private final PrintWriter err;
    private final Form form;
    private final Answers answers;
    private final Cancellation cancellation;
    private Optional<Step> step = Optional.empty();
    private int expected;
    private boolean isLineOpen;
    private boolean isFirm;

    /** How progress is told. */
    enum Form {
        /** A line for each step. */
        LINES,
        /** A line for each step, written anew after each reading. */
        SCREEN,
        /** A JSON object a line. */
        JSON
    }

    RunTalk(PrintWriter err, Form form, Answers answers, Cancellation cancellation) {
        this.err = err;
        this.form = form;
        this.answers = answers;
        this.cancellation = cancellation;
    }

    @Override
    public void begins(Step begun, int patches) {
        expected = begun == Step.NATIVE_RESPONSE ? 0 : patches;
    }

    @Override
    public void reached(Step now, int readings) {
        boolean isNew = !step.equals(Optional.of(now));
        step = Optional.of(now);
        switch (form) {
            case JSON ->
                json(JsonNodeFactory.instance
                        .objectNode()
                        .put("step", now.name())
                        .put("done", readings)
                        .put("expected", expected));
            case SCREEN -> {
                if (isNew) {
                    endLine();
                }
                err.print("\r" + words(now) + ": " + readings + (expected > 0 ? " of " + expected : ""));
                err.flush();
                isLineOpen = true;
            }
            case LINES -> {
                if (isNew) {
                    line(words(now) + (expected > 0 ? ", " + expected + " patches" : ""));
                }
            }
        }
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /** From now on readings stay as they were typed: of several displays nobody can begin anew. */
    void takeNothingBack() {
        isFirm = true;
    }

    /** Whether somebody can be asked: where a machine reads the answer, only one who sits at a terminal. */
    boolean canAsk() {
        return form != Form.JSON || answers.isTerminal();
    }

    @Override
    public void require() throws DeviceException {
        if (!canAsk()) {
            throw new DeviceException(
                    "device.no-typist",
                    "typed readings",
                    "each is asked for, which needs a terminal with --json; leave --json out, or measure with a meter"
                            + " on a cable");
        }
    }

    @Override
    public Answer ask(Question question) {
        if (!question.problem().isEmpty()) {
            line(question.problem());
        }
        String back = question.last()
                .filter(last -> !isFirm)
                .map(last -> ", " + TAKE_BACK + " takes back " + text(last))
                .orElse("");
        return said("reading " + question.number() + ", cd/m² (" + ENOUGH + " cancels" + back + "): ")
                .map(this::answer)
                .orElse(new Answer.GivenUp());
    }

    @Override
    public void place(int row, int column) {
        int number = row * SIDE + column;
        Optional<String> answer = said("put the meter on place " + (number + 1) + " of 9, " + PLACES[number]
                + ", then press Enter (" + ENOUGH + " cancels): ");
        if (answer.isEmpty()) {
            throw new CancellationException("nobody says that the meter is there");
        }
    }

    /** Tells what was done, in a line of its own. */
    void line(String text) {
        if (form == Form.JSON) {
            json(JsonNodeFactory.instance.objectNode().put("told", text));
            return;
        }
        endLine();
        err.println(text);
    }

    /** Ends a line that was to be written anew. */
    void endLine() {
        if (isLineOpen) {
            err.println();
            isLineOpen = false;
        }
    }

    private Answer answer(String typed) {
        return !isFirm && typed.strip().equalsIgnoreCase(TAKE_BACK) ? new Answer.TakeBack() : new Answer.Typed(typed);
    }

    private Optional<String> said(String question) {
        endLine();
        err.print(question);
        err.flush();
        Optional<String> answer = answers.next(cancellation);
        if (!answers.isTerminal()) {
            err.println(); // nobody pressed Enter on this screen
        }
        if (answer.filter(text -> text.strip().equalsIgnoreCase(ENOUGH)).isPresent()) {
            throw new CancellationException("cancelled by whoever was asked");
        }
        return answer;
    }

    private void json(ObjectNode node) {
        err.println(node);
        err.flush();
    }

    private static String text(Luminance luminance) {
        return String.format(Locale.ROOT, "%.4g", luminance.cdPerM2());
    }

    private static String words(Step step) {
        return switch (step) {
            case NATIVE_RESPONSE -> "native response";
            case UNCALIBRATED_LEVELS -> "levels without the table";
            case CONFORMANCE_LEVELS -> "levels through the table";
        };
    }
}
