package org.candela.viewer.export;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.candela.image.RasterArgb;

/** PNG of sRGB samples: header, sRGB chunk, pixels; no text, no date. Stateless. */
final class GreyPng {
    private static final String FORMAT = "javax_imageio_png_1.0";

    private GreyPng() {}

    /** One byte a pixel where all of them are grey, as they are; else three. */
    static void write(RasterArgb raster, Path file) throws IOException {
        BufferedImage image = isGrey(raster) ? grey(raster) : colour(raster);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, srgb(writer, image)));
        } finally {
            writer.dispose();
        }
    }

    private static boolean isGrey(RasterArgb raster) {
        for (int argb : raster.pixels()) {
            int red = argb >> 16 & 0xFF;
            if (red != (argb >> 8 & 0xFF) || red != (argb & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** The raster's bytes alone count: Java's colour space of greys is linear, and nothing is converted to or from it. */
    private static BufferedImage grey(RasterArgb raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_BYTE_GRAY);
        int[] row = new int[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = raster.argb(x, y) & 0xFF;
            }
            image.getRaster().setPixels(0, y, row.length, 1, row);
        }
        return image;
    }

    private static BufferedImage colour(RasterArgb raster) {
        BufferedImage image = new BufferedImage(raster.width(), raster.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, raster.width(), raster.height(), raster.pixels(), 0, raster.width());
        return image;
    }

    private static IIOMetadata srgb(ImageWriter writer, BufferedImage image) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        IIOMetadataNode srgb = new IIOMetadataNode("sRGB");
        srgb.setAttribute("renderingIntent", "Perceptual");
        root.appendChild(srgb);
        metadata.mergeTree(FORMAT, root);
        return metadata;
    }
}
