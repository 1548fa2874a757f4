package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.candela.base.CandelaException;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import org.candela.dicom.image.ImageDescription;
import org.candela.image.AffineMap;
import org.candela.image.DisplayLut;
import org.candela.image.Frame;
import org.candela.image.Polarity;
import org.candela.image.RasterArgb;
import org.candela.image.ValueRange;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;
import org.candela.study.LoadedFrame;
import org.candela.viewer.picture.CanvasSize;
import org.candela.viewer.picture.DataPresentation;
import org.candela.viewer.picture.OverlayInk;
import org.candela.viewer.picture.Picture;
import org.candela.viewer.picture.Renderer;
import org.candela.viewer.picture.ResolvedView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code candela dicom render}: a frame as PNG of P-values, for no display in particular. */
@Command(
        name = "render",
        description = "Writes a frame as PNG: P-values, without the table of any display.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomRender implements Callable<Integer> {
    private final FrameFiles files;

    @Mixin
    private FrameOptions options;

    @Mixin
    private Output output;

    @Option(
            names = "--window",
            paramLabel = "CENTER,WIDTH",
            converter = WindowConverter.class,
            description = "Linear window; without it the file's first window or VOI LUT, else the range of the pixels.")
    private @Nullable VoiWindow window;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            converter = SizeConverter.class,
            description = "Size of the picture in pixels; without it that of the image.")
    private @Nullable Size size;

    DicomRender(FrameFiles files) {
        this.files = files;
    }

    /** Width and height in pixels, each 1 to {@value #LARGEST}. */
    record Size(int width, int height) {
        /** A billion bytes of picture; a larger one is a slip of the finger. */
        static final int LARGEST = 16384;
    }

    @Option(names = "--overlays", description = "Draws the file's overlays, white, over the picture.")
    private boolean hasOverlays;

    @Override
    public Integer call() throws IOException, CandelaException {
        FrameReader reader = options.open(files);
        DescribedFrame loaded = reader.load(options.index());
        ImageDescription description = loaded.description();
        Frame frame = loaded.frame();
        RasterArgb target = size == null
                ? RasterArgb.ofSize(frame.layout().columns(), frame.layout().rows())
                : RasterArgb.ofSize(size.width(), size.height());
        draw(LoadedFrame.of(loaded), target);
        boolean isGrey = frame.layout().photometric().isGrayscale();
        if (!ImageIO.write(
                isGrey ? grey(target) : colour(target), "png", options.out().toFile())) {
            throw new IOException("no PNG writer in this Java runtime");
        }
        description.warnings().forEach(output::warn);
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("width", target.width())
                        .put("height", target.height()),
                target.width() + " × " + target.height() + " written to " + options.out());
        return 0;
    }

    /** 8-bit grey: the upper byte of each P-value as it is, no colour space applied to it. */
    private static BufferedImage grey(RasterArgb raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_BYTE_GRAY);
        int[] levels = Arrays.stream(raster.pixels()).map(argb -> argb & 0xFF).toArray();
        image.getRaster().setPixels(0, 0, raster.width(), raster.height(), levels);
        return image;
    }

    private static BufferedImage colour(RasterArgb raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, raster.width(), raster.height(), raster.pixels(), 0, raster.width());
        return image;
    }

    /** The viewer's own drawing, stretched to the size asked for and through no display's table. */
    private void draw(LoadedFrame loaded, RasterArgb target) {
        ResolvedView view =
                new ResolvedView(fit(loaded.frame(), target), new CanvasSize(target.width(), target.height()));
        DataPresentation presentation = new DataPresentation(voiFor(loaded), Polarity.NORMAL);
        OverlayInk ink = hasOverlays ? OverlayInk.WHITE : OverlayInk.NONE;
        Renderer.ON_CALLER.render(new Picture(loaded, presentation, view, ink), DisplayLut.IDENTITY, target);
    }

    private VoiTransform voiFor(LoadedFrame loaded) {
        if (window != null) {
            return window;
        }
        ImageDescription description = loaded.description();
        return description.voi().stream().findFirst().orElseGet(() -> ValueRange.of(
                        loaded.frame(), description.rescale(), description.padding())
                .window());
    }

    /** Centres of canvas pixels to image points: x' = (x + ½)·columns/width − ½. */
    private static AffineMap fit(Frame frame, RasterArgb target) {
        double across = (double) frame.layout().columns() / target.width();
        double down = (double) frame.layout().rows() / target.height();
        return new AffineMap(across, 0, (across - 1) / 2, 0, down, (down - 1) / 2);
    }

    /** {@code "40,400"}. */
    static final class WindowConverter implements ITypeConverter<VoiWindow> {
        @Override
        public VoiWindow convert(String text) {
            String[] parts = text.split(",", -1);
            try {
                return VoiWindow.linear(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new TypeConversionException("a window is CENTER,WIDTH with WIDTH ≥ 1, not " + text);
            }
        }
    }

    /** {@code "512x512"}. */
    static final class SizeConverter implements ITypeConverter<Size> {
        @Override
        public Size convert(String text) {
            if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
                throw new TypeConversionException("a size is WIDTHxHEIGHT in pixels, not " + text);
            }
            String[] parts = text.split("x", -1);
            Size size = new Size(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            if (Math.max(size.width(), size.height()) > Size.LARGEST) {
                throw new TypeConversionException(
                        "a picture is at most " + Size.LARGEST + " pixels a side, not " + text);
            }
            return size;
        }
    }
}
