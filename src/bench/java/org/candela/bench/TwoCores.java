package org.candela.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * How well two cores are used: one JVM with two threads beside two JVMs with one thread each at the same time, which is
 * what this machine can give at this moment; and beside one thread alone.
 */
final class TwoCores {
    private static final String SECTION = "two cores";
    private static final double LEAST_OF_MACHINE = 0.9;
    private final Setting setting;
    private final Report report;

    TwoCores(Setting setting, Report report) {
        this.setting = setting;
        this.report = report;
    }

    /** Two frames at once, and for JPEG 2000 also the code blocks of one frame. */
    void measure(Syntax syntax) throws IOException {
        List<Streams.Coded> coded = new Streams(setting.work(), report).madeUp(syntax);
        if (coded.isEmpty()) {
            return;
        }
        Streams.Coded largest = coded.stream()
                .filter(each -> each.name().equals("dx"))
                .findFirst()
                .orElse(coded.get(0));
        measure(syntax, "frames", largest);
        if (syntax.encoder() == Syntax.Encoder.PORTABLE) {
            measure(syntax, "blocks", largest);
        }
    }

    private void measure(Syntax syntax, String mode, Streams.Coded coded) throws IOException {
        try (Peer two = setting.ours(mode);
                Peer first = setting.ours("decode");
                Peer second = setting.ours("decode")) {
            for (Peer peer : List.of(two, first, second)) {
                peer.load(coded.dicom());
            }
            for (Peer peer : List.of(two, first, second)) {
                peer.run(1);
                Duel.warmUp(peer, setting.pace());
            }
            String what = syntax.title() + ", " + coded.name() + ", by " + mode;
            Contender ours = mode.equals("frames") ? two : new Pair("Candela", List.of(two));
            Contender both = new Pair("two processes", List.of(first, second));
            Duel machine = Duel.fight(ours, both, setting.pace(), Contender.Round::wallRate)
                    .inMegabytes();
            report.add(Row.beside(
                    SECTION, what, "MB/s", new Row.Rival(both.name(), machine), Row.Bar.ratio(LEAST_OF_MACHINE)));
            Duel alone = Duel.fight(
                            ours, new Pair("one thread", List.of(first)), setting.pace(), Contender.Round::wallRate)
                    .inMegabytes();
            report.add(Row.beside(SECTION, what, "MB/s", new Row.Rival("one thread", alone), Row.Bar.NONE));
        }
    }

    /** Two frames a round: one after the other by one peer, or at the same time by two. */
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
