package org.candela.delivery.dicom;

import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.object.SeriesReference;

/** What is known here of the images that a report is about. Any thread; blocks on the disk. */
public interface StudyImages {
    /** Header of one image, and references to all; empty and none where the study is not here. */
    Known of(Uid study) throws CandelaException;

    /** @param header of any image of the study */
    record Known(Optional<Attributes> header, List<SeriesReference> series) {
        /** Nothing is here. */
        public static final Known NOTHING = new Known(Optional.empty(), List.of());

        public Known {
            series = List.copyOf(series);
        }
    }
}
