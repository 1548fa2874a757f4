package org.candela.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.candela.base.Cancellation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a command writes its answer: for a person, or as JSON with {@code --json}. */
final class Output {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    /** Whether a machine asked. */
    boolean isJson() {
        return json;
    }

    /** Prints one of the two forms. */
    void print(JsonNode forMachine, String forPerson) {
        line(json ? pretty(forMachine) : forPerson);
    }

    /** Prints a line as it is. */
    void line(String text) {
        spec.commandLine().getOut().println(text);
    }

    /** Prints a line while the work goes on; a machine waits for the answer. */
    void progress(String text) {
        if (!json) {
            line(text);
            spec.commandLine().getOut().flush();
        }
    }

    /** The talk with whoever sits before a run; on a screen lines are written anew, but not for a machine. */
    RunTalk talk(QaTerminal terminal, Cancellation cancellation) {
        RunTalk.Form shown = terminal.isShown() ? RunTalk.Form.SCREEN : RunTalk.Form.LINES;
        return new RunTalk(
                spec.commandLine().getErr(), json ? RunTalk.Form.JSON : shown, terminal.answers(), cancellation);
    }

    /** Prints a line on the error stream as it is. */
    void error(String text) {
        spec.commandLine().getErr().println(text);
    }

    /** Tells what was tolerated or left out, on the error stream. */
    void warn(String warning) {
        spec.commandLine().getErr().println("warning: " + warning);
    }

    static String pretty(JsonNode node) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can always be written", e);
        }
    }
}
