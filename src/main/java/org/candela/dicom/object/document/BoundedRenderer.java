package org.candela.dicom.object.document;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws one page within limits of work; the library's way to watch it is to inherit from it. */
final class BoundedRenderer extends PDFRenderer {
    private final WorkLimit limit;

    BoundedRenderer(PDDocument document, WorkLimit limit) {
        super(document);
        this.limit = limit;
        setSubsamplingAllowed(true); // large scans are read at the size they are shown in
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new BoundedDrawer(parameters, limit);
    }

    private static final class BoundedDrawer extends PageDrawer {
        private final WorkLimit limit;

        BoundedDrawer(PageDrawerParameters parameters, WorkLimit limit) throws IOException {
            super(parameters);
            this.limit = limit;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            limit.step();
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            limit.image(image.getWidth(), image.getHeight());
            super.drawImage(image);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            limit.enter();
            try {
                super.showTransparencyGroup(form);
            } finally {
                limit.leave();
            }
        }
    }
}
