package org.candela.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.candela.audit.AuditLog;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.store.Database;
import org.candela.study.FrameKey;
import org.candela.study.LibraryFiles;
import org.candela.study.LibraryFrames;
import org.candela.study.StudyImport;
import org.candela.study.StudyLibrary;
import org.candela.vault.Vault;
import org.candela.vault.VaultKey;
import org.candela.vault.file.SealingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/bench sealed}: images as they lie under a key store, against the same in plain text. */
@Command(
        name = "bench sealed",
        description = {
            "Measures, by turns in one process, what sealing costs: a CT series read whole, its headers, frames of a",
            "multi-frame object in any order, objects taken in. Told is the median of sealed : plain of each turn;",
            "above 1 sealed is slower."
        },
        footer = {"", "Exit code: 0; 2 bad input."})
final class SealedBench implements Callable<Integer> {
    private static final int SIZE = 512;
    private static final int FRAMES = 240;
    private static final double NANOS_A_MILLI = 1e6;
    private static final Uid FILM = new Uid("1.2.826.0.1.3680043.10.9.2.1.1");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    private boolean isHelpWanted;

    @Option(names = "--slices", paramLabel = "N", defaultValue = "512", description = "Default: ${DEFAULT-VALUE}.")
    private int slices;

    @Option(names = "--turns", paramLabel = "N", defaultValue = "7", description = "Default: ${DEFAULT-VALUE}.")
    private int turns;

    @Option(
            names = "--work",
            paramLabel = "FOLDER",
            description = "Where it is made; it is removed. Default: beside others.")
    private @org.jspecify.annotations.Nullable Path parent;

    public static void main(String[] args) {
        System.exit(new picocli.CommandLine(new SealedBench()).execute(args));
    }

    /** What is timed. */
    private interface Work {
        void run() throws Exception;
    }

    /** Time of the clock and of the processors, ns. */
    private record Spent(double clock, double processor) {
        static Spent by(Work work) throws Exception {
            long clock = System.nanoTime();
            long processor = processorNanos();
            work.run();
            return new Spent(System.nanoTime() - clock, processorNanos() - processor);
        }

        private static long processorNanos() {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }
    }

    @Override
    public Integer call() throws Exception {
        Path folder = parent == null
                ? Files.createTempDirectory("sealed-bench")
                : Files.createTempDirectory(Files.createDirectories(parent), "sealed-bench");
        try {
            System.out.printf(
                    Locale.ROOT,
                    "load %.1f, Java %s%n%-34s %12s %12s %12s %12s%n",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    Runtime.version(),
                    "",
                    "plain ms",
                    "sealed ms",
                    "ratio",
                    "of processor");
            VaultKey key = new Vault(folder.resolve("vault.key")).create("five words for one bench".toCharArray());
            images(folder, key);
            return 0;
        } finally {
            remove(folder);
        }
    }

    private void compare(String title, Work plain, Work sealed) throws Exception {
        plain.run();
        sealed.run();
        double[] plainMillis = new double[turns];
        double[] sealedMillis = new double[turns];
        double[] ratios = new double[turns];
        double[] ofProcessor = new double[turns];
        for (int i = 0; i < turns; i++) {
            Spent one = Spent.by(plain);
            Spent other = Spent.by(sealed);
            plainMillis[i] = one.clock() / NANOS_A_MILLI;
            sealedMillis[i] = other.clock() / NANOS_A_MILLI;
            ratios[i] = other.clock() / one.clock();
            ofProcessor[i] = other.processor() / Math.max(1, one.processor());
        }
        System.out.printf(
                Locale.ROOT,
                "%-34s %12.0f %12.0f %12.2f %12.2f%n",
                title,
                Duel.median(plainMillis),
                Duel.median(sealedMillis),
                Duel.median(ratios),
                Duel.median(ofProcessor));
    }

    /** One library; the same objects lie in both. */
    private record Shelf(Database database, StudyLibrary library, LibraryFrames frames) {
        static Shelf at(AppPaths paths, Optional<VaultKey> key) throws CandelaException {
            Database database = Database.open(paths.database(), Clock.systemUTC());
            LibraryFiles files = key.isPresent()
                    ? LibraryFiles.sealed(paths, () -> SealingKey.of(key.orElseThrow()), database)
                    : LibraryFiles.plain(paths, () -> {
                        throw new CandelaException("bench.plain", "nothing is sealed here");
                    });
            StudyLibrary library = new StudyLibrary(database, new AuditLog(), files, Clock.systemUTC());
            return new Shelf(database, library, new LibraryFrames(library, FrameReader::open));
        }
    }

    private void images(Path folder, VaultKey key) throws Exception {
        Path offered = Files.createDirectory(folder.resolve("offered"));
        for (int i = 0; i < slices; i++) {
            write(slice(i), offered.resolve(i + ".dcm"));
        }
        Path film = folder.resolve("film.dcm");
        write(film(), film);
        Shelf plain = Shelf.at(AppPaths.under(folder.resolve("plain")), Optional.empty());
        Shelf sealed = Shelf.at(AppPaths.under(folder.resolve("sealed")), Optional.of(key));
        try {
            for (Shelf shelf : List.of(plain, sealed)) {
                bring(shelf, offered);
                bring(shelf, film);
            }
            compare(slices + " slices, headers", () -> headers(plain), () -> headers(sealed));
            compare(slices + " slices, opened and shown", () -> series(plain), () -> series(sealed));
            compare(FRAMES + " frames of one, any order", () -> frames(plain), () -> frames(sealed));
        } finally {
            plain.database().close();
            sealed.database().close();
        }
        compare(
                slices + " slices taken in",
                () -> takenIn(folder.resolve("new"), offered, Optional.empty()),
                () -> takenIn(folder.resolve("new"), offered, Optional.of(key)));
    }

    private static void bring(Shelf shelf, Path what) throws CandelaException {
        int refused = new StudyImport(shelf.library())
                .importAll(List.of(what), StudyImport.LOCAL, new Cancellation())
                .refused()
                .size();
        if (refused > 0) {
            throw new IllegalStateException(refused + " objects were refused");
        }
    }

    private static void takenIn(Path home, Path offered, Optional<VaultKey> key) throws Exception {
        Shelf shelf = Shelf.at(AppPaths.under(home), key);
        bring(shelf, offered);
        shelf.database().close();
        remove(home);
    }

    private void headers(Shelf shelf) throws Exception {
        for (int i = 0; i < slices; i++) {
            Path file = shelf.library().fileOf(instance(i)).orElseThrow();
            if (DicomReader.readHeader(file).dataSet().integer(Tag.Rows).orElseThrow() != SIZE) {
                throw new IllegalStateException("another object");
            }
        }
    }

    private void series(Shelf shelf) throws Exception {
        LibraryFrames opened = new LibraryFrames(shelf.library(), FrameReader::open);
        for (int i = 0; i < slices; i++) {
            requireValue(opened.load(new FrameKey(instance(i), 0)).frame().value(1, 1), i);
        }
    }

    private static void frames(Shelf shelf) throws CandelaException {
        Random random = new Random(1);
        for (int i = 0; i < FRAMES; i++) {
            int frame = random.nextInt(FRAMES);
            requireValue(shelf.frames().load(new FrameKey(FILM, frame)).frame().value(1, 1), frame);
        }
    }

    private static void requireValue(int value, int number) {
        if (value != (number & 0xFF)) {
            throw new IllegalStateException("another frame: " + value);
        }
    }

    private static Uid instance(int slice) {
        return new Uid("1.2.826.0.1.3680043.10.9.1.1." + (slice + 1));
    }

    private static Attributes image(int study, Uid instance) {
        return new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, instance.value())
                .set(Tag.StudyInstanceUID, VR.UI, "1.2.826.0.1.3680043.10.9." + study)
                .set(Tag.SeriesInstanceUID, VR.UI, "1.2.826.0.1.3680043.10.9." + study + ".1")
                .set(Tag.PatientID, VR.LO, "BENCH")
                .set(Tag.PatientName, VR.PN, "BENCH^SEALED")
                .set(Tag.Modality, VR.CS, "CT")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.Rows, VR.US, SIZE)
                .setNumbers(Tag.Columns, VR.US, SIZE)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0);
    }

    private static Attributes slice(int number) {
        return image(1, instance(number))
                .setNumbers(Tag.InstanceNumber, VR.IS, number)
                .setBytes(Tag.PixelData, VR.OW, pixels(number, 1));
    }

    private static Attributes film() {
        return image(2, FILM)
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7.3")
                .setNumbers(Tag.NumberOfFrames, VR.IS, FRAMES)
                .setBytes(Tag.PixelData, VR.OW, pixels(0, FRAMES));
    }

    /** Twelve bits each; of each frame the low eight of all are its number. */
    private static byte[] pixels(int first, int frames) {
        byte[] pixels = new byte[2 * SIZE * SIZE * frames];
        for (int i = 0; i < pixels.length; i += 2) {
            pixels[i] = (byte) (first + i / (2 * SIZE * SIZE));
        }
        return pixels;
    }

    private static void write(Attributes attributes, Path file) throws IOException {
        DicomWriter.write(DicomFile.of(attributes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
