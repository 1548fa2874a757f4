package org.candela.codec.jpeg2000;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.candela.Fuzz;
import org.candela.MarkerMutator;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.CodedImage;
import org.candela.codec.stream.Workers;
import org.junit.jupiter.api.Test;

/** Mutated streams, whole and at reduced resolutions. */
class Jpeg2000FuzzTest {
    private static final String[] SEEDS = {
        "plain-8.j2k",
        "signed-12.j2k",
        "colour-tiles-offset.j2k",
        "all-modes.j2k",
        "bypass-layers.j2k",
        "rpcl-precincts-sop-eph.j2k",
        "pcrl-tile-parts.j2k",
        "progression-changes.j2k",
        "region.j2k",
        "boxed.jp2",
        "lossy-colour.j2k",
        "ht-plain-8.j2c",
        "ht-small-blocks-12.j2c",
        "ht-wide-blocks-16.j2c",
        "ht-colour-rpcl.j2c",
        "ht-lossy-colour.j2c",
        "ht-colour-tiles.j2c",
        "ht-refined-both.j2c",
        "ht-refined-causal.j2c",
        "ht-refined-significance.j2c",
        "cprl.j2k",
        "sixteen.j2k"
    };

    // [utest->req~codec.jpeg2000-bounded~1]
    // [utest->req~codec.htj2k-bounded~1]
    @Test
    void brokenStreamsAreDecodedOrRefusedInTime() {
        List<Fuzz.Seed> seeds = Arrays.stream(SEEDS)
                .map(name -> new Fuzz.Seed(name, Streams.of(name)))
                .toList();

        Fuzz.slice("codec.jpeg-2000", 1000)
                .allowing(CodecException.class)
                .run(seeds, MarkerMutator::mutated, Jpeg2000FuzzTest::decode)
                .requireBothOutcomes();
    }

    private static CodedImage decode(byte[] input, Random random) throws CodecException {
        Jpeg2000Decoder.Options reduced = new Jpeg2000Decoder.Options(random.nextInt(3), Workers.ALONE);
        return Jpeg2000Decoder.decode(input, random.nextBoolean() ? Jpeg2000Decoder.Options.FULL : reduced);
    }
}
