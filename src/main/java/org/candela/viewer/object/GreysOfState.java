package org.candela.viewer.object;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.image.SampleOrigin;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.state.StatePresentation.Part;

/** The greys of a presentation state on one image: stored values → P-values (PS3.4 N.2.1). Used once. */
final class GreysOfState {
    private final StateGreys greys;
    private final FrameKey key;
    private final LoadedFrame loaded;
    private final Set<Part> parts = EnumSet.noneOf(Part.class);

    GreysOfState(StateGreys greys, FrameKey key, LoadedFrame loaded) {
        this.greys = greys;
        this.key = key;
        this.loaded = loaded;
    }

    /** The stored values that the state starts from are not at hand. */
    static final class NotApplicable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        NotApplicable(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** What the state sets; after {@link #applied()}. */
    Set<Part> parts() {
        return parts;
    }

    /** The frame with values and meaning as the state says. */
    LoadedFrame applied() throws NotApplicable {
        return greys.modality() instanceof StateGreys.Table table ? throughTable(table) : rescaled();
    }

    private LoadedFrame rescaled() throws NotApplicable {
        Rescale own = loaded.description().rescale();
        Rescale rescale = greys.modality() instanceof StateGreys.Linear linear ? linear.rescale() : Rescale.IDENTITY;
        boolean isSame = rescale.slope() == own.slope() && rescale.intercept() == own.intercept();
        if (!(origin() instanceof SampleOrigin.Stored)) {
            throw new NotApplicable("stored values are not at hand as it needs them");
        }
        if (!isSame) {
            parts.add(Part.MODALITY);
        }
        double one = rescale.apply(loaded.frame().layout().minimum());
        double other = rescale.apply(loaded.frame().layout().maximum());
        return meant(loaded, rescale, spanning(one, other));
    }

    private LoadedFrame throughTable(StateGreys.Table table) throws NotApplicable {
        VoiWindow range = spanning(0, (1 << table.table().bits()) - 1);
        Rescale identity = new Rescale(1, 0, table.unit());
        if (origin() instanceof SampleOrigin.ThroughTable own && own.table().equals(table.table())) {
            return meant(loaded, identity, range);
        }
        if (!(origin() instanceof SampleOrigin.Stored)) {
            throw new NotApplicable("stored values are not at hand as it needs them");
        }
        parts.add(Part.MODALITY);
        DescribedFrame through = new DescribedFrame(loaded.frame(), loaded.description(), loaded.overlays())
                .through(table.table(), table.unit());
        return meant(
                new LoadedFrame(through.frame(), through.description(), through.overlays(), loaded.reduction()),
                identity,
                range);
    }

    private SampleOrigin origin() {
        return loaded.description().greys().origin();
    }

    /** All of a range, its least value black and its greatest white (N.2.1.2: no VOI transformation). */
    private static VoiWindow spanning(double one, double other) {
        return new VoiWindow((one + other) / 2, Math.abs(other - one), VoiWindow.Function.LINEAR_EXACT);
    }

    private LoadedFrame meant(LoadedFrame values, Rescale rescale, VoiWindow wholeRange) {
        List<VoiTransform> stated = greys.voiOf(key.sopInstance(), key.frameIndex() + 1);
        List<VoiTransform> voi = stated.isEmpty() ? List.of(wholeRange) : stated;
        parts.add(stated.isEmpty() ? Part.WHOLE_RANGE : partOf(voi.get(0)));
        if (greys.presentation() instanceof PresentationLut.Table) {
            parts.add(Part.PRESENTATION_TABLE);
        } else if (!greys.presentation().equals(loaded.description().greys().presentation())) {
            parts.add(Part.INVERSE);
        }
        ImageDescription description = values.description();
        ImageDescription.GreyMeaning meaning = new ImageDescription.GreyMeaning(
                rescale,
                voi,
                Collections.nCopies(voi.size(), ""),
                greys.presentation(),
                description.padding(),
                description.greys().uptake(),
                description.greys().origin());
        return new LoadedFrame(
                values.frame(),
                description.with(values.frame().layout(), meaning, description.warnings()),
                values.overlays(),
                values.reduction());
    }

    private static Part partOf(VoiTransform voi) {
        return voi instanceof VoiWindow ? Part.WINDOW : Part.VOI_TABLE;
    }
}
