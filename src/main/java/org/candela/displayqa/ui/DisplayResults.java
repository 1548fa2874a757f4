package org.candela.displayqa.ui;

import java.util.List;
import java.util.Optional;
import org.candela.displayqa.ledger.RunFindings;

/**
 * The runs of the selected display and which of them is looked at.
 *
 * @param runs newest first
 * @param looked number of the run that is looked at
 */
public record DisplayResults(List<RunFindings> runs, long looked) {
    static final DisplayResults NONE = new DisplayResults(List.of(), 0);

    public DisplayResults {
        runs = List.copyOf(runs);
    }

    /** All runs, looking at the newest that came to its end. */
    static DisplayResults newest(List<RunFindings> runs) {
        Optional<RunFindings> whole =
                runs.stream().filter(run -> run.run().kind().isRun()).findFirst();
        return new DisplayResults(
                runs,
                whole.or(() -> runs.stream().findFirst())
                        .map(run -> run.run().sequence())
                        .orElse(0L));
    }

    /** The run that is looked at; empty where there is none yet. */
    public Optional<RunFindings> shown() {
        return runs.stream().filter(run -> run.run().sequence() == looked).findFirst();
    }

    /** The run whose contrast response is drawn: the one looked at, else the newest that measured one. */
    public Optional<RunFindings> response() {
        return shown().filter(run -> run.response().isPresent())
                .or(() ->
                        runs.stream().filter(run -> run.response().isPresent()).findFirst());
    }

    /** The run whose nine places are drawn: the one looked at, else the newest uniformity test. */
    public Optional<RunFindings> evenness() {
        return shown().filter(run -> run.uniformity().isPresent()).or(() -> runs.stream()
                .filter(run -> run.uniformity().isPresent())
                .findFirst());
    }

    DisplayResults lookingAt(long sequence) {
        return new DisplayResults(runs, sequence);
    }
}
