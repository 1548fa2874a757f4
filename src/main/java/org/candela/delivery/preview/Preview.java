package org.candela.delivery.preview;

import java.util.List;
import org.candela.image.RasterArgb;

/**
 * What was made.
 *
 * @param lines of text, as they would be sent; none of a PDF
 * @param gaps what lacks, in words, naming the segment
 * @param pages of a PDF; none of texts
 */
public record Preview(List<String> lines, List<String> gaps, List<RasterArgb> pages) {
    public Preview {
        lines = List.copyOf(lines);
        gaps = List.copyOf(gaps);
        pages = List.copyOf(pages);
    }

    static Preview of(List<String> lines) {
        return new Preview(lines, List.of(), List.of());
    }
}
