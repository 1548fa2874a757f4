package org.candela.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.candela.base.CandelaException;
import org.candela.dicom.DicomReader;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Files a second whose header (all before Pixel Data) is read, warm, on one thread, the files in the page cache. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class HeaderBench {
    /** Readable files of the folder that are smaller than 1 MiB, without those kept below {@code bad} for being broken. */
    @State(Scope.Benchmark)
    public static class Files1MiB {
        @Param("")
        String folder = "";

        List<Path> paths = List.of();

        @Setup(Level.Trial)
        public void find() throws IOException {
            paths = HeaderFiles.readable(Path.of(folder));
        }
    }

    /** Counted beside the invocations. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Count {
        public long files;
    }

    @Benchmark
    public void header(Files1MiB files, Count count, Blackhole blackhole) throws IOException, CandelaException {
        for (Path path : files.paths) {
            blackhole.consume(DicomReader.readHeader(path));
        }
        count.files += files.paths.size();
    }
}
