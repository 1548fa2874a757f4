package org.candela.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;

/** The files whose headers are read. */
final class HeaderFiles {
    /** Only files smaller than this count, bytes. */
    static final long LIMIT = 1 << 20;

    private HeaderFiles() {}

    /** All files below the folder by name, without those kept below {@code bad} for being broken. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(path -> !path.toString().contains("/bad/"))
                    .sorted()
                    .toList();
        }
    }

    /** Those that we can read and that are smaller than 1 MiB. */
    static List<Path> readable(Path folder) throws IOException {
        List<Path> readable = new ArrayList<>();
        for (Path path : below(folder)) {
            if (Files.size(path) < LIMIT && isReadable(path)) {
                readable.add(path);
            }
        }
        return readable;
    }

    private static boolean isReadable(Path path) throws IOException {
        try {
            DicomReader.readHeader(path);
            return true;
        } catch (CandelaException e) {
            return false;
        }
    }

    /** Bytes before the pixels; the whole file where it has none. */
    static long headerBytes(Path path) throws IOException, CandelaException {
        Attributes dataSet = DicomReader.read(path).dataSet();
        return dataSet.bulkData(Tag.PixelData)
                .filter(BulkData::isInFile)
                .or(() -> dataSet.fragments(Tag.PixelData)
                        .flatMap(all ->
                                all.items().stream().filter(BulkData::isInFile).findFirst()))
                .map(BulkData::offset)
                .orElse(Files.size(path));
    }
}
