package org.candela.net.web;

import java.util.List;
import java.util.stream.Collectors;
import org.candela.base.Uid;
import org.candela.net.web.DicomWebClient.InstanceAddress;

/**
 * Frames of one instance (PS3.18 §10.4.1.1.6).
 *
 * @param instance where they are
 * @param frames their numbers from 1, in the order they are wanted
 * @param transferSyntaxes what is welcome, best first; none for the form they are stored in
 */
public record FrameRequest(InstanceAddress instance, List<Integer> frames, List<Uid> transferSyntaxes) {
    private static final int MOST_FRAMES = 500;

    public FrameRequest {
        frames = List.copyOf(frames);
        transferSyntaxes = List.copyOf(transferSyntaxes);
        if (frames.isEmpty() || frames.size() > MOST_FRAMES || frames.stream().anyMatch(frame -> frame < 1)) {
            throw new IllegalArgumentException("frames are numbered from 1, at most " + MOST_FRAMES + " at once");
        }
    }

    /** Frames in the form they are stored in. */
    public static FrameRequest asStored(InstanceAddress instance, List<Integer> frames) {
        return new FrameRequest(instance, frames, List.of());
    }

    String path() {
        return instance.path() + "/frames/"
                + frames.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** PS3.18 §8.7.5. */
    Accept accept() {
        if (transferSyntaxes.isEmpty()) {
            return new Accept(List.of(choice(PixelMediaTypes.OCTETS, "*")));
        }
        return new Accept(transferSyntaxes.stream()
                .map(syntax -> choice(PixelMediaTypes.typeOf(syntax), syntax.value()))
                .toList());
    }

    private static String choice(String type, String transferSyntax) {
        return "multipart/related; type=\"" + type + "\"; transfer-syntax=" + transferSyntax;
    }
}
