package org.candela.displayqa.ui;

import java.time.ZoneOffset;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.candela.calibration.Assessment;
import org.candela.displayqa.ledger.RunFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.StatusMark;
import org.candela.ui.Tone;

/** Labels and words that the parts of the page share. FX thread. */
final class Captions {
    private Captions() {}

    static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("panel-title");
        return title;
    }

    /** Title of a part with the run it shows; a simulated one is marked there too. */
    // [impl->req~displayqa.simulated~1]
    static HBox title(String text, Optional<RunFindings> run, Messages words) {
        HBox line = new HBox(12, title(text));
        line.setAlignment(Pos.CENTER_LEFT);
        run.ifPresent(found -> {
            line.getChildren()
                    .add(title(words.text(
                            "displayqa.part.run", Long.toString(found.run().sequence()), moment(found.run()))));
            if (found.run().isSimulated()) {
                line.getChildren().add(StatusMark.of(Tone.CAUTION, words.text("displayqa.part.simulated")));
            }
        });
        return line;
    }

    static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** {@code "24 Nov 2026 01:30 UTC"}: in the time that reports are dated in. */
    static String moment(StoredRun run) {
        return Formats.moment(run.at(), ZoneOffset.UTC) + " UTC";
    }

    /** A passed limit is a success only when a real meter measured it. */
    static Tone tone(Assessment result, StoredRun run) {
        return switch (result) {
            case FAIL -> Tone.BAD;
            case NOT_ASSESSED -> Tone.UNKNOWN;
            case PASS -> run.isSimulated() ? Tone.CAUTION : Tone.GOOD;
        };
    }
}
