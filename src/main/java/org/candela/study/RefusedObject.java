package org.candela.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;

/** Tells a reader which object was not admitted, by the numbers a viewer shows: the file had a private name on its way. */
final class RefusedObject {
    private RefusedObject() {}

    /** {@code "series 2, image 4: declares 131072 bytes where 130072 are left"}, as far as the header can still be read. */
    // [impl->req~study.refused-named~1]
    static String describe(Path file, CandelaException refusal) {
        String name = String.valueOf(file.getFileName());
        String told = String.valueOf(refusal.getMessage());
        return numbers(file)
                .map(numbers -> numbers + (told.startsWith(name) ? told.substring(name.length()) : ": " + told))
                .orElse(told);
    }

    private static Optional<String> numbers(Path file) {
        try {
            Attributes header = DicomReader.readHeader(file).dataSet();
            Optional<Integer> series = header.integer(Tag.SeriesNumber);
            Optional<Integer> image = header.integer(Tag.InstanceNumber);
            return image.map(
                    number -> series.map(before -> "series " + before + ", ").orElse("") + "image " + number);
        } catch (IOException | DicomFormatException e) {
            return Optional.empty(); // what is wrong with it is told by the refusal already
        }
    }
}
