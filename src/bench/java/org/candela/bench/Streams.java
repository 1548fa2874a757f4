package org.candela.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;

/** Codestreams to decode: made-up pictures, encoded by the peers' own tools, and images of a corpus. */
final class Streams {
    private static final long LEAST_BYTES = 1 << 17;
    private static final long MOST_BYTES = 1 << 25;
    private final Path work;
    private final Report report;

    Streams(Path work, Report report) {
        this.work = work;
        this.report = report;
    }

    /**
     * One image.
     *
     * @param name to tell it from others
     * @param dicom the file
     * @param bits its first codestream alone
     */
    record Coded(String name, Path dicom, Path bits) {}

    /** Made-up pictures in {@code syntax}; those that the encoder refuses are noted. */
    List<Coded> madeUp(Syntax syntax) throws IOException {
        List<Coded> coded = new ArrayList<>();
        for (Picture picture : Picture.ALL) {
            if (!syntax.takes(picture)) {
                continue;
            }
            try {
                coded.add(coded(picture.name(), encode(picture, syntax)));
            } catch (IOException | CandelaException e) {
                report.note(syntax.title() + ", " + picture.name() + ": left out: " + e.getMessage());
            }
        }
        return coded;
    }

    private Path encode(Picture picture, Syntax syntax) throws IOException, CandelaException {
        Path target = work.resolve(picture.name() + "-" + syntax.name().toLowerCase(Locale.ROOT));
        if (syntax.encoder() == Syntax.Encoder.DICOM) {
            WholeProcess.run(syntax.command(picture.write(work, 0), target));
            return target;
        }
        WholeProcess.run(syntax.command(picture.writePortable(work), target));
        DicomFile plain = DicomReader.read(picture.write(work, 0));
        Attributes dataSet = plain.dataSet().copy();
        byte[] bits = Files.readAllBytes(syntax.encoded(target));
        dataSet.setFragments(Tag.PixelData, new Fragments(new byte[0], List.of(BulkData.ofBytes(bits))));
        if (picture.samples() == 3) {
            boolean isLossless = syntax.title().endsWith("lossless");
            dataSet.set(Tag.PhotometricInterpretation, VR.CS, isLossless ? "YBR_RCT" : "YBR_ICT");
        }
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.of(new Uid(syntax.uid()))), target);
        return target;
    }

    /** A file of {@code frames} frames, each with the codestream of {@code coded}. */
    Path multiFrame(Coded coded, int frames) throws IOException, CandelaException {
        DicomFile single = DicomReader.read(coded.dicom());
        Attributes dataSet = single.dataSet().copy();
        BulkData bits = BulkData.ofBytes(Files.readAllBytes(coded.bits()));
        dataSet.setFragments(Tag.PixelData, new Fragments(new byte[0], Collections.nCopies(frames, bits)));
        dataSet.set(Tag.NumberOfFrames, VR.IS, String.valueOf(frames));
        Path target = Files.createTempFile(work, "frames", ".dcm");
        DicomWriter.write(DicomFile.of(dataSet, single.transferSyntax()), target);
        return target;
    }

    /** Images of the corpus in {@code syntax}, largest first, at most {@code most}, no two of one shape. */
    List<Coded> ofCorpus(Path corpus, Syntax syntax, int most) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path path : HeaderFiles.below(corpus)) {
            find(path, syntax).ifPresent(found::add);
        }
        found.sort(Comparator.comparingLong(Found::bytes).reversed().thenComparing(Found::path));
        List<Coded> coded = new ArrayList<>();
        Set<String> shapes = new HashSet<>();
        for (Found each : found) {
            if (coded.size() < most && shapes.add(each.shape())) {
                try {
                    coded.add(coded(String.valueOf(each.path().getFileName()), each.path()));
                } catch (IOException | CandelaException | RuntimeException e) {
                    report.note(each.path() + ": left out: " + e.getMessage());
                }
            }
        }
        return coded;
    }

    private record Found(Path path, String shape, long bytes) {}

    private static Optional<Found> find(Path path, Syntax syntax) {
        try {
            DicomFile file = DicomReader.readHeader(path);
            Attributes header = file.dataSet();
            long rows = header.integer(Tag.Rows).orElse(0);
            long columns = header.integer(Tag.Columns).orElse(0);
            int samples = header.integer(Tag.SamplesPerPixel).orElse(1);
            int bits = header.integer(Tag.BitsStored).orElse(0);
            long bytes = rows * columns * samples * (bits > 8 ? 2 : 1);
            boolean isWanted =
                    syntax.has(file.transferSyntax().uid().value()) && bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
            String shape = rows + "x" + columns + "x" + samples + "x" + bits;
            return isWanted ? Optional.of(new Found(path, shape, bytes)) : Optional.empty();
        } catch (IOException | CandelaException e) {
            return Optional.empty();
        }
    }

    private Coded coded(String name, Path dicom) throws IOException, CandelaException {
        Path bits = Files.createTempFile(work, "stream", ".bits");
        Files.write(bits, Ours.codestream(DicomReader.read(dicom)));
        return new Coded(name, dicom, bits);
    }
}
