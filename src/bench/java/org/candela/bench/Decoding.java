package org.candela.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Decoding of one frame in memory on one core, by turns with the native library, for each kind of codestream. */
final class Decoding {
    private static final String SECTION = "decode";
    private static final String UNIT = "MB/s";
    private final Setting setting;
    private final Report report;

    Decoding(Setting setting, Report report) {
        this.setting = setting;
        this.report = report;
    }

    void measure(Syntax syntax) throws IOException {
        Streams streams = new Streams(setting.work(), report);
        List<Streams.Coded> coded = new ArrayList<>(streams.madeUp(syntax));
        if (setting.corpusFolder().isPresent()) {
            int most = setting.pace().equals(Duel.Pace.QUICK) ? 2 : 6;
            coded.addAll(streams.ofCorpus(setting.corpusFolder().orElseThrow(), syntax, most));
        }
        for (String peer : syntax.peers()) {
            boolean isFirst = peer.equals(syntax.peers().get(0));
            Row.Bar bar = isFirst && syntax.bar() > 0 ? Row.Bar.ratio(syntax.bar()) : Row.Bar.NONE;
            beside(syntax, peer, coded, bar);
        }
    }

    private void beside(Syntax syntax, String peer, List<Streams.Coded> coded, Row.Bar bar) throws IOException {
        List<Duel> duels = new ArrayList<>();
        String name = peer;
        try (Peer ours = setting.ours("decode");
                Peer theirs = peer.equals("dcmtk") ? setting.builtPeer(peer, "decode") : setting.builtPeer(peer)) {
            name = theirs.name();
            for (Streams.Coded each : coded) {
                String what = syntax.title() + ", " + each.name();
                try {
                    ours.load(each.dicom());
                    theirs.load(peer.equals("dcmtk") ? each.dicom() : each.bits());
                    Duel duel = Duel.fight(ours, theirs, setting.pace()).inMegabytes();
                    duels.add(duel);
                    report.add(Row.beside(SECTION, what, UNIT, new Row.Rival(name, duel), Row.Bar.NONE));
                } catch (Contender.Refusal e) {
                    report.note(what + ", beside " + name + ": left out: " + e.getMessage());
                }
            }
        }
        if (!duels.isEmpty()) {
            String what = syntax.title() + ", mean of " + duels.size();
            report.add(Row.beside(SECTION, what, UNIT, new Row.Rival(name, Duel.mean(duels)), bar));
        }
    }
}
