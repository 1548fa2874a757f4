package org.candela.purge.paper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.candela.displayqa.report.SealedPaper;
import org.candela.displayqa.report.SigningKey;
import org.candela.displayqa.report.Verification;
import org.candela.purge.PurgeLog;
import org.candela.purge.PurgeLog.Entry;
import org.candela.purge.PurgeLog.Run;

/** One run of the purge as it leaves for its facility. */
// [impl->req~purge.certificate~1]
public record PurgeCertificate(Run run, List<Entry> entries, List<Kept> kept, About about) {
    /** First member of the document, which says what it is and in which version. */
    static final String MEMBER = "candelaPurgeCertificate";

    static final String ATTACHMENT = "purge-certificate.json";
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public PurgeCertificate {
        entries = List.copyOf(entries);
        kept = List.copyOf(kept);
    }

    /**
     * What was not deleted.
     *
     * @param why in words: the rule, and until when
     */
    public record Kept(String what, String why) {}

    /** Who wrote it, where, with what, and when. */
    public record About(String reader, String workstation, String program, Instant at) {}

    /** The sealed document, UTF-8. */
    public byte[] json(SigningKey key) {
        return SealedPaper.json(document(), key);
    }

    /** The sealed pages, with the sealed document attached. */
    public byte[] pdf(SigningKey key) throws IOException {
        byte[] json = json(key);
        return SealedPaper.pdf(PurgeCertificatePdf.print(MAPPER.readTree(json), json, key.fingerprint()), key);
    }

    /** Checks a file of either form. */
    public static Verification verify(byte[] file) {
        return SealedPaper.verify(file, MEMBER, ATTACHMENT);
    }

    /** The document without a seal. */
    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put(MEMBER, VERSION)
                .put("run", run.id())
                .put("kind", run.kind().name())
                .put("facility", run.facility())
                .put("reason", run.reason())
                .put("begunAt", run.begunAt().toString())
                .put("begunBy", run.by())
                .put("endedAt", run.endedAt().map(Instant::toString).orElse(""))
                .put("digest", PurgeLog.digest(entries))
                .put("digestIs", "SHA-256 over the entries, one a line: number at kind subject rows bytes")
                .put("reader", about.reader())
                .put("workstation", about.workstation())
                .put("program", about.program())
                .put("writtenAt", about.at().toString());
        ArrayNode gone = document.putArray("deleted");
        PurgeLog.sums(entries).forEach((what, sum) -> gone.addObject()
                .put("what", what.name())
                .put("count", sum.count())
                .put("rows", sum.rows())
                .put("bytes", sum.bytes()));
        ArrayNode stays = document.putArray("kept");
        kept.forEach(one -> stays.addObject().put("what", one.what()).put("why", one.why()));
        ArrayNode each = document.putArray("entries");
        entries.forEach(entry -> each.addObject()
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("kind", entry.what().name())
                .put("subject", entry.subject())
                .put("rows", entry.rows())
                .put("bytes", entry.bytes()));
        return document;
    }
}
