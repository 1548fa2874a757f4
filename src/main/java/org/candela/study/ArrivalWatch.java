package org.candela.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.image.ArrivingImage;
import org.candela.image.PixelLayout;
import org.candela.net.web.PartFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the object that is coming whenever a quarter more of it is here, and tells of each resolution that has become
 * whole. What cannot be looked into comes all the same. One retrieval, one thread.
 */
// [impl->req~study.arriving-coarse~1]
final class ArrivalWatch implements PartFolder.Watch {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalWatch.class);
    /** No large image has a resolution in fewer bytes. */
    private static final long FIRST_LOOK = 16 << 10;
    /** A sixteenth of what is here: often enough for a number that is read. */
    private static final int TOLD = 16;

    private final Uid study;
    private final ArrivalListener listener;
    private @Nullable Path current;
    private @Nullable ArrivingFrame told;
    private long nextLook;
    private long nextTold;
    private boolean isHopeless;

    ArrivalWatch(Uid study, ArrivalListener listener) {
        this.study = study;
        this.listener = listener;
    }

    @Override
    public void grown(Path file, long bytes, OptionalLong expected) {
        if (!file.equals(current)) {
            current = file;
            told = null;
            nextLook = FIRST_LOOK;
            nextTold = 0;
            isHopeless = false;
        }
        if (bytes >= nextLook && !isHopeless) {
            nextLook = bytes + bytes / 4;
            look(file, bytes, expected);
        } else if (told != null && bytes >= nextTold) {
            tell(told.grownTo(bytes));
        }
    }

    /** The object that was coming is whole. */
    void whole() {
        if (told != null) {
            listener.whole(told.instance());
        }
        forget();
    }

    /** What was coming will not come. */
    void broken() {
        if (told != null) {
            listener.broken(told.instance());
        }
        forget();
    }

    private void forget() {
        told = null;
        current = null;
    }

    private void look(Path file, long bytes, OptionalLong expected) {
        try {
            Optional<ArrivingImage> image = ArrivingImage.of(file);
            if (image.isPresent()) {
                seen(image.orElseThrow(), bytes, expected);
            }
        } catch (IOException | CandelaException | IllegalArgumentException e) {
            isHopeless = true; // the library will say what is wrong with it when it is here
            LOG.debug(
                    "an image cannot be looked into while it comes [{}]",
                    e.getClass().getSimpleName());
        }
    }

    private void seen(ArrivingImage image, long bytes, OptionalLong expected) throws IOException, CandelaException {
        PixelLayout layout = image.reader().describe(0).layout();
        Attributes header = image.reader().dataSet();
        Optional<Uid> instance = header.uid(Tag.SOPInstanceUID);
        boolean isMeant = header.uid(Tag.StudyInstanceUID).equals(Optional.of(study)) && instance.isPresent();
        if (!isMeant || (long) layout.rows() * layout.columns() < LibraryFrames.SLOW_PIXELS) {
            isHopeless = true;
            return;
        }
        int reduction = Math.max(1, image.reduction());
        if (told != null && told.coarse().reduction() <= reduction) {
            tell(told.grownTo(bytes));
            return;
        }
        Optional<LoadedFrame> coarse =
                CoarseFrame.inFull(image.reader().reducedBy(reduction).load(0), layout, reduction);
        coarse.ifPresent(frame ->
                tell(new ArrivingFrame(Identities.of(header, study), instance.orElseThrow(), frame, bytes, expected)));
    }

    private void tell(ArrivingFrame frame) {
        told = frame;
        nextTold = frame.bytes() + frame.bytes() / TOLD;
        listener.coming(frame);
    }
}
