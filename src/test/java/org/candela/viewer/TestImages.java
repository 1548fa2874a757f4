package org.candela.viewer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.candela.base.Uid;
import org.candela.dicom.image.BodyWeightSuv;
import org.candela.dicom.image.ImageDescription;
import org.candela.dicom.image.ImageDescription.GreyMeaning;
import org.candela.dicom.image.ImageDescription.ImagePlace;
import org.candela.image.Frame;
import org.candela.image.ImageSpacing;
import org.candela.image.OverlayPlane;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.PixelPadding;
import org.candela.image.PixelSpacing;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.SliceAlignment;
import org.candela.image.SlicePlane;
import org.candela.image.SliceSteps;
import org.candela.image.Vector3;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.viewer.stack.ImageStack;
import org.candela.viewer.stack.StackGeometry;
import org.candela.viewer.stack.StackTraits;
import org.candela.viewer.stack.StudyBanner;

/** Small images and stacks whose every value is known. */
public final class TestImages {
    static final ImageSpacing HALF_MM = known(0.5, 0.5, ImageSpacing.Source.PATIENT);

    private TestImages() {}

    /** An axial slice of signed values, rows × columns, without rescale, window 0/100. */
    public static LoadedFrame slice(int rows, int columns, int... values) {
        return new LoadedFrame(
                frame(rows, columns, values), description(rows, columns, List.of(VoiWindow.linear(0, 100))));
    }

    /** The same frame with these windows and tables as the file's alternatives. */
    public static LoadedFrame withWindows(LoadedFrame loaded, VoiTransform... voi) {
        GreyMeaning old = loaded.description().greys();
        return withGreys(loaded, new GreyMeaning(old.rescale(), List.of(voi), old.presentation(), old.padding()));
    }

    /** The same frame with one mark over pixel {@code index}. */
    public static LoadedFrame withMark(LoadedFrame loaded, int index) {
        BitSet bits = new BitSet();
        bits.set(index);
        PixelLayout layout = loaded.frame().layout();
        OverlayPlane plane =
                new OverlayPlane(layout.rows(), layout.columns(), 0, 0, OverlayPlane.Kind.GRAPHICS, "", bits);
        return new LoadedFrame(loaded.frame(), loaded.description(), List.of(plane));
    }

    public static LoadedFrame withPadding(LoadedFrame loaded, PixelPadding padding) {
        GreyMeaning old = loaded.description().greys();
        return withGreys(loaded, new GreyMeaning(old.rescale(), old.voi(), old.presentation(), padding));
    }

    /** The same frame as one of a tomography of uptake. */
    public static LoadedFrame withUptake(LoadedFrame loaded, BodyWeightSuv uptake) {
        GreyMeaning old = loaded.description().greys();
        return withGreys(
                loaded,
                new GreyMeaning(old.rescale(), old.voi(), old.voiNames(), old.presentation(), old.padding(), uptake));
    }

    private static LoadedFrame withGreys(LoadedFrame loaded, GreyMeaning greys) {
        ImageDescription old = loaded.description();
        return new LoadedFrame(loaded.frame(), old.with(old.layout(), greys, old.warnings()));
    }

    public static LoadedFrame withPlace(LoadedFrame loaded, ImagePlace place) {
        ImageDescription old = loaded.description();
        return new LoadedFrame(
                loaded.frame(),
                new ImageDescription(
                        old.layout(),
                        old.greys(),
                        place,
                        old.palette(),
                        old.isLossy(),
                        old.frameTime(),
                        old.warnings()));
    }

    /** A lossy frame of a cine with something to warn of. */
    public static LoadedFrame cineFrame(LoadedFrame loaded, Duration frameTime) {
        ImageDescription old = loaded.description();
        return new LoadedFrame(
                loaded.frame(),
                new ImageDescription(
                        old.layout(),
                        old.greys(),
                        old.place(),
                        old.palette(),
                        true,
                        Optional.of(frameTime),
                        List.of("Overlay present, not shown")));
    }

    public static LoadedFrame rgb(int columns, int... values) {
        PixelLayout layout = new PixelLayout(1, columns, Photometric.RGB, 8, 8, 7, false, false);
        short[] samples = new short[values.length];
        IntStream.range(0, values.length).forEach(i -> samples[i] = (short) values[i]);
        ImageDescription grey = description(1, columns, List.of());
        return new LoadedFrame(new Frame(layout, samples), grey.with(layout, grey.greys(), List.of()));
    }

    public static ImagePlace flat(ImageSpacing spacing, String... patientOrientation) {
        return new ImagePlace(
                Optional.empty(), spacing, List.of(patientOrientation), Optional.empty(), Optional.empty());
    }

    public static ImageSpacing known(double row, double column, ImageSpacing.Source source) {
        return new ImageSpacing.Known(new PixelSpacing(row, column), source);
    }

    /** A banner of an invented patient. */
    public static StudyBanner banner(String name, LocalDate studyDate) {
        return new StudyBanner(
                new Uid("1.2.9." + studyDate.toEpochDay()),
                name,
                "C-1042",
                Optional.of(LocalDate.of(1961, 3, 4)),
                "F",
                Optional.of(studyDate),
                "CT head",
                "A-7",
                name.startsWith("SYNTHETIC"));
    }

    /** A stack of {@code count} single frames under {@code 1.2.series.n}. */
    public static ImageStack stack(StudyBanner banner, int series, String modality, int count) {
        List<FrameKey> frames = IntStream.rangeClosed(1, count)
                .mapToObj(n -> new FrameKey(new Uid("1.2." + series + "." + n), 0))
                .toList();
        return new ImageStack(
                banner, new Uid("1.2." + series), new StackTraits(modality, "Series " + series, ""), frames);
    }

    /** The same, its place in the patient known. */
    public static ImageStack stack(StudyBanner banner, int series, String modality, int count, SliceSteps steps) {
        return stack(banner, series, modality, count).placed(new StackGeometry(steps, SliceAlignment.STRAIGHT));
    }

    /** A stack whose slices lie so over one another. */
    public static ImageStack stack(
            StudyBanner banner, int series, String modality, int count, SliceAlignment alignment) {
        return stack(banner, series, modality, count).placed(new StackGeometry(SliceSteps.NONE, alignment));
    }

    /** Axial slices of 1 mm pixels from {@code first} mm upwards, {@code step} mm apart. */
    public static ImageStack axial(StudyBanner banner, int series, int count, double first, double step, Uid space) {
        return placed(
                banner,
                series,
                space,
                count,
                new Vector3(1, 0, 0),
                new Vector3(0, 1, 0),
                index -> new Vector3(0, 0, first + index * step));
    }

    /** Slices of 1 mm pixels whose first pixels lie at {@code origins}. */
    public static ImageStack placed(
            StudyBanner banner,
            int series,
            Uid space,
            int count,
            Vector3 rows,
            Vector3 columns,
            IntFunction<Vector3> origins) {
        List<SlicePlane> planes = IntStream.range(0, count)
                .mapToObj(index -> new SlicePlane(origins.apply(index), rows, columns, new PixelSpacing(1, 1)))
                .toList();
        SliceSteps steps =
                SliceSteps.of(planes.stream().map(SlicePlane::position).toList());
        return stack(banner, series, "CT", count)
                .placed(new StackGeometry(steps, SliceAlignment.STRAIGHT, Optional.of(space), planes));
    }

    /** A frame of {@code stack} as its geometry places it, of 11 × 11 pixels. */
    static LoadedFrame frameOf(ImageStack stack, int index) {
        LoadedFrame slice = slice(11, 11, new int[121]);
        ImageDescription old = slice.description();
        ImagePlace place = new ImagePlace(
                Optional.of(stack.geometry().planes().get(index)),
                stack.geometry().frameOfReference(),
                HALF_MM,
                1,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new LoadedFrame(
                slice.frame(),
                new ImageDescription(
                        old.layout(), old.greys(), place, old.palette(), false, Optional.empty(), List.of()));
    }

    static Frame frame(int rows, int columns, int... values) {
        short[] samples = new short[values.length];
        IntStream.range(0, values.length).forEach(i -> samples[i] = (short) values[i]);
        return new Frame(layout(rows, columns), samples);
    }

    private static PixelLayout layout(int rows, int columns) {
        return new PixelLayout(rows, columns, Photometric.MONOCHROME2, 16, 16, 15, true, false);
    }

    private static ImageDescription description(int rows, int columns, List<VoiTransform> windows) {
        SlicePlane axial = new SlicePlane(
                new Vector3(10, 20, 30), new Vector3(1, 0, 0), new Vector3(0, 1, 0), new PixelSpacing(0.5, 0.5));
        ImagePlace place = new ImagePlace(Optional.of(axial), HALF_MM, List.of(), Optional.empty(), Optional.empty());
        return new ImageDescription(
                layout(rows, columns),
                new GreyMeaning(new Rescale(1, 0, "HU"), windows, PresentationLut.Shape.IDENTITY, PixelPadding.NONE),
                place,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of());
    }
}
