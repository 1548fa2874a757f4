package org.candela.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.candela.bench.StorePeers.Nagle;

/**
 * C-STORE over the loopback, by the clock: ours to storescp, and storescu to ours, each beside storescu to storescp.
 *
 * <p>DCMTK is measured as it comes, and told by {@code TCP_NODELAY=1} not to hold back small packets. What we receive is
 * forced to disk before it is answered, which storescp does not do: in memory the protocols compete, on disk ours is
 * beside the disk as well.
 */
final class Storing {
    private static final String SECTION = "C-STORE";
    private static final String UNIT = "objects/s";
    private static final Path MEMORY = Path.of("/dev/shm");
    /** Both wait for each other most of the time, so that the clock says little of what the JVM has compiled. */
    private static final int RUNS_BEFORE = 10;

    private static final Row.Bar AS_FAST = Row.Bar.ratio(1);

    private final Setting setting;
    private final Report report;

    Storing(Setting setting, Report report) {
        this.setting = setting;
        this.report = report;
    }

    void measure() throws IOException {
        boolean isQuick = setting.pace().equals(Duel.Pace.QUICK);
        List<Path> small = files(new Picture("small", 128, 128, 1, 12, 0.012), isQuick ? 100 : 500);
        List<Path> large = files(Picture.ALL.get(0), isQuick ? 20 : 100);
        try (StorePeers peers = new StorePeers()) {
            send(peers, new Load("objects of 32 KB", small), Nagle.OFF);
            send(peers, new Load("objects of 0.5 MB", large), Nagle.OFF);
            send(peers, new Load("objects of 32 KB, DCMTK as it comes", small.subList(0, 20)), Nagle.ON);
            if (Files.isWritable(MEMORY)) {
                Path memory = Files.createTempDirectory(MEMORY, "candela-bench");
                try {
                    receive(peers, new Load("objects of 32 KB, in memory", small), memory, Nagle.OFF);
                    receive(peers, new Load("objects of 0.5 MB, in memory", large), memory, Nagle.OFF);
                } finally {
                    delete(memory);
                }
            }
            Path disk = setting.work();
            receive(peers, new Load("objects of 32 KB, on disk", small), disk, Nagle.OFF);
            receive(
                    peers,
                    new Load("objects of 32 KB, on disk, DCMTK as it comes", small.subList(0, 20)),
                    disk,
                    Nagle.ON);
            besideTheDisk(peers, new Load("objects of 32 KB, on disk", small), disk);
        }
    }

    /** What is sent. */
    private record Load(String name, List<Path> files) {
        String text(String way) {
            return files.size() + " " + name + ", " + way;
        }
    }

    private List<Path> files(Picture picture, int count) throws IOException {
        Path folder = Files.createDirectories(setting.work().resolve("store-" + picture.name()));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            files.add(picture.write(folder, i).toAbsolutePath());
        }
        return files;
    }

    private void send(StorePeers peers, Load load, Nagle nagle) throws IOException {
        int storescp = peers.storescp(setting.work().resolve("storescp").toAbsolutePath(), nagle);
        Contender ours = peers.oursToStorescp(load.files(), storescp);
        fight(load.text("sent"), ours, peers.storescuToStorescp(load.files(), storescp, nagle), AS_FAST);
    }

    private void receive(StorePeers peers, Load load, Path folder, Nagle nagle) throws IOException {
        int storescp = peers.storescp(folder.resolve("storescp").toAbsolutePath(), nagle);
        int own = peers.ours(folder.resolve("ours").toAbsolutePath());
        Contender ours = peers.storescuToUs(load.files(), own, nagle);
        fight(load.text("received"), ours, peers.storescuToStorescp(load.files(), storescp, nagle), AS_FAST);
    }

    /** The same bytes written, forced, renamed and their folder forced, without a network. */
    private void besideTheDisk(StorePeers peers, Load load, Path folder) throws IOException {
        int own = peers.ours(folder.resolve("ours").toAbsolutePath());
        Path target = Files.createDirectories(folder.resolve("forced"));
        Contender ours = peers.storescuToUs(load.files(), own, Nagle.OFF);
        Contender disk =
                new StorePeers.ByTheClock("the disk alone", load.files().size(), () -> {
                    for (Path file : load.files()) {
                        force(Files.readAllBytes(file), target, String.valueOf(file.getFileName()));
                    }
                });
        fight(load.text("received"), ours, disk, Row.Bar.NONE);
    }

    private static void force(byte[] bytes, Path folder, String name) throws IOException {
        Path hidden = folder.resolve("." + name);
        Files.write(hidden, bytes);
        try (FileChannel file = FileChannel.open(hidden, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private void fight(String what, Contender ours, Contender theirs, Row.Bar bar) throws IOException {
        for (int i = 0; i < RUNS_BEFORE; i++) {
            ours.run(1);
        }
        Duel.Pace pace = new Duel.Pace(
                setting.pace().warmUpNanos(), Math.min(setting.pace().turns(), 7), 0);
        Duel duel = Duel.fight(ours, theirs, pace, Contender.Round::wallRate);
        report.add(Row.beside(SECTION, what, UNIT, new Row.Rival(theirs.name(), duel), bar));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> made = Files.walk(folder)) {
            for (Path each : made.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
