package org.candela.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** WADO-RS of a study over loopback beside curl on the same URL: we keep each object in a file of its own, curl all in one. */
final class Retrieving {
    private static final String SECTION = "WADO-RS";
    private final Setting setting;
    private final Report report;

    Retrieving(Setting setting, Report report) {
        this.setting = setting;
        this.report = report;
    }

    void measure() throws IOException {
        Path studies = Files.createDirectories(setting.work().resolve("studies"));
        Optional<Path> memory = memoryFolder();
        Path quick = memory.orElse(setting.work());
        String where = memory.isPresent() ? " into memory" : " onto the disk";
        try (StudyServer server = StudyServer.of(studies)) {
            Path radiograph = Picture.ALL.get(2).write(setting.work(), 0);
            Path slice = Picture.ALL.get(0).write(setting.work(), 0);
            Path small = new Picture("small", 96, 96, 1, 12, 0.01).write(setting.work(), 0);
            beside("20 objects of 7 MB" + where, server.study("1.2.1", radiograph, 20), "wado", quick);
            URI slices = server.study("1.2.2", slice, 300);
            beside("300 objects of 0.5 MB" + where, slices, "wado", quick);
            beside("2000 objects of 20 kB" + where, server.study("1.2.3", small, 2000), "wado", quick);
            beside("300 objects of 0.5 MB, each forced to the disk", slices, "wado-durable", setting.work());
        } finally {
            if (memory.isPresent()) {
                delete(quick);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : found) {
            Files.delete(path);
        }
    }

    /** A folder that no disk stands behind: on one, the file system makes room for thousands of files while others write. */
    private static Optional<Path> memoryFolder() throws IOException {
        Path shared = Path.of("/dev/shm");
        return Files.isWritable(shared)
                ? Optional.of(Files.createTempDirectory(shared, "candela-bench"))
                : Optional.empty();
    }

    private void beside(String what, URI study, String mode, Path folder) throws IOException {
        Path address = Files.writeString(folder.resolve("study.uri"), study.toString());
        try (Peer ours = setting.ours(mode)) {
            ours.load(address);
            Curl curl = new Curl(study, folder);
            Duel clock = Duel.fight(ours, curl, setting.pace(), Contender.Round::wallRate);
            Row.Rival byClock = new Row.Rival(curl.name(), clock.inMegabytes());
            report.add(Row.beside(SECTION, what + ", by the clock", "MB/s", byClock, Row.Bar.NONE));
            Duel processor = Duel.fight(ours, curl, setting.pace());
            Row.Rival byProcessor = new Row.Rival(curl.name(), processor.inMegabytes());
            report.add(Row.beside(SECTION, what + ", by the processor's time", "MB/s", byProcessor, Row.Bar.NONE));
        }
    }
}
