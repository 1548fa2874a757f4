package org.candela.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.UID;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.study.OfferedStudy;
import org.candela.study.OfferedStudy.Availability;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudyLibrary;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;

/** A facility whose studies of one CT slice lie in a folder; it can be switched off. */
final class ShelfSource implements StudySource {
    static final FacilityId NORTH = new FacilityId("north");
    private final Path folder;
    private final StudyLibrary library;
    private final Map<Uid, Availability> offers = new HashMap<>();
    private final List<StudySummary> shelf = new ArrayList<>();
    private List<String> refused = List.of();
    private final List<Held> held = new ArrayList<>();
    private boolean isAway;
    private boolean isHolding;
    private boolean isWithoutPriors;

    ShelfSource(Path folder, StudyLibrary library) {
        this.folder = folder;
        this.library = library;
    }

    /** Puts a study on the shelf. */
    StudySummary add(String uid, String patientId, LocalDate day) {
        return add(uid, patientId, "SYNTHETIC^" + patientId, day);
    }

    /** The same of a patient of this name. */
    StudySummary add(String uid, String patientId, String name, LocalDate day) {
        Patient patient = new Patient(patientId, "", name, Optional.of(LocalDate.of(1960, 3, 4)), "F");
        StudyIdentity identity = new StudyIdentity(
                new Uid(uid), patient, "A1", Optional.of(LocalDateTime.of(day, LocalTime.NOON)), "CT chest", "");
        StudySummary summary = new StudySummary(identity, NORTH, Set.of("CT"), 1, Optional.empty(), Optional.empty());
        shelf.add(summary);
        return summary;
    }

    /** The same study as an emergency. */
    StudySummary addStat(String uid, String patientId, LocalDate day) {
        StudySummary routine = add(uid, patientId, day);
        shelf.remove(routine);
        StudySummary stat = new StudySummary(
                routine.identity(), NORTH, Set.of("CT"), 1, Optional.of(ReadingPriority.STAT), Optional.empty());
        shelf.add(stat);
        return stat;
    }

    /** From now on it says so of a study. */
    void offer(StudySummary study, Availability availability) {
        offers.put(study.uid(), availability);
    }

    void goAway() {
        isAway = true;
    }

    /** Each retrieval from now on lacks this. */
    void refuse(List<String> reasons) {
        refused = reasons;
    }

    /** A retrieval that is under way until the test ends it. */
    record Held(Uid study, Cancellation cancellation, CompletableFuture<Retrieval> end, RetrievalListener listener) {
        /** Ends it as a source does that was asked to stop. */
        void endAsCancelled() {
            end.completeExceptionally(new CancellationException("cancelled on request"));
        }
    }

    /** Retrievals from now on stay under way. */
    List<Held> hold() {
        isHolding = true;
        return held;
    }

    /** Retrievals from now on end at once; those under way stay so. */
    void holdNoMore() {
        isHolding = false;
    }

    /** No longer tells of other studies of a patient. */
    void losePriors() {
        isWithoutPriors = true;
    }

    @Override
    public FacilityId facility() {
        return NORTH;
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
        return isAway ? failed() : CompletableFuture.completedFuture(List.copyOf(shelf));
    }

    @Override
    public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
        return isAway || isWithoutPriors
                ? failed()
                : CompletableFuture.completedFuture(shelf.stream()
                        .filter(study -> study.patient().id().equals(patient.id()))
                        .toList());
    }

    @Override
    public CompletableFuture<List<OfferedStudy>> offeredFor(Patient patient, Cancellation cancellation) {
        return isAway || isWithoutPriors
                ? failed()
                : CompletableFuture.completedFuture(shelf.stream()
                        .map(study -> new OfferedStudy(study, offers.getOrDefault(study.uid(), Availability.UNTOLD)))
                        .toList());
    }

    @Override
    public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
        if (isAway) {
            return failed();
        }
        if (isHolding) {
            held.add(new Held(study, cancellation, new CompletableFuture<>(), listener));
            return held.get(held.size() - 1).end();
        }
        try {
            Retrieval retrieval = bring(study);
            listener.progress(1, 1);
            return CompletableFuture.completedFuture(retrieval);
        } catch (CandelaException | IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** As a facility does that answers. */
    Retrieval bring(Uid study) throws CandelaException, IOException {
        StudySummary wanted = shelf.stream()
                .filter(summary -> summary.uid().equals(study))
                .findFirst()
                .orElseThrow();
        library.admit(file(wanted), NORTH);
        return new Retrieval(study, 1, 0, refused);
    }

    private static <T> CompletableFuture<T> failed() {
        return CompletableFuture.failedFuture(new CandelaException("web.unreachable", "north does not answer"));
    }

    private Path file(StudySummary study) throws IOException, CandelaException {
        Attributes slice = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, UID.CTImageStorage.value())
                .set(Tag.SOPInstanceUID, VR.UI, study.uid().value() + ".1.1")
                .set(Tag.StudyInstanceUID, VR.UI, study.uid().value())
                .set(Tag.SeriesInstanceUID, VR.UI, study.uid().value() + ".1")
                .set(Tag.PatientID, VR.LO, study.patient().id())
                .set(Tag.PatientName, VR.PN, study.patient().name())
                .set(Tag.PatientBirthDate, VR.DA, "19600304")
                .set(
                        Tag.StudyDate,
                        VR.DA,
                        study.identity()
                                .dateTime()
                                .orElseThrow()
                                .toLocalDate()
                                .toString()
                                .replace("-", ""))
                .set(Tag.Modality, VR.CS, "CT")
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, 2)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 16)
                .setNumbers(Tag.HighBit, VR.US, 15)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[8]);
        Path file = folder.resolve(study.uid() + ".dcm");
        DicomWriter.write(DicomFile.of(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return file;
    }
}
