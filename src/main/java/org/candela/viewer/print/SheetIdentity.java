package org.candela.viewer.print;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * Whose pictures stand on a sheet, from their file. Pictures of two patients never share one.
 *
 * @param patient name, number, birth date, sex
 * @param study date, description, accession number, institution
 * @param key what tells this patient from others; never printed
 */
// [impl->req~print.identity~1]
record SheetIdentity(String patient, String study, List<String> key) {
    static SheetIdentity of(Attributes file) {
        String name = file.string(Tag.PatientName).map(SheetIdentity::name).orElse("");
        String number = file.string(Tag.PatientID).orElse("");
        String birth = file.date(Tag.PatientBirthDate).map(LocalDate::toString).orElse("");
        return new SheetIdentity(
                joined(
                        name.isBlank() ? "NAME NOT IN THE FILE" : name,
                        number.isBlank() ? "no patient ID in the file" : "ID " + number,
                        birth.isEmpty() ? "birth date unknown" : "born " + birth,
                        file.string(Tag.PatientSex).orElse("")),
                joined(
                        date(file),
                        file.string(Tag.StudyDescription).orElse(""),
                        file.string(Tag.AccessionNumber)
                                .filter(accession -> !accession.isBlank())
                                .map(accession -> "accession " + accession)
                                .orElse("no accession number"),
                        file.string(Tag.InstitutionName).orElse("")),
                // Without any identity, files of two studies are taken for two patients.
                List.of(
                        name,
                        number,
                        birth,
                        (name + number).isBlank()
                                ? file.string(Tag.StudyInstanceUID).orElse("")
                                : ""));
    }

    /** {@code Doe, Jane} of the first way the name is written. */
    private static String name(String dicom) {
        return Stream.of(dicom.split("=", -1))
                .map(group -> Stream.of(group.split("\\^", -1))
                        .filter(part -> !part.isBlank())
                        .limit(3)
                        .map(String::strip)
                        .collect(Collectors.joining(", ")))
                .filter(group -> !group.isEmpty())
                .collect(Collectors.joining("  "));
    }

    static String date(Attributes file) {
        return file.date(Tag.StudyDate).map(LocalDate::toString).orElse("study date unknown");
    }

    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("  \u00b7  "));
    }
}
