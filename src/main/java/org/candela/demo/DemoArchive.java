package org.candela.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.demo.SyntheticStudy.StudyOrder;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** DICOM files in a folder, answered for by study, series and object. Safe from any thread. */
final class DemoArchive {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
    private static final int[] STUDY_TAGS = {
        Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.ReferringPhysicianName, Tag.StudyDescription,
        Tag.PatientName, Tag.PatientID, Tag.IssuerOfPatientID, Tag.PatientBirthDate, Tag.PatientSex,
        Tag.StudyInstanceUID, Tag.StudyID
    };
    private static final int[] SERIES_TAGS = {
        Tag.Modality,
        Tag.SeriesDescription,
        Tag.BodyPartExamined,
        Tag.StudyInstanceUID,
        Tag.SeriesInstanceUID,
        Tag.SeriesNumber
    };
    private static final int[] INSTANCE_TAGS = {
        Tag.SOPClassUID,
        Tag.SOPInstanceUID,
        Tag.StudyInstanceUID,
        Tag.SeriesInstanceUID,
        Tag.InstanceNumber,
        Tag.NumberOfFrames,
        Tag.Rows,
        Tag.Columns
    };

    private final Path folder;
    private final Clock clock;
    private final Map<Uid, Stored> objects = new ConcurrentHashMap<>();
    private final Map<Uid, StudyOrder> orders = new ConcurrentHashMap<>();

    /** One object: its header without pixels, and its file. */
    record Stored(Uid study, Uid series, Uid instance, Attributes header, Path file) {}

    DemoArchive(Path folder, Map<Uid, StudyOrder> orders, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.orders.putAll(orders);
    }

    /** Takes in all DICOM files below the folder. */
    void load() throws IOException, DicomFormatException {
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".dcm")).toList();
        }
        for (Path file : files) {
            list(file);
        }
    }

    private Stored list(Path file) throws IOException, DicomFormatException {
        DicomFile read = DicomReader.readHeader(file);
        Attributes header = read.dataSet();
        Stored stored = new Stored(
                needed(header, Tag.StudyInstanceUID, file),
                needed(header, Tag.SeriesInstanceUID, file),
                needed(header, Tag.SOPInstanceUID, file),
                header,
                file);
        objects.put(stored.instance(), stored);
        orders.computeIfAbsent(stored.study(), study -> new StudyOrder("ROUTINE", clock.instant()));
        return stored;
    }

    private static Uid needed(Attributes header, int tag, Path file) throws DicomFormatException {
        return header.uid(tag)
                .orElseThrow(() -> new DicomFormatException(
                        String.valueOf(file.getFileName()), DicomFormatException.NO_OFFSET, tag, "no valid UID"));
    }

    /** Keeps a file that was sent; it must lie on the disk of the folder. */
    Stored keep(Path incoming) throws IOException, DicomFormatException {
        Path target = Files.createTempFile(Files.createDirectories(folder.resolve("received")), "stow-", ".dcm");
        Files.move(incoming, target, StandardCopyOption.REPLACE_EXISTING);
        return list(target);
    }

    /** Objects of a study, ordered by series and instance; of a series or one object when these are named. */
    List<Stored> objects(Uid study, Optional<Uid> series, Optional<Uid> instance) {
        return objects.values().stream()
                .filter(stored -> stored.study().equals(study))
                .filter(stored -> series.isEmpty() || stored.series().equals(series.orElseThrow()))
                .filter(stored -> instance.isEmpty() || stored.instance().equals(instance.orElseThrow()))
                .sorted(Comparator.comparing(Stored::series).thenComparing(DemoArchive::number))
                .toList();
    }

    private static int number(Stored stored) {
        return stored.header().integer(Tag.InstanceNumber).orElse(0);
    }

    List<Attributes> studies() {
        return grouped(objects.values(), Stored::study).stream()
                .map(this::study)
                .toList();
    }

    List<Attributes> series(Uid study) {
        List<Stored> stored = objects(study, Optional.empty(), Optional.empty());
        return grouped(stored, Stored::series).stream()
                .map(DemoArchive::seriesOf)
                .toList();
    }

    List<Attributes> instances(Uid study, Optional<Uid> series) {
        return objects(study, series, Optional.empty()).stream()
                .map(stored -> pick(stored.header(), INSTANCE_TAGS))
                .toList();
    }

    private static Collection<List<Stored>> grouped(Collection<Stored> stored, Function<Stored, Uid> key) {
        return stored.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
                .values();
    }

    private Attributes study(List<Stored> stored) {
        Attributes study = pick(stored.get(0).header(), STUDY_TAGS);
        TreeSet<String> modalities = new TreeSet<>();
        stored.forEach(one -> one.header().string(Tag.Modality).ifPresent(modalities::add));
        study.set(Tag.ModalitiesInStudy, VR.CS, modalities.toArray(String[]::new));
        study.setNumbers(Tag.NumberOfStudyRelatedSeries, VR.IS, (int)
                stored.stream().map(Stored::series).distinct().count());
        study.setNumbers(Tag.NumberOfStudyRelatedInstances, VR.IS, stored.size());
        study.set(Tag.InstanceAvailability, VR.CS, "ONLINE");
        addOrder(study, orders.getOrDefault(stored.get(0).study(), new StudyOrder("ROUTINE", clock.instant())));
        return study;
    }

    /** What a facility's order system knows, in the attributes nearest in meaning. */
    private static void addOrder(Attributes study, StudyOrder order) {
        LocalDateTime arrival = LocalDateTime.ofInstant(order.receivedAt(), ZoneOffset.UTC);
        study.set(Tag.RequestedProcedurePriority, VR.SH, order.priority());
        study.set(Tag.TimezoneOffsetFromUTC, VR.SH, "+0000");
        study.set(Tag.StudyArrivalDate, VR.DA, DATE.format(arrival));
        study.set(Tag.StudyArrivalTime, VR.TM, TIME.format(arrival));
    }

    private static Attributes seriesOf(List<Stored> stored) {
        return pick(stored.get(0).header(), SERIES_TAGS)
                .setNumbers(Tag.NumberOfSeriesRelatedInstances, VR.IS, stored.size());
    }

    private static Attributes pick(Attributes header, int[] tags) {
        Attributes picked = new Attributes().set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        for (int tag : tags) {
            header.vr(tag)
                    .ifPresent(vr -> picked.set(tag, vr, header.strings(tag).toArray(String[]::new)));
        }
        return picked;
    }
}
