package org.candela.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.demo.SyntheticStudy.StudyOrder;
import org.candela.dicom.DicomFormatException;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.MllpEndpoint;

/**
 * A facility inside this process: DICOMweb (QIDO-RS, WADO-RS, STOW-RS) over files on disk and an MLLP receiver, both on
 * free ports of the loopback address. Its clients cannot tell it from a real one.
 *
 * <p>Runs on the executor it is given, which needs a thread for the receiver, one for each of its connections and one for
 * each request at a time.
 */
// [impl->req~demo.facility~1]
public final class DemoFacility implements AutoCloseable {
    static final String ROOT = "/dicom-web";

    private final Settings settings;
    private final DemoFaults faults;
    private final HttpServer web;
    private final MllpReceiver reports;

    private DemoFacility(Settings settings, DemoFaults faults, HttpServer web, MllpReceiver reports) {
        this.settings = settings;
        this.faults = faults;
        this.web = web;
        this.reports = reports;
    }

    /**
     * What a facility has.
     *
     * @param id its folder of studies has this name, as {@code "north"}
     * @param studies folder of its DICOM files
     * @param reports folder for the HL7 messages it receives, {@code 0001.hl7} and on
     * @param orders priority and arrival by Study Instance UID; a study without an order is ROUTINE
     */
    public record Settings(String id, String name, Path studies, Path reports, Map<Uid, StudyOrder> orders) {
        public Settings {
            orders = Map.copyOf(orders);
        }

        /** The facility {@code id} of {@code written}, which lie below {@code folder}. */
        public static Settings of(String id, String name, Path folder, Collection<SyntheticStudy> written) {
            Map<Uid, StudyOrder> orders = written.stream()
                    .filter(study -> study.facility().equals(id))
                    .collect(Collectors.toMap(SyntheticStudy::uid, SyntheticStudy::order));
            return new Settings(id, name, folder.resolve(id), folder.resolve(id + "-reports"), orders);
        }
    }

    /** Reads the headers of its files, then listens. */
    public static DemoFacility start(Settings settings, Executor executor, Clock clock)
            throws IOException, DicomFormatException {
        DemoArchive archive = new DemoArchive(settings.studies(), settings.orders(), clock);
        archive.load();
        DemoFaults faults = new DemoFaults();
        MllpReceiver reports = MllpReceiver.start(settings.reports(), faults, executor);
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Path incoming = settings.studies().resolve("incoming");
        web.createContext(ROOT, new DicomWebHandler(archive, faults, incoming));
        web.setExecutor(executor);
        web.start();
        return new DemoFacility(settings, faults, web, reports);
    }

    /** Root of its DICOMweb service. */
    public URI dicomWeb() {
        return URI.create("http://127.0.0.1:" + web.getAddress().getPort() + ROOT);
    }

    /** Port of its HL7 receiver on the loopback address. */
    public int mllpPort() {
        return reports.port();
    }

    /** The facility as the workstation knows it. */
    public Facility facility() {
        return Facility.of(new FacilityId(settings.id()), settings.name(), dicomWeb())
                .withMllp(new MllpEndpoint("127.0.0.1", mllpPort(), "RIS", settings.id()))
                .asDemo();
    }

    /** What it does wrong on purpose. */
    public DemoFaults faults() {
        return faults;
    }

    /** Files of the HL7 messages it has kept, in the order of arrival. */
    public List<Path> receivedReports() throws IOException {
        try (Stream<Path> files = Files.list(settings.reports())) {
            return files.filter(file -> file.toString().endsWith(".hl7"))
                    .sorted()
                    .toList();
        }
    }

    /** Ends both services and every open connection. */
    @Override
    public void close() throws IOException {
        faults.close();
        web.stop(0);
        reports.close();
    }
}
