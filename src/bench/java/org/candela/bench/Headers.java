package org.candela.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.CandelaException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Reading all that stands before the pixels, of many small files, warm: by turns with DCMTK and pydicom, and by JMH. */
final class Headers {
    private static final String SECTION = "headers";
    private static final double LEAST_FILES = 20_000;
    private static final int MADE_UP = 200;
    private final Setting setting;
    private final Report report;

    Headers(Setting setting, Report report) {
        this.setting = setting;
        this.report = report;
    }

    void measure() throws IOException, CandelaException {
        Path folder =
                setting.corpusFolder().isPresent() ? setting.corpusFolder().orElseThrow() : madeUp();
        List<Path> files = HeaderFiles.readable(folder);
        beside(files);
        byJmh(folder, files.size());
    }

    private Path madeUp() throws IOException {
        Path folder = Files.createDirectories(setting.work().resolve("headers"));
        Picture picture = new Picture("mr", 256, 256, 1, 12, 0.012);
        for (int i = 0; i < MADE_UP; i++) {
            picture.write(folder, i);
        }
        return folder;
    }

    private void beside(List<Path> files) throws IOException, CandelaException {
        try (Peer dcmtk = setting.builtPeer("dcmtk", "headers");
                Peer pydicom = setting.pydicom(Path.of("src/bench/native/pydicom_headers.py"));
                Peer ours = setting.ours("headers")) {
            List<Path> common = loadCommon(files, List.of(dcmtk, pydicom, ours));
            long bytes = 0;
            for (Path file : common) {
                bytes += HeaderFiles.headerBytes(file);
            }
            double megabytes = bytes / 1e6 / common.size();
            String what = what(common.size());
            for (Peer peer : List.of(dcmtk, pydicom)) {
                Duel duel = Duel.fight(ours, peer, setting.pace());
                Row.Bar bar = peer == dcmtk ? Row.Bar.rate(LEAST_FILES) : Row.Bar.NONE;
                report.add(Row.beside(SECTION, what, "files/s", new Row.Rival(peer.name(), duel), bar));
                Duel size = new Duel(duel.ours() * megabytes, duel.theirs() * megabytes, duel.ratio());
                report.add(Row.beside(SECTION, what, "MB/s", new Row.Rival(peer.name(), size), Row.Bar.NONE));
            }
        }
    }

    private String what(int count) {
        return count + (setting.corpusFolder().isPresent() ? " files of the corpus < 1 MiB" : " made-up files");
    }

    /** Gives all peers the files that all of them can read. */
    private List<Path> loadCommon(List<Path> files, List<Peer> peers) throws IOException {
        List<Path> common = new ArrayList<>(files);
        for (Peer peer : peers) {
            try {
                peer.load(list(common));
            } catch (Contender.Refusal e) {
                Set<Integer> failed = Stream.of(e.getMessage().split(" "))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet());
                for (int i = common.size() - 1; i >= 0; i--) {
                    if (failed.contains(i)) {
                        common.remove(i);
                    }
                }
                report.note(failed.size() + " headers left out that " + peer.name() + " does not read");
            }
        }
        for (Peer peer : peers) {
            peer.load(list(common));
        }
        return common;
    }

    private Path list(List<Path> files) throws IOException {
        return Files.write(
                setting.work().resolve("headers.txt"),
                files.stream().map(path -> path.toAbsolutePath().toString()).toList());
    }

    private void byJmh(Path folder, int count) throws IOException {
        boolean isQuick = setting.pace().equals(Duel.Pace.QUICK);
        var options = new OptionsBuilder()
                .include(HeaderBench.class.getName())
                .param("folder", folder.toString())
                .forks(isQuick ? 1 : 2)
                .warmupIterations(isQuick ? 2 : 4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(isQuick ? 3 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-XX:+UseSerialGC")
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            double rate = new Runner(options)
                    .runSingle()
                    .getSecondaryResults()
                    .get("files")
                    .getScore();
            report.add(Row.alone(
                    SECTION, what(count) + ", JMH, by the clock", "files/s", rate, Row.Bar.rate(LEAST_FILES)));
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }
}
