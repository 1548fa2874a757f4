package org.candela.viewer.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.object.ObjectHeader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.presentation.DisplayShutter;
import org.candela.dicom.object.presentation.DisplayedArea;
import org.candela.dicom.object.presentation.GraphicAnnotation;
import org.candela.dicom.object.presentation.OverlayActivation;
import org.candela.dicom.object.presentation.Scope;
import org.candela.dicom.object.presentation.StateGreys;
import org.candela.image.PresentationLut;
import org.candela.image.VoiTransform;
import org.candela.study.FrameKey;

/**
 * What a presentation state has to say of one image so that it looks as on the screen.
 *
 * @param header of its file
 * @param common what a state says once for all of its images
 * @param area applies to no image yet
 * @param annotations likewise
 */
record StatedImage(
        Attributes header,
        FrameKey key,
        Common common,
        VoiTransform voi,
        DisplayedArea area,
        List<GraphicAnnotation> annotations) {

    /** What differs from image to image makes states of their own of them (PS3.3 A.33.1, C.11.11). */
    record Common(
            Uid sopClassUid,
            StateGreys.Modality modality,
            PresentationLut presentation,
            Optional<DisplayShutter> shutter,
            List<OverlayActivation> overlays) {}

    /**
     * The same of a copy without its patient: named by the copy, and without what was taken out of it with its overlays.
     *
     * @param copy header of the copy
     */
    StatedImage leaving(Attributes copy) {
        Common left = new Common(
                common.sopClassUid(),
                common.modality(),
                common.presentation(),
                common.shutter().filter(shutter -> shutter.bitmap().isEmpty()),
                List.of());
        return new StatedImage(copy, key, left, voi, area, annotations);
    }

    /** Images as a state names them: frames by number where an object has several. */
    static List<ObjectReference> references(List<StatedImage> images) {
        Map<Uid, List<Integer>> frames = new LinkedHashMap<>();
        Map<Uid, ObjectReference> objects = new LinkedHashMap<>();
        for (StatedImage image : images) {
            ObjectReference whole = ObjectHeader.reference(image.header());
            boolean isOfFrames = image.header().integer(Tag.NumberOfFrames).orElse(1) > 1;
            List<Integer> numbers = frames.computeIfAbsent(whole.sopInstanceUid(), uid -> new ArrayList<>());
            if (isOfFrames) {
                numbers.add(image.key().frameIndex() + 1);
            }
            objects.put(
                    whole.sopInstanceUid(), new ObjectReference(whole.sopClassUid(), whole.sopInstanceUid(), numbers));
        }
        return List.copyOf(objects.values());
    }

    /** Images that share something of all that a state is for; all of them are not named. */
    static Scope scope(List<StatedImage> some, List<StatedImage> all) {
        return some.size() == all.size() ? Scope.ALL : new Scope(references(some));
    }
}
