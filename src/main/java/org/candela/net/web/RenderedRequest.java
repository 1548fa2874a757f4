package org.candela.net.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.net.web.DicomWebClient.InstanceAddress;

/**
 * A picture made by the server (PS3.18 §10.4.1.1.3), for a look and not for reading: its greys went through a display
 * chain that is not ours.
 *
 * @param path below the root of the service
 * @param mediaTypes welcome, best first, as {@code "image/png"}
 * @param parameters of the query, as {@code "viewport=512,512"}
 */
public record RenderedRequest(String path, List<String> mediaTypes, List<String> parameters) {
    /** Types a picture may come in. */
    static final List<String> KNOWN = List.of("image/jpeg", "image/png");

    public RenderedRequest {
        mediaTypes = List.copyOf(mediaTypes);
        parameters = List.copyOf(parameters);
        if (mediaTypes.isEmpty() || !KNOWN.containsAll(mediaTypes)) {
            throw new IllegalArgumentException("a picture comes as one of " + KNOWN + ", not " + mediaTypes);
        }
    }

    /** The instance, its first frame if it has many, as PNG or else JPEG. */
    public static RenderedRequest of(InstanceAddress instance) {
        return new RenderedRequest(instance.path() + "/rendered", List.of("image/png", "image/jpeg"), List.of());
    }

    /** One frame; {@code frame} from 1. */
    public static RenderedRequest of(InstanceAddress instance, int frame) {
        String path = instance.path() + "/frames/" + frame + "/rendered";
        return new RenderedRequest(path, List.of("image/png", "image/jpeg"), List.of());
    }

    /** The same picture in one of these types. */
    public RenderedRequest as(String... types) {
        return new RenderedRequest(path, List.of(types), parameters);
    }

    /** The same picture scaled to fit (PS3.18 §8.3.5.1.3). */
    public RenderedRequest fitting(int width, int height) {
        return with("viewport=" + width + "," + height);
    }

    /** The same picture with a linear window (PS3.18 §8.3.5.1.4). */
    public RenderedRequest windowed(double center, double width) {
        return with(String.format(Locale.ROOT, "window=%s,%s,linear", center, width));
    }

    private RenderedRequest with(String parameter) {
        List<String> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new RenderedRequest(path, mediaTypes, more);
    }

    String pathAndQuery() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    Accept accept() {
        return new Accept(mediaTypes);
    }
}
