package org.candela.net.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.net.web.FramePart.Naming;

/** Turns the parts of an answer into the frames that were asked for: as many, and each in its place. */
// [impl->req~net.web.frames~1]
final class FrameReceiver {
    private static final Pattern LOCATION = Pattern.compile(".*/frames/([0-9]{1,9})/?");
    private static final PartReceiver.Expected PIXELS =
            new PartReceiver.Expected(PixelMediaTypes.OCTETS, PixelMediaTypes::isKnown);

    private final FrameRequest request;
    private final FramePart.Folder folder;
    private int received;

    FrameReceiver(FrameRequest request, FramePart.Folder folder) {
        this.request = request;
        this.folder = folder;
    }

    int receive(Answer answer, Cancellation cancellation) throws CandelaException {
        new PartReceiver(answer, folder.directory(), PIXELS, cancellation).receive(part -> accept(answer, part));
        if (received < request.frames().size()) {
            throw answer.unexpected(
                    received + " frames where " + request.frames().size() + " were asked for");
        }
        return received;
    }

    private void accept(Answer answer, PartReceiver.Received part) throws CandelaException {
        if (received == request.frames().size()) {
            throw answer.unexpected("more frames than the " + received + " asked for");
        }
        int number = request.frames().get(received++);
        Matcher location =
                LOCATION.matcher(part.part().header("Content-Location").orElse(""));
        if (location.matches() && Integer.parseInt(location.group(1)) != number) {
            throw answer.unexpected("frame " + location.group(1) + " where frame " + number + " was asked for");
        }
        Optional<Uid> told = syntaxOf(part.type()).or(() -> syntaxOf(answer.contentType()));
        Uid syntax = told.or(() -> PixelMediaTypes.usualFor(PixelMediaTypes.modern(part.type())))
                .orElseThrow();
        folder.sink()
                .accept(new FramePart(number, syntax, told.isPresent() ? Naming.TOLD : Naming.ASSUMED, part.file()));
    }

    /** As a parameter of the type, or, as Orthanc has it, within the type that a multipart says its parts have. */
    private static Optional<Uid> syntaxOf(MediaType type) {
        return type.parameter("transfer-syntax")
                .or(() -> type.parameter("type")
                        .flatMap(parts -> MediaType.parse(parts).parameter("transfer-syntax")))
                .filter(Uid::isValid)
                .map(Uid::new);
    }
}
