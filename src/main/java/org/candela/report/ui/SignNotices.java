package org.candela.report.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.report.SignFinding;
import org.candela.report.SignResult;
import org.candela.report.SignResult.PinRefused;
import org.candela.report.SignResult.Signed;
import org.candela.report.SignResult.Superseded;
import org.candela.report.SignResult.Unready;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/** What the reader is told of a signature, or of a failure to read or write. */
final class SignNotices {
    private final Messages words;
    private final Clock clock;
    private final List<SignFinding> shown;

    /** @param shown what stands above the signature at the time */
    SignNotices(Messages words, Clock clock, List<SignFinding> shown) {
        this.words = words;
        this.clock = clock;
        this.shown = shown;
    }

    Notice of(SignResult result) {
        return result.match(this::announce, this::explain, this::explain, this::explain);
    }

    Notice ofFailure(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        if (cause instanceof CandelaException known) {
            String key = "report.problem." + known.code();
            return bad(words.has(key) ? words.text(key) : words.text("report.problem.other", known.code()));
        }
        return bad(words.text("report.problem.internal", cause.getClass().getSimpleName()));
    }

    private Notice announce(Signed signed) {
        String meaning = words.text("report.meaning." + signed.report().meaning());
        String at = Formats.clock(signed.report().signature().signedAt(), clock.getZone());
        String by = signed.report().signature().signer().printedName();
        return new Notice(Tone.GOOD, words.text("report.sign.done", meaning, by, at));
    }

    /** What the gate says stands nowhere else: it was asked at the signature alone. */
    // [impl->req~report.sign-gate-told~1]
    private Notice explain(Unready unready) {
        List<String> gate = unready.findings().stream()
                .filter(finding -> !shown.contains(finding))
                .map(SignFinding::message)
                .toList();
        return bad(
                gate.isEmpty()
                        ? words.text("report.sign.unready", unready.findings().size())
                        : words.text("report.sign.stopped", String.join(" ", gate)));
    }

    private Notice explain(PinRefused refused) {
        Instant next = refused.nextTryAt();
        return bad(
                next.isAfter(clock.instant())
                        ? words.text("report.sign.pin-wait", Formats.clock(next, clock.getZone()))
                        : words.text("report.sign.pin-wrong"));
    }

    private Notice explain(Superseded superseded) {
        return bad(words.text("report.sign.superseded." + superseded.existing()));
    }

    private static Notice bad(String text) {
        return new Notice(Tone.BAD, text);
    }
}
