package org.candela.viewer.object;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.object.presentation.PresentationStateReader;
import org.candela.dicom.object.region.SegmentationReader;
import org.candela.dicom.object.region.StructureSetReader;
import org.candela.dicom.object.structured.KeyObjects;
import org.candela.dicom.object.structured.KeyObjectsReader;
import org.candela.dicom.object.structured.MeasurementReader;
import org.candela.dicom.object.structured.StructuredReport;
import org.candela.dicom.object.structured.StructuredReportReader;
import org.candela.study.FrameKey;
import org.candela.study.Instance;
import org.candela.study.Study;
import org.candela.study.UidHash;
import org.candela.viewer.BesideImages;
import org.candela.viewer.region.SentRegions;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.state.SentState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the objects beside the images of a case. Blocks on the disk; used once. */
// [impl->req~viewer.key-objects-read~1]
final class BesideReader {
    private static final Logger LOG = LoggerFactory.getLogger(BesideReader.class);
    /** A case has a handful; a folder full of them must not keep the disk busy. */
    static final int MOST_OBJECTS = 64;
    /** So large is no object that names images and draws on them. */
    private static final long MOST_BYTES = 16L << 20;

    private final List<KeyObjects> keys = new ArrayList<>();
    private final List<SentState> states = new ArrayList<>();
    private final List<SentRegions> regions = new ArrayList<>();
    private int unread;

    private BesideReader() {}

    /** What the objects of {@code studies} say of the images of {@code shown}. */
    static BesideImages read(List<ReadingStudy> shown, List<Study> studies) {
        BesideReader reader = new BesideReader();
        List<Instance> objects = studies.stream()
                .flatMap(study -> study.series().stream())
                .flatMap(series -> series.instances().stream())
                .filter(BesideReader::isKnown)
                // A hundred reports of dose must not crowd out the key images.
                .sorted(Comparator.comparing(BesideReader::isReport))
                .toList();
        objects.stream().limit(MOST_OBJECTS).forEach(reader::add);
        reader.unread += Math.max(0, objects.size() - MOST_OBJECTS);
        return new BesideImages(reader.marked(shown), reader.states, reader.regions, reader.unread);
    }

    private static boolean isReport(Instance instance) {
        return !KeyObjectsReader.reads(instance.sopClassUid()) && StructuredReportReader.reads(instance.sopClassUid());
    }

    private static boolean isKnown(Instance instance) {
        return KeyObjectsReader.reads(instance.sopClassUid())
                || PresentationStateReader.reads(instance.sopClassUid())
                || SegmentationReader.reads(instance.sopClassUid())
                || StructureSetReader.reads(instance.sopClassUid())
                || StructuredReportReader.reads(instance.sopClassUid());
    }

    /** One that cannot be read is counted, and the others are read all the same. */
    private void add(Instance instance) {
        try {
            if (SegmentationReader.reads(instance.sopClassUid())) {
                regions.add(SegmentationValue.of(instance.file()));
                return;
            }
            Attributes dataSet = dataSet(instance.file());
            if (StructureSetReader.reads(instance.sopClassUid())) {
                regions.add(new StructureSetValue(StructureSetReader.read(dataSet)));
            } else if (KeyObjectsReader.reads(instance.sopClassUid())) {
                keys.add(KeyObjectsReader.read(dataSet));
            } else if (StructuredReportReader.reads(instance.sopClassUid())) {
                addMeasured(StructuredReportReader.read(dataSet));
            } else {
                states.add(new StateValue(PresentationStateReader.read(dataSet)));
            }
        } catch (IOException e) {
            unread(instance, e.getClass().getSimpleName());
        } catch (CandelaException e) {
            unread(instance, e.code());
        }
    }

    /** Reports without measurements on images draw nothing, and are read as documents. */
    private void addMeasured(StructuredReport report) {
        MeasuredState measured = new MeasuredState(report, MeasurementReader.groups(report));
        if (measured.draws()) {
            states.add(measured);
        }
    }

    private static Attributes dataSet(Path file) throws IOException, CandelaException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("too large");
        }
        return DicomReader.read(file).dataSet();
    }

    private void unread(Instance instance, String reason) {
        unread++;
        LOG.warn("object {} beside images not read [{}]", UidHash.of(instance.sopInstanceUid()), reason);
    }

    private Set<FrameKey> marked(List<ReadingStudy> shown) {
        Set<FrameKey> marked = new LinkedHashSet<>();
        shown.stream()
                .flatMap(study -> study.stacks().stream())
                .flatMap(stack -> stack.frames().stream())
                .filter(this::isMarked)
                .forEach(marked::add);
        return marked;
    }

    private boolean isMarked(FrameKey frame) {
        return keys.stream().anyMatch(one -> one.marks(frame.sopInstance(), frame.frameIndex() + 1));
    }
}
