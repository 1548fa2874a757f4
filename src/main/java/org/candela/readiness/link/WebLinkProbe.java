package org.candela.readiness.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.PartFolder;
import org.candela.net.web.StoreResult;
import org.candela.net.web.WebProgress.Direction;

/**
 * Measures at a DICOMweb service: QIDO-RS of one study, WADO-RS of a test study, STOW-RS of a test object. What is fetched is deleted
 * at once.
 *
 * @param folder for what is fetched; made when it is not there
 */
// [impl->req~readiness.link~1]
public record WebLinkProbe(DicomWebClient client, Cargo cargo, Path folder) implements LinkProbe {
    /**
     * What is carried.
     *
     * @param study that is fetched
     * @param object a DICOM file that the facility takes as a test
     */
    public record Cargo(Uid study, Path object) {}

    @Override
    public Duration ask(Cancellation cancellation) throws CandelaException {
        return client.pulse(cancellation).roundTrip();
    }

    @Override
    public void fetch(LongConsumer bytes, Cancellation cancellation) throws CandelaException {
        DicomWebClient counted = client.reporting((direction, moved) -> {
            if (direction == Direction.RECEIVED) {
                bytes.accept(moved);
            }
        });
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LinkException("link.folder", folder + " cannot be made; free the disk, then measure again", e);
        }
        int objects = counted.retrieveStudy(cargo.study(), new PartFolder(folder, file -> {}), cancellation);
        if (objects == 0) {
            throw new LinkException("link.empty-study", "the test study has no objects; name another one");
        }
    }

    @Override
    public long send(Cancellation cancellation) throws CandelaException {
        StoreResult result = client.store(List.of(cargo.object()), cancellation);
        if (!result.isComplete()) {
            throw new LinkException("link.refused", "the facility does not keep the test object");
        }
        try {
            return Files.size(cargo.object());
        } catch (IOException e) {
            throw new LinkException("link.folder", cargo.object() + " cannot be read", e);
        }
    }
}
