package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.demo.SyntheticStudy.StudyOrder;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.study.SmallStudies;

/** Small studies of two facilities, one of them with a prior. */
final class ShiftFiles {
    private static final int SLICES = 3;

    /**
     * A study to be read.
     *
     * @param number makes its UIDs and its accession number
     */
    record Listed(String facility, int number, String priority) {
        Uid uid() {
            return SmallStudies.studyUid(number);
        }

        Uid series() {
            return new Uid(uid() + ".1");
        }

        String accession() {
            return "ACC" + number;
        }
    }

    /** Most urgent first. */
    static final List<Listed> STUDIES = List.of(
            new Listed("north", 101, "STAT"), new Listed("south", 201, "HIGH"), new Listed("north", 301, "ROUTINE"));

    private static final int PRIOR = 102;

    private ShiftFiles() {}

    /** Writes them below {@code folder}, one folder a facility. */
    static void write(Path folder, Instant now) throws IOException {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Listed listed : STUDIES) {
            write(folder.resolve(listed.facility()), listed.number(), today);
        }
        write(folder.resolve("north"), PRIOR, today.minusYears(1));
    }

    private static void write(Path folder, int number, LocalDate day) throws IOException {
        for (int slice = 0; slice < SLICES; slice++) {
            Attributes attributes = SmallStudies.slice(number, slice)
                    .set(Tag.StudyDate, VR.DA, day.format(DateTimeFormatter.BASIC_ISO_DATE))
                    .set(Tag.StudyTime, VR.TM, "000100")
                    .set(Tag.AccessionNumber, VR.SH, "ACC" + number);
            SmallStudies.write(attributes, folder);
        }
    }

    static Map<Uid, StudyOrder> orders(String facility, Instant now) {
        Map<Uid, StudyOrder> orders = new LinkedHashMap<>();
        STUDIES.stream()
                .filter(listed -> listed.facility().equals(facility))
                .forEach(listed ->
                        orders.put(listed.uid(), new StudyOrder(listed.priority(), now.minus(Duration.ofMinutes(10)))));
        return orders;
    }

    static List<Path> of(Path folder, String facility) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(facility))) {
            return files.filter(file -> file.toString().endsWith(".dcm")).toList();
        }
    }
}
