package org.candela.net.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.candela.net.web.MultipartReader.Part;

/** Cuts a range out of an answer, whether the server cut it already or sent everything. */
// [impl->req~net.web.ranges~1]
final class RangeReader {
    private RangeReader() {}

    static byte[] read(Answer answer, ByteRange range) throws WebException {
        try {
            InputStream body = singlePart(answer);
            boolean isCut = answer.status() == Answer.PARTIAL;
            if (isCut) {
                requireStart(answer, range);
            } else {
                skip(body, range.first());
            }
            byte[] bytes = body.readNBytes(range.count());
            if (isCut && body.read() >= 0) {
                throw answer.unexpected("more bytes than the range asked for");
            }
            return bytes;
        } catch (IOException e) {
            throw answer.broken(e);
        }
    }

    private static InputStream singlePart(Answer answer) throws IOException, WebException {
        MediaType type = answer.contentType();
        Optional<String> boundary = type.parameter("boundary");
        if (!type.essence().equals(MediaType.MULTIPART_RELATED) || boundary.isEmpty()) {
            if (type.essence().startsWith("multipart/")) {
                throw answer.unexpected("an answer of type \"" + Answer.printable(type.essence()) + "\"");
            }
            return answer.body();
        }
        Optional<Part> part = new MultipartReader(answer.body(), boundary.orElseThrow(), MultipartLimits.DICOM).next();
        return part.orElseThrow(() -> answer.unexpected("a multipart without a part"))
                .body();
    }

    private static void requireStart(Answer answer, ByteRange range) throws WebException {
        Optional<long[]> told = ByteRange.parse(answer.header("Content-Range").orElse(""));
        if (told.filter(ends -> ends[0] == range.first()).isEmpty()) {
            throw answer.unexpected("another range than the one asked for");
        }
    }

    private static void skip(InputStream body, long count) throws IOException {
        byte[] away = new byte[16 << 10];
        long left = count;
        while (left > 0) {
            int read = body.read(away, 0, (int) Math.min(left, away.length));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }
}
