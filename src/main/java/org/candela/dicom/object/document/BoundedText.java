package org.candela.dicom.object.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the words of one page within limits of work. */
final class BoundedText extends PDFTextStripper {
    private final WorkLimit limit;

    private BoundedText(WorkLimit limit) {
        this.limit = limit;
    }

    /** The words of page {@code index}, from 0. */
    static String of(PDDocument document, int index, WorkLimit limit) throws IOException {
        BoundedText text = new BoundedText(limit);
        text.setStartPage(index + 1);
        text.setEndPage(index + 1);
        return text.getText(document);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        limit.step();
        super.processOperator(operator, operands);
    }
}
