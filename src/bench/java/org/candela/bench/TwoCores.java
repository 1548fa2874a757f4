package org.candela.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.candela.base.CandelaException;

/**
 * How well two cores are used. The frames of a file on a pool of two threads, and the code blocks of one frame, are beside
 * two JVMs with one thread each at the same time, which is what this machine can give at this moment, and beside one
 * thread alone, which says something only on a machine that has nothing else to do.
 */
final class TwoCores {
    private static final String SECTION = "two cores";
    private static final double LEAST_OF_MACHINE = 0.9;
    /** Even, and more than two, since a pool that ends unevenly has one idle thread. */
    private static final int FRAMES = 8;

    private final Setting setting;
    private final Report report;

    TwoCores(Setting setting, Report report) {
        this.setting = setting;
        this.report = report;
    }

    /** Frames of the largest made-up picture and, for JPEG 2000, the code blocks of one of them. */
    void measure(Syntax syntax) throws IOException, CandelaException {
        Streams streams = new Streams(setting.work(), report);
        List<Streams.Coded> coded = streams.madeUp(syntax);
        if (coded.isEmpty()) {
            return;
        }
        Streams.Coded largest = coded.stream()
                .filter(each -> each.name().equals("dx"))
                .findFirst()
                .orElse(coded.get(0));
        String what = syntax.title() + ", " + largest.name();
        Path frames = streams.multiFrame(largest, FRAMES);
        try (Peer two = setting.ours("frames", "2");
                Peer first = setting.ours("frames", "1");
                Peer second = setting.ours("frames", "1")) {
            measure(what + ", " + FRAMES + " frames", frames, List.of(two, first, second));
        }
        if (syntax.encoder() == Syntax.Encoder.PORTABLE) {
            try (Peer two = setting.ours("blocks");
                    Peer first = setting.ours("decode");
                    Peer second = setting.ours("decode")) {
                measure(what + ", blocks of a frame", largest.dicom(), List.of(two, first, second));
            }
        }
    }

    /** The first of {@code peers} on both cores, the other two with a thread each. */
    private void measure(String what, Path path, List<Peer> peers) throws IOException {
        for (Peer peer : peers) {
            peer.load(path);
            Duel.warmUp(new Pair(peer.name(), List.of(peer)), setting.pace());
        }
        Contender ours = new Pair("Candela", peers.subList(0, 1));
        beside(what, ours, new Pair("two processes", peers.subList(1, 3)), Row.Bar.ratio(LEAST_OF_MACHINE));
        beside(what, ours, new Pair("one thread", peers.subList(1, 2)), Row.Bar.NONE);
    }

    private void beside(String what, Contender ours, Contender other, Row.Bar bar) throws IOException {
        Duel duel = Duel.fight(ours, other, setting.pace(), Contender.Round::wallRate)
                .inMegabytes();
        report.add(Row.beside(SECTION, what, "MB/s", new Row.Rival(other.name(), duel), bar));
    }

    /** The work twice a round: one after the other by one peer, or at the same time by two. */
    private record Pair(String name, List<Peer> peers) implements Contender {
        @Override
        public Round run(int count) throws IOException {
            long wall = System.nanoTime();
            int each = 2 * count / peers.size();
            var other = CompletableFuture.supplyAsync(() -> peers.size() == 1 ? 0L : frameBytes(peers.get(1), each));
            long bytes = peers.get(0).run(each).amount();
            try {
                other.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IOException(e);
            }
            wall = System.nanoTime() - wall;
            return new Round(count, wall, wall, 2 * bytes);
        }

        private static long frameBytes(Peer peer, int count) {
            try {
                return peer.run(count).amount();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
