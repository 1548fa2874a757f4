package org.candela.app;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.delivery.dicom.StudyImages;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.object.ObjectReference;
import org.candela.dicom.object.SeriesReference;
import org.candela.study.Instance;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.StudyLibrary;

/** What the library has of a study that a report is about. */
record ImagesHere(StudyLibrary library) implements StudyImages {
    @Override
    public Known of(Uid study) throws CandelaException {
        Optional<Study> found = library.study(study);
        if (found.isEmpty()) {
            return Known.NOTHING;
        }
        List<Series> series = found.orElseThrow().series();
        return new Known(
                header(series), series.stream().map(ImagesHere::reference).toList());
    }

    private static SeriesReference reference(Series series) {
        return new SeriesReference(
                series.uid(),
                series.instances().stream()
                        .map(one -> new ObjectReference(one.sopClassUid(), one.sopInstanceUid()))
                        .toList());
    }

    /** Of the first file that can be read; a report goes out without one too. */
    private static Optional<Attributes> header(List<Series> series) throws CandelaException {
        for (Series one : series) {
            for (Instance instance : one.instances()) {
                Optional<Attributes> header = header(instance);
                if (header.isPresent()) {
                    return header;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Attributes> header(Instance instance) throws CandelaException {
        try {
            return Optional.of(DicomReader.readHeader(instance.file()).dataSet());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
