package org.candela.bench;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.candela.base.CandelaException;
import org.candela.codec.DecodeOptions;
import org.candela.codec.Decoders;
import org.candela.codec.FrameDecoder;
import org.candela.codec.stream.Workers;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.image.Frame;
import org.candela.image.PixelLayout;

/**
 * Candela as a {@link Peer}, in a JVM of its own: {@code headers}, {@code decode}, {@code blocks} (one frame on two
 * threads), {@code frames THREADS} (all frames of a file on a pool of so many threads, as the viewer loads them),
 * {@code wado} or {@code wado-durable} (a study over HTTP).
 */
final class Ours {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final ExecutorService pool;
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final String mode;
    private Work work = () -> 0;

    private Ours(String mode, int threads) {
        this.mode = mode;
        this.pool = Executors.newFixedThreadPool(threads);
    }

    /** What a round does. */
    interface Work {
        /** Its amount. */
        long once() throws IOException, CandelaException;

        /** Clears up after a round; not measured. */
        default void clear() throws IOException {}
    }

    public static void main(String[] arguments) throws IOException {
        Ours ours = new Ours(arguments[0], arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] command = line.split(" ", 2);
            out.println(ours.answer(command[0], command[1]));
        }
        ours.pool.shutdownNow();
        ours.clients.shutdownNow();
    }

    private String answer(String command, String argument) {
        try {
            if (command.equals("load")) {
                work = workOn(Path.of(argument));
                return "ok";
            }
            return run(Integer.parseInt(argument));
        } catch (IOException | CandelaException e) {
            return "error " + e.getMessage();
        }
    }

    private Work workOn(Path path) throws IOException, CandelaException {
        return switch (mode) {
            case "headers" -> headers(path);
            case "frames" -> frames(path);
            case "wado" -> wado(path, StudyFetch.Keeping.WRITTEN);
            case "wado-durable" -> wado(path, StudyFetch.Keeping.FORCED);
            default -> decode(path);
        };
    }

    private String run(int count) throws IOException, CandelaException {
        long collected = collectedNanos();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        if (mode.startsWith("wado")) {
            return runOnAll(count);
        }
        long amount = runAlone(count);
        wall = System.nanoTime() - wall;
        cpu = threads.getCurrentThreadCpuTime() - cpu + collectedNanos() - collected;
        return cpu + " " + wall + " " + amount;
    }

    /** With the time of all threads of the process, since HTTP has some of its own. */
    private String runOnAll(int count) throws IOException, CandelaException {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long cpu = 0;
        long wall = 0;
        long amount = 0;
        for (int i = 0; i < count; i++) {
            cpu -= system.getProcessCpuTime();
            wall -= System.nanoTime();
            amount = work.once();
            wall += System.nanoTime();
            cpu += system.getProcessCpuTime();
            work.clear();
        }
        return cpu + " " + wall + " " + amount;
    }

    private long runAlone(int count) throws IOException, CandelaException {
        long amount = 0;
        for (int i = 0; i < count; i++) {
            amount = work.once();
        }
        return amount;
    }

    /** The serial collector stops all threads and works alone, so its clock is the processor's. */
    private long collectedNanos() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            millis += collector.getCollectionTime();
        }
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static Work headers(Path list) throws IOException {
        List<Path> paths = Files.readAllLines(list).stream().map(Path::of).toList();
        return () -> {
            for (Path path : paths) {
                DicomReader.readHeader(path);
            }
            return paths.size();
        };
    }

    /** Of the study whose address stands in a file. */
    private Work wado(Path address, StudyFetch.Keeping keeping) throws IOException, CandelaException {
        Path folder = Files.createTempDirectory(address.toAbsolutePath().getParent(), "fetched");
        return new StudyFetch(URI.create(Files.readString(address)), folder, keeping, clients);
    }

    /** All frames of a file, read and decoded by the pool. */
    private Work frames(Path path) throws IOException, CandelaException {
        FrameReader reader = FrameReader.open(path);
        List<Callable<Long>> each = new ArrayList<>();
        for (int i = 0; i < reader.frameCount(); i++) {
            int index = i;
            each.add(() -> bytes(reader.read(index)));
        }
        return () -> {
            long amount = 0;
            try {
                for (Future<Long> frame : pool.invokeAll(each, 10, TimeUnit.MINUTES)) {
                    amount += frame.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new IOException(e);
            }
            return amount;
        };
    }

    private static long bytes(Frame frame) {
        return (long) frame.samples().length * (frame.layout().bitsStored() > 8 ? 2 : 1);
    }

    /** The first frame of an encapsulated image, from memory, as the viewer decodes it. */
    private Work decode(Path path) throws IOException, CandelaException {
        DicomFile file = DicomReader.read(path);
        FrameDecoder decoder =
                Decoders.forTransferSyntax(file.transferSyntax().uid()).orElseThrow();
        PixelLayout layout = FrameReader.open(path).describe(0).layout();
        byte[] bytes = codestream(file);
        DecodeOptions options = mode.equals("blocks") ? new DecodeOptions(0, new Workers(pool, 1)) : DecodeOptions.FULL;
        return () -> bytes(decoder.decode(bytes, layout, options));
    }

    /** Bytes of the first frame: one fragment a frame, or all fragments of a single frame. */
    static byte[] codestream(DicomFile file) throws IOException {
        List<BulkData> items = new ArrayList<>(
                file.dataSet().fragments(Tag.PixelData).orElseThrow().items());
        if (file.dataSet().integer(Tag.NumberOfFrames).orElse(1) > 1) {
            items = items.subList(0, 1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (BulkData item : items) {
            bytes.write(item.read());
        }
        return bytes.toByteArray();
    }
}
