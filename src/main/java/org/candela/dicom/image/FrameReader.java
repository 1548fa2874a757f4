package org.candela.dicom.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.candela.base.CandelaException;
import org.candela.codec.CodedCells;
import org.candela.codec.DecodeOptions;
import org.candela.codec.Decoders;
import org.candela.codec.FrameDecoder;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.Workers;
import org.candela.codec.video.VideoDecoder;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.image.Frame;
import org.candela.image.LookupTable;
import org.candela.image.OverlayPlane;
import org.candela.image.PixelLayout;
import org.candela.image.SlicePlane;
import org.candela.image.StoredFrame;
import org.candela.image.WideFrame;
import org.jspecify.annotations.Nullable;

/**
 * Frames of one DICOM file. The header is read once; each frame is read from the file when asked for.
 *
 * <p>Immutable; safe from any thread. Holds no open file.
 */
public final class FrameReader {
    /** JPEG 2000 and its high-throughput form (PS3.5 A.4.4, A.4.10). */
    private static final Pattern RESOLUTIONS = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.(9[0-3]|20[1-3])");

    private final DicomFile file;
    private final String name;
    private final int frameCount;
    /** Read once: vectors are as long as there are frames, and who orders these asks for each. */
    private final NuclearFrames nuclear;

    private final @Nullable EncodedVideo video;
    private final @Nullable FragmentedFrames fragmented;
    private final DecodeOptions options;
    private final @Nullable Fetched fetched;

    /** Bytes of one frame, read ahead. */
    private record Fetched(int frameIndex, byte[] bytes) {}

    private FrameReader(
            DicomFile file,
            String name,
            @Nullable EncodedVideo video,
            @Nullable FragmentedFrames fragmented,
            DecodeOptions options) {
        this.file = file;
        this.name = name;
        this.options = options;
        this.frameCount = FrameCount.stated(file.dataSet());
        this.nuclear = NuclearFrames.of(file.dataSet());
        this.video = video;
        this.fragmented = fragmented;
        this.fetched = null;
    }

    private FrameReader(FrameReader whole, DecodeOptions options, @Nullable Fetched fetched) {
        this.file = whole.file;
        this.name = whole.name;
        this.frameCount = whole.frameCount;
        this.nuclear = whole.nuclear;
        this.video = whole.video;
        this.fragmented = whole.fragmented;
        this.options = options;
        this.fetched = fetched;
    }

    /**
     * Opens the image in {@code path}.
     *
     * @throws DicomFormatException when the file is no readable DICOM
     * @throws UnsupportedImageException when it holds no pixels, or in a transfer syntax Candela does not read
     */
    public static FrameReader open(Path path) throws IOException, CandelaException {
        return open(path, VideoDecoder.NONE);
    }

    /** The same, with {@code decoder} for the frames of a video. */
    // [impl->req~dicom-image.refuse~1]
    public static FrameReader open(Path path, VideoDecoder decoder) throws IOException, CandelaException {
        return of(DicomReader.read(path), String.valueOf(path.getFileName()), decoder);
    }

    /** The image of a file that was read. */
    static FrameReader of(DicomFile file, String name, VideoDecoder decoder) throws IOException, CandelaException {
        Attributes dataSet = file.dataSet();
        if (!dataSet.contains(Tag.PixelData) && !LayoutReader.isFloat(dataSet)) {
            throw new UnsupportedImageException(name + ": no pixel data");
        }
        requirePossibleCount(dataSet, name);
        EncodedVideo video =
                EncodedVideo.of(file, FrameCount.stated(dataSet), decoder).orElse(null);
        if (video != null) {
            return new FrameReader(file, name, video, null, DecodeOptions.FULL);
        }
        if (Decoders.forTransferSyntax(file.transferSyntax().uid()).isEmpty()) {
            throw new UnsupportedImageException(name + ": transfer syntax not supported yet: " + file.transferSyntax());
        }
        var fragments = dataSet.fragments(Tag.PixelData);
        return new FrameReader(
                file,
                name,
                null,
                fragments.isPresent()
                        ? FragmentedFrames.of(name, dataSet, fragments.orElseThrow(), FrameCount.stated(dataSet))
                        : null,
                DecodeOptions.FULL);
    }

    // [impl->req~dicom-image.parts~1]
    /**
     * The same frames, decoded in parts where their coding has such: {@code executor} takes some beside the calling thread,
     * which may be one of its own and never waits for a part that nobody has begun.
     *
     * @param helpers most parts that the executor works on at a time, at least 1
     */
    public FrameReader helpedBy(Executor executor, int helpers) {
        return new FrameReader(this, new DecodeOptions(options.reduction(), new Workers(executor, helpers)), fetched);
    }

    // [impl->req~dicom-image.fetched~1]
    /**
     * The same image with the bytes of frame {@code frameIndex}, from 0, in memory: {@link #load} of that frame waits for no
     * disk. A video is read where it is decoded, and stays as it is.
     */
    public FrameReader fetched(int frameIndex) throws IOException, CandelaException {
        requireFrame(frameIndex);
        if (video != null || LayoutReader.isFloat(file.dataSet())) {
            return this;
        }
        return new FrameReader(this, options, new Fetched(frameIndex, bytes(frameIndex, layout())));
    }

    /** Bytes that {@link #fetched} holds in memory; 0 without. */
    public long fetchedBytes() {
        return fetched == null ? 0 : fetched.bytes().length;
    }

    // [impl->req~dicom-image.reduced~1]
    /**
     * Whether frames are coded in several resolutions (JPEG 2000), of which a lower one is decoded in less time. Not where
     * values are indices of a palette: a mixture of two is the colour of something else.
     */
    public boolean hasResolutions() {
        return RESOLUTIONS.matcher(file.transferSyntax().uid().value()).matches()
                && !file.dataSet().contains(Tag.RedPaletteColorLookupTableDescriptor);
    }

    /**
     * The same frames with width and height halved {@code reduction} times, where {@link #hasResolutions()}: fewer samples
     * under the same description. Not to be measured.
     */
    public FrameReader reducedBy(int reduction) {
        return new FrameReader(this, new DecodeOptions(reduction, options.workers()), fetched);
    }

    private static void requirePossibleCount(Attributes dataSet, String name) throws DicomFormatException {
        int stated = FrameCount.stated(dataSet);
        if (stated > FrameCount.possible(dataSet)) {
            throw new DicomFormatException(
                    name,
                    DicomFormatException.NO_OFFSET,
                    Tag.NumberOfFrames,
                    "says " + stated + " frames, more than the pixel data can hold");
        }
    }

    /** The data set, without changes by agreement. */
    public Attributes dataSet() {
        return file.dataSet();
    }

    /** Number of frames, at least 1. */
    public int frameCount() {
        return frameCount;
    }

    /** What is needed to show frame {@code frameIndex}, from 0. */
    public ImageDescription describe(int frameIndex) throws UnsupportedImageException {
        requireFrame(frameIndex);
        try {
            ImageDescription described = ImageReader.describe(file.dataSet(), layout(), frameIndex);
            return isLossySyntax() ? described.asLossy() : described;
        } catch (UnsupportedImageException e) {
            throw named(e);
        }
    }

    /** Which part of the image frame {@code frameIndex}, from 0, is. */
    public FrameContent content(int frameIndex) {
        requireFrame(frameIndex);
        return FrameContent.of(new FunctionalGroups(file.dataSet(), frameIndex));
    }

    /** What sets frame {@code frameIndex}, from 0, apart from others at its place. */
    public SliceKind kind(int frameIndex) {
        requireFrame(frameIndex);
        return SliceKind.of(new FunctionalGroups(file.dataSet(), frameIndex));
    }

    /**
     * Numbers that part the frames of a nuclear medicine image (PS3.3 C.8.4.8), of the most significant vector first; empty
     * for other images.
     */
    List<Integer> part(int frameIndex, NuclearFrames.Slices slices) {
        return nuclear.numbers(frameIndex, slices);
    }

    /** Plane of frame {@code frameIndex} in a volume of its own, where it has none in the patient. */
    Optional<SlicePlane> volumePlane(int frameIndex) {
        return new GeometryReader(file.dataSet(), new FunctionalGroups(file.dataSet(), frameIndex)).volumePlane();
    }

    /** What the stored values of frame {@code frameIndex}, from 0, measure, beside the chain that shows them. */
    public List<RealWorldMapping> realWorld(int frameIndex) {
        requireFrame(frameIndex);
        return RealWorldMapping.all(new FunctionalGroups(file.dataSet(), frameIndex));
    }

    private PixelLayout layout() throws UnsupportedImageException {
        return LayoutReader.read(file.dataSet(), file.transferSyntax().uid());
    }

    private UnsupportedImageException named(UnsupportedImageException e) {
        return new UnsupportedImageException(name + ": " + e.getMessage());
    }

    /** Some writers compress with loss and do not say so in (0028,2110). JPEG 2000 and JPEG-LS may be either. */
    private boolean isLossySyntax() {
        return LossySyntaxes.alwaysLoses(file.transferSyntax().uid());
    }

    /**
     * Stored values of frame {@code frameIndex}, from 0, of at most 16 bits. Reads and decodes on the calling thread.
     *
     * @throws UnsupportedImageException when the samples are wider: {@link #readStored} and {@link #load} take those
     */
    public Frame read(int frameIndex) throws IOException, CandelaException {
        if (readStored(frameIndex) instanceof Frame frame) {
            return frame;
        }
        throw new UnsupportedImageException(name + ": samples of more than 16 bits");
    }

    // [impl->req~dicom-image.wide~1]
    /**
     * Frame {@code frameIndex}, from 0, as it can be shown, and its description: wide samples are brought to 16 bits, a
     * modality LUT is applied, colours with an ICC profile are brought to sRGB.
     *
     * @throws UnsupportedImageException when it cannot be shown faithfully
     */
    public DescribedFrame load(int frameIndex) throws IOException, CandelaException {
        List<String> told = new ArrayList<>();
        List<OverlayPlane> overlays =
                new OverlayReader(file.dataSet(), layout(), frameIndex).read(() -> cells(frameIndex), told);
        return new SourceColours(file.dataSet()).inSrgb(loadPlain(frameIndex)).with(overlays, told);
    }

    // [impl->req~dicom-image.overlays~1]
    /** Cells with what their unused bits hold; empty where the coder lost those. */
    private Optional<byte[]> cells(int frameIndex) throws IOException, DicomFormatException {
        try {
            if (video != null) {
                return Optional.empty();
            }
            return fragmented == null
                    ? Optional.of(bytes(frameIndex, layout()))
                    : CodedCells.of(file.transferSyntax().uid(), bytes(frameIndex, layout()), layout());
        } catch (UnsupportedImageException | CodecException e) {
            return Optional.empty(); // the frame itself is refused for the same reason
        }
    }

    private DescribedFrame loadPlain(int frameIndex) throws IOException, CandelaException {
        ImageDescription description = describe(frameIndex);
        if (video != null) {
            EncodedVideo pictures = video;
            return explained(frameIndex, () -> pictures.shown(frameIndex, description));
        }
        StoredFrame stored = readStored(frameIndex);
        boolean hasModalityLut = ModalityLut.isForDisplay(file.dataSet());
        if (stored instanceof WideFrame wide) {
            if (hasModalityLut) {
                throw new UnsupportedImageException(name + ": a modality LUT over more than 16 bits");
            }
            return explained(
                    frameIndex, () -> DescribedFrame.ofWide(wide, description, WidePadding.of(file.dataSet())));
        }
        Frame frame = (Frame) stored;
        DescribedFrame plain = new DescribedFrame(frame, description);
        boolean isThroughLut = hasModalityLut && frame.layout().photometric().isGrayscale();
        return isThroughLut ? throughModalityLut(plain) : plain;
    }

    private DescribedFrame throughModalityLut(DescribedFrame plain) throws IOException, CandelaException {
        Attributes item = file.dataSet().items(Tag.ModalityLUTSequence).get(0);
        LookupTable table = LutReader.read(
                        item,
                        plain.frame().layout().isSigned() ? LutDescriptor.Inputs.SIGNED : LutDescriptor.Inputs.UNSIGNED)
                .orElseThrow(() -> new UnsupportedImageException(name + ": its modality LUT cannot be read"));
        return plain.through(table, item.string(Tag.ModalityLUTType).orElse("US"));
    }

    // [impl->req~dicom-image.pixels~1]
    /** Stored values of frame {@code frameIndex}, from 0, in any width. Reads and decodes on the calling thread. */
    public StoredFrame readStored(int frameIndex) throws IOException, CandelaException {
        requireFrame(frameIndex);
        return explained(frameIndex, () -> decoded(frameIndex, layout()));
    }

    @FunctionalInterface
    private interface Decoding<T> {
        T decode() throws IOException, CandelaException;
    }

    /** What fails says which file and frame it was. */
    private <T> T explained(int frameIndex, Decoding<T> decoding) throws IOException, CandelaException {
        try {
            return decoding.decode();
        } catch (UnsupportedImageException e) {
            throw named(e);
        } catch (CodecException e) {
            throw new DicomFormatException(
                    name, offset(frameIndex), Tag.PixelData, "frame " + (frameIndex + 1) + ": " + e.getMessage(), e);
        }
    }

    private long offset(int frameIndex) {
        if (video != null) {
            return video.offset();
        }
        return fragmented == null ? nativePixels(Tag.PixelData).offset() : fragmented.offset(frameIndex);
    }

    private StoredFrame decoded(int frameIndex, PixelLayout layout) throws IOException, CandelaException {
        if (LayoutReader.isFloat(file.dataSet())) {
            boolean isFloat = file.dataSet().contains(Tag.FloatPixelData);
            return nativePixels(isFloat ? Tag.FloatPixelData : Tag.DoubleFloatPixelData)
                    .floats(frameIndex, layout);
        }
        if (video != null) {
            return video.stored(frameIndex, layout);
        }
        FrameDecoder decoder =
                Decoders.forTransferSyntax(file.transferSyntax().uid()).orElseThrow();
        byte[] bytes = bytes(frameIndex, layout);
        return layout.bitsAllocated() > Short.SIZE
                ? decoder.decodeWide(bytes, layout)
                : decoder.decode(bytes, layout, options);
    }

    private byte[] bytes(int frameIndex, PixelLayout layout) throws IOException, DicomFormatException {
        if (fetched != null && fetched.frameIndex() == frameIndex) {
            return fetched.bytes();
        }
        return fragmented != null
                ? fragmented.bytes(frameIndex)
                : nativePixels(Tag.PixelData).bytes(frameIndex, layout);
    }

    private NativePixels nativePixels(int tag) {
        return new NativePixels(name, file.dataSet(), tag);
    }

    private void requireFrame(int frameIndex) {
        if (frameIndex < 0 || frameIndex >= frameCount) {
            throw new IndexOutOfBoundsException("frame " + frameIndex + " of " + frameCount);
        }
    }
}
