package org.candela.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.calibration.Luminance;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Typist;
import org.candela.displayqa.measure.QaProgress.Step;
import org.junit.jupiter.api.Test;

class RunTalkTest {
    private static final Typist.Question SECOND =
            new Typist.Question(2, Optional.of(new Luminance(0.53)), "Type a point.");

    private final StringWriter err = new StringWriter();
    private final Deque<String> typed = new ArrayDeque<>();

    // [utest->req~cli.qa-talk~1]
    @Test
    void whereNobodyLooksThereIsOneLineForEachStep() {
        RunTalk talk = talk(RunTalk.Form.LINES, false);

        steps(talk);

        assertEquals(List.of("native response", "levels through the table, 18 patches"), lines());
        assertFalse(err.toString().contains("\r"));
    }

    // [utest->req~cli.qa-talk~1]
    @Test
    void onAScreenTheLineIsWrittenAnew() {
        RunTalk talk = talk(RunTalk.Form.SCREEN, true);

        steps(talk);
        talk.endLine();

        assertTrue(err.toString().startsWith("\rnative response: 1\rnative response: 2"), err.toString());
        assertTrue(err.toString().contains("\rlevels through the table: 2 of 18"), err.toString());
        assertTrue(err.toString().endsWith(System.lineSeparator()));
    }

    // [utest->req~cli.qa-talk~1]
    @Test
    void aMachineGetsAnObjectALine() {
        RunTalk talk = talk(RunTalk.Form.JSON, false);

        steps(talk);
        talk.line("the graphics LUT was put back");

        assertEquals("{\"step\":\"NATIVE_RESPONSE\",\"done\":1,\"expected\":0}", lines().get(0));
        assertEquals("{\"step\":\"CONFORMANCE_LEVELS\",\"done\":2,\"expected\":18}", lines().get(3));
        assertEquals("{\"told\":\"the graphics LUT was put back\"}", lines().get(4));
    }

    // [utest->req~cli.qa-talk~1]
    @Test
    void readingsAreTypedTakenBackCancelledAndGivenUp() {
        RunTalk talk = talk(RunTalk.Form.LINES, false);
        typed.addAll(List.of("0.5", "U", "q"));

        assertEquals(new Typist.Answer.Typed("0.5"), talk.ask(SECOND));
        assertEquals(new Typist.Answer.TakeBack(), talk.ask(SECOND));
        assertThrows(CancellationException.class, () -> talk.ask(SECOND));
        assertEquals(new Typist.Answer.GivenUp(), talk.ask(SECOND));
        assertEquals("Type a point.", lines().get(0));
        assertEquals("reading 2, cd/m² (q cancels, u takes back 0.5300): ", lines().get(1));
    }

    // [utest->req~cli.qa-talk~1]
    @Test
    void placesAreAskedForByNameAndEnterGoesOn() {
        RunTalk talk = talk(RunTalk.Form.LINES, false);
        typed.addAll(List.of("", "q"));

        talk.place(0, 2);

        assertEquals("put the meter on place 3 of 9, top right, then press Enter (q cancels): ", lines().get(0));
        assertThrows(CancellationException.class, () -> talk.place(1, 1));
        assertThrows(CancellationException.class, () -> talk.place(1, 1), "the input has ended");
    }

    // [utest->req~cli.qa-talk~1]
    @Test
    void forAMachineReadingsAreTypedAtATerminalAlone() throws Exception {
        talk(RunTalk.Form.JSON, true).require();
        talk(RunTalk.Form.LINES, false).require();

        DeviceException refused = assertThrows(
                DeviceException.class, () -> talk(RunTalk.Form.JSON, false).require());
        assertEquals("device.no-typist", refused.code());
    }

    private static void steps(RunTalk talk) {
        talk.begins(Step.NATIVE_RESPONSE, 16);
        talk.reached(Step.NATIVE_RESPONSE, 1);
        talk.reached(Step.NATIVE_RESPONSE, 2);
        talk.begins(Step.CONFORMANCE_LEVELS, 18);
        talk.reached(Step.CONFORMANCE_LEVELS, 1);
        talk.reached(Step.CONFORMANCE_LEVELS, 2);
    }

    private RunTalk talk(RunTalk.Form form, boolean isTerminal) {
        Answers answers = new Answers() {
            @Override
            public boolean isTerminal() {
                return isTerminal;
            }

            @Override
            public Optional<String> next(Cancellation cancellation) {
                return Optional.ofNullable(typed.poll());
            }
        };
        return new RunTalk(new PrintWriter(err, true), form, answers, new Cancellation());
    }

    private List<String> lines() {
        return err.toString().lines().toList();
    }
}
