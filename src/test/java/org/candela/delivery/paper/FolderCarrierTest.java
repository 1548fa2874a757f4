package org.candela.delivery.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candela.MovableClock;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Consignment;
import org.candela.delivery.DeliveryChannel;
import org.candela.delivery.DeliveryChannel.Need;
import org.candela.delivery.DeliveryChannel.Way;
import org.candela.delivery.Parcel;
import org.candela.facility.Facility;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~delivery.folder~1]
class FolderCarrierTest {
    private final FolderCarrier carrier = new FolderCarrier(ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "text", "html"})
    void theFileIsWholeAndItsNameSaysNothingOfThePatient(String content) throws Exception {
        Consignment consignment = consignment(Map.of("content", content));
        Parcel parcel = carrier.pack(consignment);

        Answer first = carrier.send(consignment.ticket(), parcel);
        Answer again = carrier.send(consignment.ticket(), parcel);

        assertEquals(Answer.Kind.ACCEPTED, first.kind(), first.words());
        assertEquals(first, again, "the same file");
        List<Path> files = files();
        assertEquals(1, files.size());
        assertTrue(files.get(0).getFileName().toString().matches("C0123\\.(pdf|txt|html)"), files::toString);
        assertEquals(parcel, new Parcel(parcel.mediaType(), Files.readAllBytes(files.get(0))));
    }

    @Test
    void aDriveThatIsNotThereIsNoAnswerAndIsTriedAgain() throws Exception {
        Files.delete(folder);
        Consignment consignment = consignment(Map.of());

        Answer answer = carrier.send(consignment.ticket(), carrier.pack(consignment));

        assertEquals(Answer.Kind.NONE, answer.kind());
        assertTrue(answer.words().startsWith("there is no folder"), answer.words());
        Files.createDirectory(folder);
    }

    // [utest->req~delivery.print~1]
    @Test
    void paperCarriesTheReportAndAPrinterThatIsOffIsAnError() throws Exception {
        Consignment consignment = consignment(Map.of());
        PrintCarrier off = new PrintCarrier(ZoneOffset.UTC, (printer, pdf) -> {
            throw new CandelaException("test.off", "the printer is off");
        });
        PrintCarrier on = new PrintCarrier(ZoneOffset.UTC, (printer, pdf) -> assertEquals('%', pdf[0]));

        assertEquals(
                Answer.Kind.ERROR,
                off.send(consignment.ticket(), off.pack(consignment)).kind());
        assertEquals(
                Answer.Kind.ACCEPTED,
                on.send(consignment.ticket(), on.pack(consignment)).kind());
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Consignment consignment(Map<String, String> options) {
        Facility clinic = Facility.of(ReportSamples.CLINIC, "Clinic", URI.create("https://pacs.example/dicom-web"));
        DeliveryChannel channel =
                new DeliveryChannel(clinic.id(), "drive", Way.FOLDER, folder.toString(), Need.OPTIONAL, options);
        return new Consignment(
                new Consignment.Ticket(clinic, channel, "C0123"),
                ReportSamples.signed(ReportSamples.draft(), SignatureMeaning.FINAL, 1, new MovableClock()),
                List.of());
    }
}
