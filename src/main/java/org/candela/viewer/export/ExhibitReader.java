package org.candela.viewer.export;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import org.candela.image.DisplayLut;
import org.candela.image.RasterArgb;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.jspecify.annotations.Nullable;

/** Draws frames that are to leave: P-values, through no display's table. One thread; keeps the file it read last open. */
public final class ExhibitReader {
    private final FrameFiles files;
    private @Nullable Path path;
    private @Nullable FrameReader reader;

    public ExhibitReader(FrameFiles files) {
        this.files = files;
    }

    /** The picture that would leave, all that is burned into it too, made to fit {@code box}; never larger than it is. */
    // [impl->req~export.contact-sheet~1]
    public RasterArgb small(Exhibit exhibit, Set<Burn> burn, CanvasSize box) throws ExportException {
        return fitted(picture(exhibit, load(exhibit), burn, ""), box);
    }

    private static RasterArgb fitted(RasterArgb whole, CanvasSize box) {
        double scale = Math.min((double) box.width() / whole.width(), (double) box.height() / whole.height());
        return scale >= 1 ? whole : Ink.shrunk(whole, scale);
    }

    /**
     * A frame and the picture of it that would leave.
     *
     * @param sight what was drawn, before it was made to fit
     * @param raster no larger than the box it was drawn for
     */
    public record Leaving(LoadedFrame loaded, Sight sight, RasterArgb raster) {}

    /** The picture that would leave with what is known of it, made to fit {@code box}; never larger than it is. */
    public Leaving leaving(Exhibit exhibit, Set<Burn> burn, CanvasSize box) throws ExportException {
        LoadedFrame loaded = load(exhibit);
        RasterArgb raster = fitted(picture(exhibit, loaded, burn, ""), box);
        return guarded(() -> new Leaving(loaded, exhibit.look().on(loaded), raster));
    }

    /** What the file of {@code exhibit} says. */
    public Attributes dataSet(Exhibit exhibit) throws ExportException {
        return guarded(() -> opened(exhibit).dataSet());
    }

    /** Frames of the object that {@code exhibit} is of; all of them leave with it as DICOM. */
    public int frameCount(Exhibit exhibit) throws ExportException {
        return guarded(() -> opened(exhibit).frameCount());
    }

    /** The picture that leaves. */
    // [impl->req~export.p-values~1]
    RasterArgb picture(Exhibit exhibit, LoadedFrame loaded, Set<Burn> burn, String number) throws ExportException {
        return guarded(() -> {
            Sight sight = exhibit.look().on(loaded);
            RasterArgb raster = drawn(sight.picture());
            List<InkedMark> marks = burn.contains(Burn.MARKS) ? exhibit.marks().on(loaded) : List.of();
            if (marks.isEmpty() && !burn.contains(Burn.WORDS)) {
                return raster;
            }
            Ink ink = Ink.on(raster);
            ink.marks(marks, sight.picture().view());
            if (burn.contains(Burn.WORDS)) {
                ink.words(sight.edges(), foot(sight.picture(), number));
            }
            return ink.dried();
        });
    }

    LoadedFrame load(Exhibit exhibit) throws ExportException {
        return guarded(() -> loaded(exhibit));
    }

    /** How long a frame of a cine is seen; zero where its file does not say. Decodes nothing. */
    Duration frameTime(Exhibit exhibit) throws ExportException {
        return guarded(() -> opened(exhibit)
                .describe(exhibit.frameIndex())
                .frameTime()
                .filter(time -> !time.isNegative())
                .orElse(Duration.ZERO));
    }

    /** Why the pixels of an object may tell whose they are. */
    public Set<PixelRisk> risks(Exhibit exhibit) throws ExportException {
        return guarded(() -> PixelRisk.of(opened(exhibit).dataSet()));
    }

    private LoadedFrame loaded(Exhibit exhibit) throws IOException, CandelaException {
        return LoadedFrame.of(opened(exhibit).load(exhibit.frameIndex()));
    }

    private FrameReader opened(Exhibit exhibit) throws IOException, CandelaException {
        FrameReader open = reader;
        if (open == null || !exhibit.file().equals(path)) {
            open = files.open(exhibit.file());
            reader = open;
            path = exhibit.file();
        }
        return open;
    }

    private static RasterArgb drawn(Picture picture) {
        CanvasSize canvas = picture.view().canvas();
        RasterArgb raster = RasterArgb.ofSize(canvas.width(), canvas.height());
        Renderer.ON_CALLER.render(picture, DisplayLut.IDENTITY, raster);
        return raster;
    }

    /** Computed words alone: free text of a file may name its patient. */
    private static List<String> foot(Picture picture, String number) {
        List<String> foot = new ArrayList<>();
        if (picture.loaded().frame().layout().photometric().isGrayscale()) {
            VoiWindow window = picture.presentation().window();
            foot.add("C " + Math.round(window.center()) + "  W " + Math.round(window.width()));
        }
        foot.add(number);
        if (picture.loaded().description().isLossy()) {
            foot.add("lossy");
        }
        return foot;
    }

    private interface Work<T> {
        T done() throws IOException, CandelaException;
    }

    private static <T> T guarded(Work<T> work) throws ExportException {
        try {
            return work.done();
        } catch (IOException e) {
            throw new ExportException(
                    ExportException.PICTURE,
                    "an image cannot be read: " + e.getClass().getSimpleName(),
                    e);
        } catch (ExportException e) {
            throw e;
        } catch (CandelaException e) {
            throw new ExportException(ExportException.PICTURE, "an image cannot be read: " + e.code(), e);
        } catch (IllegalArgumentException e) {
            throw new ExportException(ExportException.PICTURE, "an image cannot be drawn", e);
        }
    }
}
