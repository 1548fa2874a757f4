package org.candela.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.candela.Statement;
import org.candela.base.Uid;
import org.candela.codec.Decoders;
import org.candela.codec.Encoders;
import org.candela.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;

/** The table of transfer syntaxes of the conformance statement. */
class MediaStatementTest {
    // [utest->req~dicom.statement~1]
    @Test
    void transferSyntaxes() throws Exception {
        Statement.Table table =
                new Statement.Table("transfer syntax", "UID", "data set read", "pixels decoded", "written");
        List<TransferSyntax> all = TransferSyntax.all().stream()
                .sorted(Comparator.comparing(syntax -> syntax.uid().value(), MediaStatementTest::byNumbers))
                .toList();
        for (TransferSyntax syntax : all) {
            table.row(syntax.name(), syntax.uid(), "yes", decoder(syntax), written(syntax));
        }
        table.check("transfer-syntaxes");
    }

    private static String decoder(TransferSyntax syntax) {
        if (Standard.isVideo(syntax)) {
            return "by frame, where FFmpeg is";
        }
        return Decoders.forTransferSyntax(syntax.uid()).isPresent() ? "yes" : "no, refused by name";
    }

    private static String written(TransferSyntax syntax) {
        if (Encoders.forTransferSyntax(syntax.uid()).isPresent()) {
            return "yes, without loss";
        }
        return syntax.isEncapsulated() ? "as it came, never made" : "as it came; library only";
    }

    private static int byNumbers(String one, String other) {
        List<Integer> left = numbers(one);
        List<Integer> right = numbers(other);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static List<Integer> numbers(String uid) {
        return Stream.of(new Uid(uid).value().split("\\."))
                .map(Integer::valueOf)
                .toList();
    }
}
