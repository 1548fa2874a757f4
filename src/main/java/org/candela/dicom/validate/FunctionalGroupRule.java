package org.candela.dicom.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;

/** PS3.3 C.7.6.16: functional groups are shared or of each frame, one item a frame, with the macros geometry needs. */
final class FunctionalGroupRule implements FileRule {
    private static final List<Integer> PLANES =
            List.of(Tag.PixelMeasuresSequence, Tag.PlanePositionSequence, Tag.PlaneOrientationSequence);
    /** Objects whose frames lie in space, where they are original (PS3.3 A.36.2, A.38.1, A.56, A.47.3). */
    private static final Map<String, List<Integer>> OF_ORIGINALS = Map.of(
            "1.2.840.10008.5.1.4.1.1.2.1", PLANES,
            "1.2.840.10008.5.1.4.1.1.4.1", PLANES,
            "1.2.840.10008.5.1.4.1.1.130", PLANES,
            "1.2.840.10008.5.1.4.1.1.13.1.3", PLANES);

    @Override
    public void check(DicomFile file, Places places, Report report) {
        Attributes image = file.dataSet();
        String sopClass = image.string(Tag.SOPClassUID).orElse("");
        boolean hasGroups = image.contains(Tag.SharedFunctionalGroupsSequence)
                || image.contains(Tag.PerFrameFunctionalGroupsSequence);
        if (!hasGroups && !OF_ORIGINALS.containsKey(sopClass)) {
            return;
        }
        Check check = new Check(image, places, report);
        check.checkItems();
        check.checkShared();
        boolean isOriginal = image.strings(Tag.ImageType).stream()
                .findFirst()
                .filter(type -> type.equals("ORIGINAL") || type.equals("MIXED"))
                .isPresent();
        if (isOriginal) {
            OF_ORIGINALS.getOrDefault(sopClass, List.of()).forEach(check::checkPresent);
        }
    }

    /** One image and where its findings go. */
    private record Check(Attributes image, Places places, Report report) {
        void checkItems() {
            int shared = image.items(Tag.SharedFunctionalGroupsSequence).size();
            if (shared != 1) {
                fault(Tag.SharedFunctionalGroupsSequence, "has " + shared + " items where one must be");
            }
            int frames = image.integer(Tag.NumberOfFrames).orElse(1);
            boolean hasEach = image.contains(Tag.PerFrameFunctionalGroupsSequence);
            int each = image.items(Tag.PerFrameFunctionalGroupsSequence).size();
            if (hasEach && each != frames) {
                fault(Tag.PerFrameFunctionalGroupsSequence, "has " + each + " items for " + frames + " frames");
            }
        }

        /** A group is in one of the two sequences, never in both; the content of a frame is its own. */
        void checkShared() {
            Set<Integer> ofFrames = new HashSet<>();
            image.items(Tag.PerFrameFunctionalGroupsSequence).forEach(frame -> ofFrames.addAll(frame.tags()));
            for (Attributes shared : image.items(Tag.SharedFunctionalGroupsSequence)) {
                for (int tag : shared.tags()) {
                    boolean isGroup = !Tag.isPrivate(tag);
                    if (isGroup && ofFrames.contains(tag)) {
                        fault(tag, name(tag) + " is both shared and of frames");
                    } else if (tag == Tag.FrameContentSequence) {
                        fault(tag, name(tag) + " is shared");
                    }
                }
            }
        }

        void checkPresent(int tag) {
            boolean isShared = image.item(Tag.SharedFunctionalGroupsSequence)
                    .filter(shared -> !shared.items(tag).isEmpty())
                    .isPresent();
            List<Attributes> frames = image.items(Tag.PerFrameFunctionalGroupsSequence);
            for (int i = 0; !isShared && i < frames.size(); i++) {
                if (frames.get(i).items(tag).isEmpty()) {
                    fault(tag, name(tag) + " is neither shared nor of frame " + (i + 1));
                    return;
                }
            }
        }

        private void fault(int tag, String what) {
            report.error(place(tag), tag, what);
        }

        private long place(int tag) {
            long here = places.of(image, tag);
            return here != DicomFormatException.NO_OFFSET ? here : places.of(image, Tag.SharedFunctionalGroupsSequence);
        }

        private static String name(int tag) {
            return Dictionary.standard().keyword(tag).orElse("");
        }
    }
}
