package org.candela.displayqa.measure;

/** One thing that a run found; closed, so that storing and judging answer every kind. */
public sealed interface Finding
        permits Calibration,
                LevelsSeen,
                EndsSeen,
                FieldSeen,
                ColoursSeen,
                DisplaysCompared,
                ChangeSeen,
                VisualSeen,
                RampSeen,
                FunctionSeen,
                MatchedTo,
                BacklightSeen {
    /** Applies the function of this kind. */
    <R> R match(Cases<R> cases);

    /**
     * A function for each kind.
     *
     * @param <R> what it answers
     */
    interface Cases<R> {
        R calibration(Calibration made);

        R levels(LevelsSeen levels);

        R ends(EndsSeen ends);

        R field(FieldSeen field);

        R colours(ColoursSeen colours);

        R compared(DisplaysCompared compared);

        R change(ChangeSeen change);

        R visual(VisualSeen visual);

        R ramp(RampSeen ramp);

        R function(FunctionSeen function);

        R matched(MatchedTo matched);

        R backlight(BacklightSeen backlight);
    }
}
