package org.candela.displayqa.ui;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.report.ReportExport;
import org.candela.ui.Messages;
import org.candela.ui.Tone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words for what came of an action, with what the reader can do next. Safe from any thread. */
final class QaNotices {
    private static final Logger LOG = LoggerFactory.getLogger(QaNotices.class);
    private static final String TODO = "displayqa.todo.";

    private final Messages words;

    QaNotices(Messages words) {
        this.words = words;
    }

    QaNotice say(String key, Object... arguments) {
        return new QaNotice(Tone.NEUTRAL, words.text(key, arguments), "", "");
    }

    QaNotice finished(StoredRun run) {
        String result = words.text("displayqa.notice.finished", run.summary());
        return new QaNotice(
                Captions.tone(run.overall(), run), result, words.text(TODO + "result." + run.overall()), "");
    }

    /** The course before a shift, as the worst of its displays. */
    QaNotice checked(List<StoredRun> runs) {
        StoredRun worst = runs.stream()
                .min(Comparator.comparing(StoredRun::overall))
                .orElseThrow(() -> new IllegalArgumentException("a course without displays"));
        return new QaNotice(
                Captions.tone(worst.overall(), worst),
                words.text("displayqa.notice.checked", Integer.toString(runs.size()), worst.resultText()),
                words.text(TODO + "result." + worst.overall()),
                "");
    }

    QaNotice exported(ReportExport.Exported report) {
        String text = words.text("displayqa.notice.exported", report.pdf(), report.json(), report.keyFingerprint());
        return new QaNotice(Tone.GOOD, text, "", "");
    }

    QaNotice written(ReportExport.Written report) {
        String files = report.files().values().stream()
                .map(file -> file.getFileName().toString())
                .sorted()
                .collect(Collectors.joining(", "));
        Path folder = report.files().values().iterator().next().toAbsolutePath().getParent();
        String text = words.text("displayqa.notice.written", files, String.valueOf(folder), report.keyFingerprint());
        return new QaNotice(Tone.GOOD, text, "", "");
    }

    /** A failure of the environment says what to do; a bug is logged and says so. */
    QaNotice failed(Throwable failure) {
        Throwable cause = Async.causeOf(failure);
        if (cause instanceof CancellationException) {
            return say("displayqa.notice.cancelled");
        }
        if (cause instanceof CandelaException known) {
            LOG.warn("display QA stopped [{}]: {}", known.code(), known.getMessage());
            return new QaNotice(Tone.BAD, String.valueOf(known.getMessage()), whatToDo(known.code()), known.code());
        }
        LOG.error("display QA broke [displayqa.bug]", cause);
        return new QaNotice(Tone.BAD, words.text("displayqa.notice.bug"), words.text(TODO + "bug"), "displayqa.bug");
    }

    private String whatToDo(String code) {
        String room = code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
        if (words.has(TODO + code)) {
            return words.text(TODO + code);
        }
        return words.has(TODO + room) ? words.text(TODO + room) : words.text(TODO + "other");
    }
}
