package org.candela.dicom.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.image.ColorPipeline;
import org.candela.image.Frame;
import org.candela.image.Palette;
import org.candela.image.Photometric;
import org.candela.image.PixelLayout;
import org.candela.image.RasterArgb;

/**
 * The colours that an ICC profile of the file describes (PS3.3 C.11.15), as sRGB, which is what colour is shown in. A
 * profile that cannot be used is told, and its colours are then taken as sRGB; one that is sRGB changes nothing.
 */
final class SourceColours {
    static final String UNUSABLE = "ICC profile cannot be used, colours taken as sRGB";
    private static final int MOST_BYTES = 4 << 20;
    private static final int OPAQUE = 0xFF000000;
    private static final int PROBE_STEP = 51;
    private static final int ROUNDING = 1;

    private final Attributes dataSet;

    SourceColours(Attributes dataSet) {
        this.dataSet = dataSet;
    }

    /** {@code shown} with its colours in sRGB; a grey frame is left alone. */
    // [impl->req~dicom-image.icc~1]
    DescribedFrame inSrgb(DescribedFrame shown) {
        if (shown.frame().layout().photometric().isGrayscale()) {
            return shown;
        }
        Optional<byte[]> profile;
        try {
            profile = profile();
        } catch (IOException e) {
            return told(shown);
        }
        return profile.map(IccProfile::of)
                .map(known -> converted(shown, known).orElseGet(() -> told(shown)))
                .orElse(shown);
    }

    /** That of the image, else that of its only optical path (C.8.12.5). */
    private Optional<byte[]> profile() throws IOException {
        List<Attributes> paths = dataSet.items(Tag.OpticalPathSequence);
        Attributes holder = !dataSet.contains(Tag.ICCProfile) && paths.size() == 1 ? paths.get(0) : dataSet;
        return holder.loadBytes(Tag.ICCProfile).filter(bytes -> bytes.length > 0);
    }

    /** {@code shown} in sRGB; empty where its colours cannot be read by {@code given}. */
    static Optional<DescribedFrame> converted(DescribedFrame shown, IccProfile given) {
        if (given.length() > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(given.bytes());
            if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB || profile.getNumComponents() != 3) {
                return Optional.empty();
            }
            ColorConvertOp conversion =
                    new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
            return Optional.of(isIdentity(conversion) ? shown : origin(through(shown, conversion), given));
        } catch (IllegalArgumentException | CMMException e) {
            return Optional.empty(); // the file's fault, said on the image
        }
    }

    private static boolean isIdentity(ColorConvertOp conversion) {
        int steps = 255 / PROBE_STEP + 1;
        int[] argb = new int[steps * steps * steps];
        for (int i = 0; i < argb.length; i++) {
            int red = i / (steps * steps) * PROBE_STEP;
            int green = i / steps % steps * PROBE_STEP;
            argb[i] = red << 16 | green << 8 | i % steps * PROBE_STEP;
        }
        int[] out = convert(argb, conversion);
        for (int i = 0; i < argb.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                if (Math.abs((argb[i] >> shift & 0xFF) - (out[i] >> shift & 0xFF)) > ROUNDING) {
                    return false;
                }
            }
        }
        return true;
    }

    private static DescribedFrame through(DescribedFrame shown, ColorConvertOp conversion) {
        ImageDescription description = shown.description();
        Optional<Palette> palette = description.palette();
        if (palette.isPresent()) {
            Palette converted = palette.orElseThrow().mapped(argb -> convert(argb, conversion));
            return new DescribedFrame(shown.frame(), description.with(converted), shown.overlays());
        }
        RasterArgb raster = ColorPipeline.toArgb(shown.frame());
        int[] argb = convert(raster.pixels(), conversion);
        PixelLayout layout = new PixelLayout(raster.height(), raster.width(), Photometric.RGB, 8, 8, 7, false, false);
        short[] samples = new short[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            samples[3 * i] = (short) (argb[i] >> 16 & 0xFF);
            samples[3 * i + 1] = (short) (argb[i] >> 8 & 0xFF);
            samples[3 * i + 2] = (short) (argb[i] & 0xFF);
        }
        return new DescribedFrame(
                new Frame(layout, samples),
                description.with(layout, description.greys(), description.warnings()),
                shown.overlays());
    }

    /** The colours of the file are gone: no other profile can be laid over these. */
    private static DescribedFrame origin(DescribedFrame converted, IccProfile profile) {
        ImageDescription description = converted.description();
        ImageDescription.GreyMeaning old = description.greys();
        ImageDescription.GreyMeaning meaning = new ImageDescription.GreyMeaning(
                old.rescale(),
                old.voi(),
                old.voiNames(),
                old.presentation(),
                old.padding(),
                old.uptake(),
                new SampleOrigin.InSrgb(profile));
        return new DescribedFrame(
                converted.frame(),
                description.with(description.layout(), meaning, description.warnings()),
                converted.overlays());
    }

    private static int[] convert(int[] argb, ColorConvertOp conversion) {
        byte[] bytes = new byte[3 * argb.length];
        for (int i = 0; i < argb.length; i++) {
            bytes[3 * i] = (byte) (argb[i] >> 16);
            bytes[3 * i + 1] = (byte) (argb[i] >> 8);
            bytes[3 * i + 2] = (byte) argb[i];
        }
        WritableRaster source = raster(bytes);
        byte[] result = new byte[bytes.length];
        conversion.filter(source, raster(result));
        int[] converted = new int[argb.length];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = OPAQUE
                    | (result[3 * i] & 0xFF) << 16
                    | (result[3 * i + 1] & 0xFF) << 8
                    | (result[3 * i + 2] & 0xFF);
        }
        return converted;
    }

    private static WritableRaster raster(byte[] rgb) {
        int pixels = rgb.length / 3;
        var model =
                new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, pixels, 1, 3, rgb.length, new int[] {0, 1, 2});
        return Raster.createWritableRaster(model, new DataBufferByte(rgb, rgb.length), null);
    }

    private static DescribedFrame told(DescribedFrame shown) {
        ImageDescription description = shown.description();
        List<String> warnings = new ArrayList<>(description.warnings());
        warnings.add(UNUSABLE);
        return new DescribedFrame(
                shown.frame(), description.with(description.layout(), description.greys(), warnings), shown.overlays());
    }
}
